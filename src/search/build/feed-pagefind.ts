import { gunzipSync } from "node:zlib";
import { readContents, unwrap } from "../bundle/bundle.ts";
import type { IndexRecord } from "./records.ts";
import { joinParts } from "./join-parts.ts";
import type { IndexFile } from "./pagefind-file.ts";
import type { RunCache } from "./run-cache.ts";
import { NO_CACHE } from "./run-cache.ts";
import { settle } from "./settle.ts";

/** Records that Pagefind takes in one run: its memory grows with them, by 120 KB each. */
const RUN = 6_000;

/** Records under way to Pagefind at once. */
const BATCH = 200;

/** What this project does not show: Pagefind's own interfaces. */
const INTERFACES = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** Says what is wrong as fact, next step, cause. */
function refuse(fact: string, cause: unknown): never {
  const reason = Array.isArray(cause) ? cause.join("; ") : String(cause);
  throw new Error(
    `Search index: ${fact}. Run the build again; if it stays so, reinstall with npm ci. ${reason}`,
  );
}

/** Papers must keep the order in which they were given: their numbers are used by every other file. */
function checkOrder(files: readonly IndexFile[], urls: readonly string[]): void {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const contents = files.find((file) => file.path.endsWith(".pf_meta"));
  if (!contents) return refuse("Pagefind wrote no table of contents", "");
  const { fragments } = readContents(unwrap(gunzipSync(contents.content)));
  if (fragments.length !== urls.length)
    refuse(`Pagefind holds ${String(fragments.length)} papers of ${String(urls.length)}`, "");
  for (const [number, path] of fragments.entries()) {
    const { url } = JSON.parse(
      new TextDecoder().decode(unwrap(gunzipSync(byPath.get(path) ?? new Uint8Array()))),
    ) as { url: string };
    if (url !== urls[number]) refuse(`Pagefind moved ${url} from its place`, "");
  }
}

/** What Pagefind makes of records in one run. */
async function runPagefind(records: readonly IndexRecord[]): Promise<IndexFile[]> {
  const pagefind = await import("pagefind");
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: records[0]?.language ?? "en",
    });
    if (!index || errors.length > 0) return refuse("Pagefind did not start", errors);
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH);
      const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
      for (const [i, answer] of answers.entries())
        if (answer.errors.length > 0)
          refuse(`Pagefind refused ${batch[i]?.url ?? ""}`, answer.errors);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) refuse("Pagefind wrote no files", written.errors);
    return written.files;
  } finally {
    await pagefind.close();
  }
}

/**
 * Where runs begin and end. All but the first are full: new papers have the lowest numbers, and the runs of the others
 * stay as they were.
 */
function* splitRuns(papers: number, size: number): Generator<[from: number, to: number]> {
  const first = papers % size || size;
  for (let [from, to] = [0, first]; from < papers; [from, to] = [to, to + size]) yield [from, to];
}

/**
 * Indexes papers with Pagefind and gives its files, the same for the same papers.
 *
 * @param papers how many there are.
 * @param recordsOf the records of those from one number to another, that one not among them.
 * @param options.run papers that Pagefind takes at once; of more it makes several indexes, which are joined to one.
 * @param options.cache what earlier builds made of the same records.
 */
export async function feedPagefind(
  papers: number,
  recordsOf: (from: number, to: number) => readonly IndexRecord[],
  { run = RUN, cache = NO_CACHE }: { run?: number; cache?: RunCache | undefined } = {},
): Promise<IndexFile[]> {
  const made: IndexFile[][] = [];
  const given: Pick<IndexRecord, "url" | "sort">[] = [];
  for (const [from, to] of splitRuns(papers, run)) {
    const records = recordsOf(from, to);
    for (const { url, sort } of records) given.push({ url, sort });
    const files = await cache.take(records, () => runPagefind(records));
    made.push(files.filter((file) => !INTERFACES.test(file.path)));
  }
  cache.sweep();
  const [only = []] = made;
  const sortOf = (key: string, paper: number) => given[paper]?.sort[key] ?? "";
  const files = settle(made.length > 1 ? joinParts(made, sortOf) : only);
  checkOrder(
    files,
    given.map(({ url }) => url),
  );
  return files;
}
