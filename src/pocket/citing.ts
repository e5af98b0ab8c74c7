import { DUMPS, WRITERS } from "../citation/formats.ts";
import { formatReference } from "../citation/reference.ts";
import type { Paper } from "../paper/paper.ts";
import { createUrls } from "../urls.ts";
import type { PocketPaper } from "./contents.ts";
import type { Library } from "./library.ts";

/** Citations are written from the papers in the file, by the site's own writers. */

const urls = createUrls("/");

/** The paper as the writers know it. They have no use for single sentences. */
export const asPaper = ({ abstract, ...paper }: PocketPaper): Paper => ({
  ...paper,
  abstract: { ...abstract, sentences: [] },
});

/** A paper's citation in the forms that its page offers. */
export function citationsOf(paper: PocketPaper): {
  reference: string;
  bib: string;
  ris: string;
  json: string;
} {
  const whole = asPaper(paper);
  return {
    reference: formatReference(whole),
    bib: WRITERS.bib(whole, urls),
    ris: WRITERS.ris(whole, urls),
    json: WRITERS.json(whole, urls),
  };
}

/** Papers in one file, as the site's `/data/<file>` holds all of them. */
export function dumpOf(file: string, papers: readonly PocketPaper[]): string {
  const write = DUMPS[file];
  if (!write) throw new Error(`There is no such collection as ${file}.`);
  return [...write(papers.map(asPaper))].join("");
}

/** The same by keys; without keys the whole corpus. */
export async function dump(
  library: Library,
  file: string,
  keys?: readonly string[],
): Promise<string> {
  const all = Array.from({ length: library.shelves.papers }, (_, number) => number);
  const numbers = keys
    ? (await Promise.all(keys.map(library.numberOf))).filter((number) => number !== undefined)
    : all;
  return dumpOf(file, await library.papers(numbers));
}
