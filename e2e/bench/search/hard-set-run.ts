import { openDesk } from "../../../src/search/engine/desk.ts";
import type { Engine } from "../../../src/search/types.ts";
import type { Case, Kind } from "./hard-set.ts";
import { HARD_SET } from "./hard-set.ts";
import { mean } from "./measures.ts";
import { openOnDisk, readOnDisk } from "./on-disk.ts";

/** Success at the first, the first three and the first ten: 0 to 1 each. */
type Success = [number, number, number];

const DEPTHS = [1, 3, 10] as const;

async function keysOf(engine: Engine, text: string, typing: boolean): Promise<string[]> {
  const request = {
    text,
    filters: {},
    sort: "relevance" as const,
    limit: 1,
    typing,
    literal: false,
  };
  return (await engine.search(request)).keys();
}

/** Whether a case came out, by depth; the share of what the other query finds, where two are compared. */
async function tryCase(engine: Engine, test: Case): Promise<Success> {
  const keys = await keysOf(engine, test.query, test.kind === "title as typed");
  if ("as" in test) {
    const other = await keysOf(engine, test.as, false);
    const shared = (depth: number) => {
      const first = other.slice(0, depth);
      const found = first.filter((key) => keys.slice(0, depth).includes(key)).length;
      return first.length === 0 ? Number(keys.length === 0) : found / first.length;
    };
    // Spellings of one thing must find the same set, not only the same best ten.
    const whole = keys.length === other.length && other.every((key) => keys.includes(key));
    if (test.kind === "hyphen or spelling") return [shared(1), shared(3), Number(whole)];
    return [shared(1), shared(3), shared(10)];
  }
  if ("wrong" in test && test.wrong.some((key) => keys.includes(key))) return [0, 0, 0];
  const place = keys.findIndex((key) => test.right.includes(key));
  const at = (depth: number) => Number(place >= 0 && place < depth);
  return [at(1), at(3), at(10)];
}

/** Words in another order, the same each time. */
const shuffle = (title: string) =>
  title
    .split(/\s+/u)
    .map((word, i) => ({ word, order: (i * 7 + 3) % 11 }))
    .sort((a, b) => a.order - b.order)
    .map(({ word }) => word)
    .join(" ");

/** Cases that follow from the papers themselves. */
async function casesFromIndex(out: string): Promise<Case[]> {
  const { index } = await openDesk(readOnDisk(out));
  const cases: Case[] = [];
  const add = (kind: Kind, query: string, key: string) => cases.push({ kind, query, right: [key] });
  for (const [paper, key] of (await index.keys()).entries()) {
    const title = (await index.fragment(paper)).meta["title"] ?? "";
    add("title", title, key);
    add("title", title.toLowerCase().replace(/[^\p{L}\p{N}\s]+/gu, " "), key);
    add("title as typed", title.slice(0, Math.ceil(title.length * 0.45)), key);
    add("title shuffled", shuffle(title), key);
  }
  const bytes = await index.side("ids.gz");
  const ids = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  for (const [id, key] of Object.entries(ids))
    if (/^(?:10\.|\d{4}\.)/u.test(id)) add("identifier", id, key);
  return cases;
}

/** Asks every hard query over the index of a built site, prints success by kind, and what failed. */
export async function hardSet(out: string): Promise<void> {
  const { engine } = openOnDisk(out);
  const cases = [...(await casesFromIndex(out)), ...HARD_SET];
  const byKind = new Map<Kind, Success[]>();
  const failed: string[] = [];
  for (const test of cases) {
    const success = await tryCase(engine, test);
    byKind.set(test.kind, [...(byKind.get(test.kind) ?? []), success]);
    if (success[1] < 1 || (test.kind === "hyphen or spelling" && success[2] < 1))
      failed.push(`${test.kind}: ${test.query} (${success.map((s) => s.toFixed(2)).join(" ")})`);
  }
  console.log(`\n## Hard set: ${String(cases.length)} cases over ${out}`);
  console.log(`${"kind".padEnd(20)} cases      @1      @3     @10 (hyphen or spelling: same set)`);
  for (const [kind, successes] of byKind) {
    const cells = DEPTHS.map((_, i) => mean(successes.map((success) => success[i] ?? 0)));
    const shown = cells.map((share) => `${(100 * share).toFixed(1)} %`.padStart(8));
    console.log(kind.padEnd(20), String(successes.length).padStart(5), shown.join(""));
  }
  console.log(`\nNot in the first three:\n  ${failed.join("\n  ")}`);
}
