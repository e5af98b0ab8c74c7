/**
 * Partial dates: what is known of the day a paper first appeared, and no more.
 * Written as ISO 8601 at reduced precision: `2024`, `2024-06`, `2024-06-05`.
 */
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date that is known to the year, the month or the day. */
export interface PartialDate {
  /** As written: `2024`, `2024-06` or `2024-06-05`. Sorts as text within one precision. */
  iso: string;
  year: number;
  /** 1 to 12. */
  month?: number;
  /** 1 to 31. */
  day?: number;
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Reads `2024`, `2024-06` or `2024-06-05`; undefined for anything else, or for a day that does not exist. */
export function parseDate(iso: string): PartialDate | undefined {
  const match = PARTIAL.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  if (year === undefined || year < 1000) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && month !== undefined && (day < 1 || day > daysIn(year, month)))
    return undefined;
  return {
    iso,
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `5 June 2024`, `June 2024` or `2024`: as precise as what is known. */
export function formatDate(date: PartialDate): string {
  const month = date.month === undefined ? "" : `${MONTHS[date.month - 1] ?? ""} `;
  const day = date.day === undefined ? "" : `${String(date.day)} `;
  return `${day}${month}${String(date.year)}`;
}

/** `5 Jun 2024`: the same for narrow places. */
export function formatDateShort(date: PartialDate): string {
  const month = date.month === undefined ? "" : `${(MONTHS[date.month - 1] ?? "").slice(0, 3)} `;
  const day = date.day === undefined ? "" : `${String(date.day)} `;
  return `${day}${month}${String(date.year)}`;
}

/** Newest first; what is less precise stands at the start of its year or month, so after the rest of it. */
export function compareNewest(a: PartialDate | undefined, b: PartialDate | undefined): number {
  const left = a?.iso.padEnd(10, "-00") ?? "";
  const right = b?.iso.padEnd(10, "-00") ?? "";
  return left < right ? 1 : left > right ? -1 : 0;
}

/** The first instant of what is known, in UTC: for feeds and sitemaps, which want a full date. */
export function startOf(date: PartialDate): Date {
  return new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1));
}
