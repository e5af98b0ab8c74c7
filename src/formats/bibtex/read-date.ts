import type { ToldDate } from "../dates.ts";
import { monthIn, readToldDate, toldDate } from "../dates.ts";
import { readTexLine } from "./read-tex.ts";

/** Parts of a year that are no months, and that no date can say. */
const SEASON = /\b(?:spring|summer|autumn|fall|winter|quarter|q[1-4])\b/iu;

/** Whether a text is nothing but a date: each word in it is a month's name. */
const isDateAlone = (text: string) =>
  [...text.matchAll(/\p{L}+/gu)].every(
    ([word]) => word.length > 2 && /^\d/u.test(monthIn(word) ?? ""),
  );

/** The date in a year, and in a month and a day beside it. */
function readParts(year: string, monthText: string, dayText: string | undefined): ToldDate {
  const month = monthIn(monthText);
  const isNumber = /^\D*\d{1,2}\D*$/u.test(monthText) && !/[a-z]{3}/iu.test(monthText);
  const isDay = !isNumber && !SEASON.test(monthText);
  const day = dayText ?? (!isDay ? undefined : /(?<!\d)\d{1,2}(?!\d)/u.exec(monthText)?.[0]);
  const told = toldDate(year, month, day === undefined ? undefined : /\d{1,2}/u.exec(day)?.[0]);
  const isUnknown = month === undefined && /\p{L}/u.test(monthText) && !SEASON.test(monthText);
  return isUnknown ? { ...told, lacks: "none" } : told;
}

/**
 * The date of an entry out of BibLaTeX's `date` (ISO 8601-2: ranges begin it, marks of doubt go) or of
 * `year`, `month` and `day`, else out of Web of Science's for a paper that has no issue yet; and how that is written.
 */
export function readDate(fields: ReadonlyMap<string, string>): { told: ToldDate; written: string } {
  const first = (...names: string[]) =>
    names.map((name) => (fields.get(name) ?? "").trim()).find(Boolean);
  const other = () => first("eventdate") ?? first("early access date");
  const full = first("date") ?? (first("year") === undefined ? other() : undefined);
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?!\d))?(?:[-/](\d{1,2})(?!\d))?/u.exec(full ?? "");
  if (iso) return { told: toldDate(iso[1] ?? "", iso[2], iso[3]), written: full ?? "" };
  const own = readTexLine(first("year") ?? full ?? "");
  const month = readTexLine(first("month") ?? "");
  const year = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u.exec(own)?.[0];
  if (year === undefined) return { told: {}, written: own };
  // `year = {March 2021}`, `year = {25.12.2021}`.
  if (month === "" && isDateAlone(own)) {
    const told = readToldDate(own);
    if (told.date?.startsWith(year)) return { told, written: own };
  }
  const written = [first("day"), month, own].filter(Boolean).join(" ");
  return { told: readParts(year, month, first("day")), written };
}
