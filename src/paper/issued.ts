import type { PartialDate } from "./dates.ts";
import { parseDate } from "./dates.ts";
import type { Paper } from "./paper.ts";

/**
 * The date that a reference names: that of the venue where it has a year, else that of first publication. A paper of
 * October 2024 at a conference of 2025 is cited as 2025, and neither month nor day are known of that.
 */
export function issuedOf(paper: Pick<Paper, "date" | "venue">): PartialDate | undefined {
  const { date, venue } = paper;
  if (venue?.year === undefined || venue.year === date?.year) return date;
  return parseDate(String(venue.year));
}
