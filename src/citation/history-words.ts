import type { HistoryImport, HistoryRow } from "../catalog/history.ts";
import { formatDate, parseDate } from "../paper/dates.ts";

/** How a history is told in words, on its pages and in its feeds. */

const FIELDS: Readonly<Record<string, string>> = {
  body: "abstract",
  arxiv: "arXiv id",
  doi: "DOI",
  url: "web page",
  pdf: "PDF",
  aliases: "other keys",
};

/** What of a paper changed: `date, abstract`. */
export const fieldWords = (fields: readonly string[]): string =>
  fields.map((field) => FIELDS[field] ?? field).join(", ");

const papers = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "paper" : "papers"}`;

/** `63 papers added, 2 changed`: the first count says of what. */
export function countWords(counts: HistoryImport["counts"]): string {
  const told = (["added", "changed", "removed"] as const).filter((kind) => counts[kind] > 0);
  return told
    .map(
      (kind, i) => `${i === 0 ? papers(counts[kind]) : counts[kind].toLocaleString("en")} ${kind}`,
    )
    .join(", ");
}

/** `23 November 2026`, the day in UTC. */
export function dayWords(at: string): string {
  const date = parseDate(at.slice(0, 10));
  return date ? formatDate(date) : at;
}

/** `21:46 UTC`. */
export const timeWords = (at: string): string => `${at.slice(11, 16)} UTC`;

/** A paper's title; the key where nobody knows the title any more. */
export const titleOf = ({ paper, key }: HistoryRow): string => paper?.title ?? key;
