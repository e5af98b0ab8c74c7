import { cleanLine } from "../formats/clean.ts";
import type { SourceRecord } from "../formats/record.ts";
import { fold } from "../paper/fold.ts";

const differ = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && cleanLine(a) !== cleanLine(b);

const firstPage = ({ pages }: SourceRecord) => pages?.split(/[-–—,+]/u)[0]?.trim();

/**
 * Whether two records stand in different places of one journal: another volume, issue or page. A journal prints a
 * paper once; under one title it prints many columns, and parts.
 */
export function isElsewhere(a: SourceRecord, b: SourceRecord): boolean {
  if (a.venue === undefined || b.venue === undefined || fold(a.venue) !== fold(b.venue))
    return false;
  return (
    differ(a.volume, b.volume) || differ(a.issue, b.issue) || differ(firstPage(a), firstPage(b))
  );
}
