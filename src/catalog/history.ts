import type { Change } from "../paper/changes.ts";
import { changeIds } from "../paper/changes.ts";
import { fold } from "../paper/fold.ts";
import type { Paper } from "../paper/paper.ts";
import { compareText } from "./group.ts";
import type { Catalog } from "./types.ts";

/** Imports on one page of the history: each shows the first of its papers. */
export const IMPORTS_ON_PAGE = 20;

/** Papers on one page of an import: a row is a line or two, so that it holds more than other lists do. */
export const PAPERS_ON_PAGE = 200;

/** What an import did to a paper, and what stands at its address today. */
export interface HistoryRow {
  kind: "added" | "changed" | "removed";
  /** The paper's key today where it is known, else the one that it had. */
  key: string;
  /** The paper, offered or withdrawn. */
  paper?: Paper;
  /** Whether its address leads somewhere: to the paper, to why it is gone, or to what took its place. */
  isLed: boolean;
  /** What of a changed paper changed; `body` is the abstract. */
  fields: string[];
}

/** One import as its page shows it. */
export interface HistoryImport {
  /** Its name in addresses. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  sources: string[];
  counts: Record<HistoryRow["kind"], number>;
  /** Added, changed, removed, each by title. */
  rows: HistoryRow[];
}

/** A paper by any key that it ever had. */
type Find = (key: string) => Pick<HistoryRow, "key" | "paper" | "isLed">;

function finder(
  { byKey, aliases, withdrawn }: Pick<Catalog, "byKey" | "aliases" | "withdrawn">,
  moved: ReadonlySet<string>,
): Find {
  const gone = new Map(
    withdrawn.flatMap((paper) => [paper.key, ...paper.aliases].map((key) => [key, paper] as const)),
  );
  return (key) => {
    const paper = byKey.get(key) ?? byKey.get(aliases.get(key) ?? "") ?? gone.get(key);
    return paper
      ? { key: paper.key, paper, isLed: true }
      : { key, isLed: moved.has(`papers/${key}/`) };
  };
}

/** Rows by title. Each is folded once: an import of a large collection has all of its papers. */
const byTitle = (rows: readonly HistoryRow[]): HistoryRow[] =>
  rows
    .map((row) => ({ row, name: fold(row.paper?.title ?? row.key) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.row.key, b.row.key))
    .map(({ row }) => row);

/**
 * What every import did, newest first, with what its papers are today.
 *
 * @param moved addresses of `moved.yaml`: they lead on, or say why not.
 */
export function listHistory(
  changes: readonly Change[],
  catalog: Pick<Catalog, "byKey" | "aliases" | "withdrawn">,
  moved: ReadonlySet<string> = new Set(),
): HistoryImport[] {
  const find = finder(catalog, moved);
  const ids = changeIds(changes);
  return changes
    .map(({ at, sources, added, changed, removed }, n): HistoryImport => {
      const rowsOf = (kind: HistoryRow["kind"], keys: readonly string[]) =>
        byTitle(keys.map((key) => ({ kind, ...find(key), fields: [] })));
      const rows = [
        ...rowsOf("added", added),
        ...byTitle(changed.map(({ key, fields }) => ({ kind: "changed", ...find(key), fields }))),
        ...rowsOf("removed", removed),
      ];
      const counts = {
        added: added.length,
        changed: changed.length,
        removed: removed.length,
      };
      return { id: ids[n] ?? "", at, sources, counts, rows };
    })
    .sort((a, b) => compareText(b.at, a.at) || compareText(b.id, a.id));
}
