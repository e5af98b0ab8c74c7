import { resolve } from "node:path";
import { openDesk } from "../../../src/search/engine/desk.ts";
import type { Engine } from "../../../src/search/types.ts";
import { openOnDisk, readOnDisk } from "../search/on-disk.ts";
import { quantile } from "../search/measures.ts";
import { createRandom } from "./records.ts";

/**
 * Whether what is sought by name is found in a large corpus: `node e2e/bench/scale/findability.ts DIR` draws titles,
 * authors and misspelt titles from a built site's own index.
 */

const COUNTS = { titles: 200, authors: 200, misspelt: 100 } as const;

const ask = async (engine: Engine, text: string) => {
  const from = performance.now();
  const answer = await engine.search({
    text,
    filters: {},
    sort: "relevance",
    limit: 10,
    typing: false,
    literal: false,
  });
  return { ...answer, ms: performance.now() - from };
};

/** A title with one letter of its longest word left out, not the first or the last. */
function misspell(title: string, random: () => number): string {
  const words = title.split(" ");
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
  const at = 1 + Math.floor(random() * Math.max(1, longest.length - 2));
  return title.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
}

async function run(dir: string): Promise<void> {
  const { engine } = openOnDisk(dir);
  const { index } = await openDesk(readOnDisk(dir));
  const { papers } = index.manifest;
  const random = createRandom(7);
  const pick = () => index.fragment(Math.floor(random() * papers));
  const report = (name: string, places: readonly number[], ms: readonly number[]) => {
    const within = (depth: number) =>
      `${((100 * places.filter((place) => place >= 0 && place < depth).length) / places.length).toFixed(1)} %`;
    console.log(
      `${name.padEnd(10)} ${String(places.length).padStart(4)}  @1 ${within(1)}  @3 ${within(3)}  ` +
        `${quantile(ms, 0.5).toFixed(1)} ms median, ${quantile(ms, 0.95).toFixed(1)} ms p95`,
    );
  };
  console.log(`${String(papers)} papers`);
  for (const [name, spoil] of [
    ["titles", (title: string) => title],
    ["misspelt", (title: string) => misspell(title, random)],
  ] as const) {
    const places: number[] = [];
    const ms: number[] = [];
    for (let i = 0; i < COUNTS[name]; i += 1) {
      const { meta } = await pick();
      const title = meta["title"] ?? "";
      const answer = await ask(engine, spoil(title));
      // Several papers may have one title.
      const place = answer.hits.findIndex(
        (hit) => hit.title.map(({ text }) => text).join("") === title,
      );
      places.push(place);
      ms.push(answer.ms);
      if (place < 0 || place > 2) console.log(`  ${name}: ${spoil(title)} (${String(place)})`);
    }
    report(name, places, ms);
  }
  const places: number[] = [];
  const ms: number[] = [];
  for (let i = 0; i < COUNTS.authors; i += 1) {
    const { meta } = await pick();
    const names = meta["authors"]?.split("; ") ?? [];
    const name = names[Math.floor(random() * names.length)] ?? "";
    if (name === "") continue;
    const answer = await ask(engine, name);
    const place = answer.hits.findIndex(({ authors }) => authors.some((a) => a.name === name));
    places.push(place);
    ms.push(answer.ms);
    if (place < 0 || place > 2) console.log(`  author: ${name} (${String(place)})`);
  }
  report("authors", places, ms);
}

await run(resolve(process.argv[2] ?? "dist"));
process.exit();
