import type { HistoryImport, HistoryRow } from "../catalog/history.ts";
import type { Urls } from "../urls.ts";
import type { FeedItem } from "./feed-format.ts";
import { countWords, dayWords, fieldWords, titleOf } from "./history-words.ts";

/** Imports that the feed of changes carries. */
const LATEST = 50;

/** Titles of each kind that an item names; the page has the rest. */
const NAMED = 20;

const tell = (row: HistoryRow) =>
  row.fields.length > 0 ? `${titleOf(row)} (${fieldWords(row.fields)})` : titleOf(row);

function textOf({ rows, counts }: HistoryImport): string {
  const kinds = ["added", "changed", "removed"] as const;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const named = rows.filter((row) => row.kind === kind).slice(0, NAMED);
      const left = counts[kind] - named.length;
      const more = left > 0 ? `; and ${String(left)} more` : "";
      return `${kind[0]?.toUpperCase() ?? ""}${kind.slice(1)}: ${named.map(tell).join("; ")}${more}.`;
    })
    .join(" ");
}

/** An item an import. Its id is its page's address, which no later import changes. */
export const historyItems = (
  history: readonly HistoryImport[],
  urls: Pick<Urls, "absolute" | "change">,
): FeedItem[] =>
  history.slice(0, LATEST).map((one) => {
    const url = urls.absolute(urls.change(one.id));
    return {
      id: url,
      url,
      title: `${dayWords(one.at)}: ${countWords(one.counts)}`,
      text: textOf(one),
      date: new Date(one.at),
    };
  });
