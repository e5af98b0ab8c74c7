import { digestValue } from "../digest.ts";
import { readEntryFile } from "../entry-file.ts";
import type { Judgement } from "../ledger.ts";
import type { Entry } from "../library.ts";

/** The two lists that are suggested, and what one of their names is called. */
export const LISTS = { topics: "topic", tags: "tag" } as const;

export type List = keyof typeof LISTS;

export const LIST_NAMES = Object.keys(LISTS) as List[];

/** A paper with suggestions that nobody has judged. */
export interface Pending {
  key: string;
  title: string;
  open: Record<List, string[]>;
  /** Whether it has no topic at all. */
  isBare: boolean;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/**
 * What of a paper's topics and tags is a machine's guess still: a list that a person has touched is a person's, as
 * whoever changes one of its names has seen the others.
 */
export function pendingOf({
  key,
  text,
  line,
}: Pick<Entry, "key" | "text" | "line">): Pending | undefined {
  const data = readEntryFile(text)?.data;
  if (!data) return undefined;
  const openOf = (list: List) => {
    const names = strings(data[list]);
    if (digestValue(data[list]) !== line?.fields[list]) return [];
    return (line?.suggested?.[list] ?? []).filter((name) => names.includes(name));
  };
  const title = typeof data.title === "string" ? data.title : key;
  const open = { topics: openOf("topics"), tags: openOf("tags") };
  return { key, title, open, isBare: strings(data.topics).length === 0 };
}

/** A list of judgements with more, in order and once each; undefined where there is none. */
export function joinNames(
  before: Judgement | undefined,
  list: List,
  more: readonly string[],
): Judgement {
  const names = [...new Set([...(before?.[list] ?? []), ...more])].sort();
  return { ...before, [list]: names };
}
