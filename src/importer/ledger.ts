import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Field } from "./entry-file.ts";
import { ShelvedMap } from "./shelf.ts";

/** What the importer last wrote of one paper, so that a later import can tell its own words from a person's. */
export interface LedgerLine {
  key: string;
  /** Digest of the whole file, while nobody but the importer has written it. */
  file?: string;
  /** Digest of each field as last written. */
  fields: Partial<Record<Field, string>>;
  /** Digest of the body as last written. */
  body?: string;
  /** By what an incoming record is recognised as this paper. */
  identity: Identity;
  /** Topics and tags that the suggester gave it and that nobody has judged yet: a machine's guess, no person's choice. */
  suggested?: Judgement;
  /** Topics and tags that a person has refused: no import suggests them to it again. */
  refused?: Judgement;
}

/** Names of topics and tags that one thing holds for. */
export type Judgement = Partial<Record<"topics" | "tags", string[]>>;

/** The names that are any; undefined where none is. */
function tidyNames(names: Judgement | undefined): Judgement | undefined {
  const { topics = [], tags = [] } = names ?? {};
  if (topics.length + tags.length === 0) return undefined;
  return { ...(topics.length > 0 ? { topics } : {}), ...(tags.length > 0 ? { tags } : {}) };
}

/** A line in its one form: what says nothing is left out, names last. */
export function tidyLine({ suggested, refused, ...line }: LedgerLine): LedgerLine {
  const open = tidyNames(suggested);
  const gone = tidyNames(refused);
  return { ...line, ...(open ? { suggested: open } : {}), ...(gone ? { refused: gone } : {}) };
}

export interface Identity {
  /** Digests of the folded title: as the source has it, and as it was written. */
  titles: string[];
  /** First author's family name, folded. */
  family?: string;
  arxiv?: string;
  doi?: string;
  /** Keys that sources gave it. */
  keys?: string[];
  /** Names of the files that gave these keys: in one file a key means one paper. */
  sources?: string[];
}

/** Beside the papers: one line a paper, sorted by key, so that two people's imports merge line by line. */
export const LEDGER = "imported.ndjson";

/** Reads the ledger; a line that is none is passed over, for its paper is then simply not ours. */
export async function readLedger(contentDir: string): Promise<Map<string, LedgerLine>> {
  let text: string;
  try {
    text = await readFile(join(contentDir, LEDGER), "utf8");
  } catch {
    return new Map();
  }
  const lines = new Map<string, LedgerLine>();
  for (const row of text.split("\n")) {
    try {
      const line = JSON.parse(row) as Partial<LedgerLine>;
      if (typeof line.key !== "string") continue;
      const identity = { titles: [], ...line.identity };
      lines.set(line.key, { ...line, key: line.key, fields: line.fields ?? {}, identity });
    } catch {
      continue;
    }
  }
  return lines;
}

/** A ledger that is being made, by key. A line has some hundred characters, and is three times that in memory. */
export const shelvedLedger = (): ShelvedMap<LedgerLine> => new ShelvedMap(() => 2000);

/** The ledger as text, in the order of keys. */
export function writeLedger(lines: {
  keys(): Iterable<string>;
  get(key: string): LedgerLine | undefined;
}): string {
  return [...lines.keys()]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((key) => `${JSON.stringify(lines.get(key))}\n`)
    .join("");
}
