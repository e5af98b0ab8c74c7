import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A test collection: papers, questions, and which papers answer which question. */
export interface Collection {
  name: string;
  papers: { id: string; title: string; text: string }[];
  queries: { id: string; text: string }[];
  /** Query id to paper id to grade. */
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const jsonLines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

function readCorpus(dir: string): string {
  try {
    return gunzipSync(readFileSync(join(dir, "corpus.jsonl.gz"))).toString("utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return readFileSync(join(dir, "corpus.jsonl"), "utf8");
  }
}

/** Reads `corpus.jsonl(.gz)`, `queries.jsonl` and `qrels.tsv` of a folder. */
export function readCollection(dir: string): Collection {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(dir, "qrels.tsv"), "utf8").split("\n").slice(1)) {
    const [query, paper, grade] = line.trim().split("\t");
    if (query === undefined || paper === undefined) continue;
    const judged = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, judged.set(paper, Number(grade ?? 1)));
  }
  return {
    name: dir.replace(/\/+$/u, "").replace(/^.*\//u, ""),
    papers: jsonLines(readCorpus(dir)),
    queries: jsonLines<{ id: string; text: string }>(
      readFileSync(join(dir, "queries.jsonl"), "utf8"),
    ).filter(({ id }) => judgements.has(id)),
    judgements,
  };
}
