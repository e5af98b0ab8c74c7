import { join } from "node:path";
import type { HistoryImport } from "../catalog/history.ts";
import { listHistory } from "../catalog/history.ts";
import type { Catalog } from "../catalog/types.ts";
import { CHANGES, readChanges } from "../paper/changes.ts";
import { readOptional, readSettled } from "./settled.ts";

/** What every import did to a content folder, newest first, with what its papers are today; nothing where none is recorded. */
export function readHistory(contentDir: string, catalog: Catalog): HistoryImport[] {
  const changes = readChanges(readOptional(join(contentDir, CHANGES)));
  const moved = readSettled(contentDir).map(({ address }) => address);
  return listHistory(changes, catalog, new Set(moved));
}
