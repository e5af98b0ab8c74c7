import { parseDate } from "../paper/dates.ts";
import type { Problem } from "../paper/problem.ts";
import { cleanLine } from "./clean.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Months as other languages' exports spell them, by their first letters. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  mär: 3,
  mae: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  avr: 4,
  jui: 6,
  aoû: 8,
  déc: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
};

const two = (part: string | number) => String(part).padStart(2, "0");

/** As much of a date as exists: a day that does not falls back to its month, a month to its year. */
export function soundDate(year: string, month?: string, day?: string): string | undefined {
  const parts = [year, month, day];
  for (let precision = 3; precision > 0; precision -= 1) {
    const known = parts.slice(0, precision);
    const iso = known.map((part, at) => (at === 0 ? part : two(part ?? ""))).join("-");
    if (known.every((part) => part !== undefined) && parseDate(iso)) return iso;
  }
  return undefined;
}

/** What a text tells of a date, and why that is less than it says, if it is. */
export interface ToldDate {
  /** ISO 8601, as `soundDate` has it. */
  date?: string;
  /** `none`: a month or day of it does not exist; `unclear`: it may be either of two. */
  lacks?: "none" | "unclear";
}

/** A second number behind a year that is no month: of `2021/22` the next year, of `2021-21` a season (ISO 8601-2). */
const isNoMonth = (year: string, month: string) =>
  Number(month) === (Number(year) + 1) % 100 || (Number(month) > 20 && Number(month) < 42);

/** The date of a year, month and day as a source has them; what is zero is not known. */
export function toldDate(year: string, month?: string, day?: string): ToldDate {
  const date = soundDate(year, month, day);
  if (date === undefined) return {};
  const says = (part: string | undefined) => part !== undefined && Number(part) !== 0;
  const isWhole = month !== undefined && isNoMonth(year, month);
  const told = says(day) ? 10 : says(month) ? 7 : 4;
  return isWhole || date.length >= told ? { date } : { date, lacks: "none" };
}

/** `25.12.2021`, `12/25/2021`: of two numbers that may both be months, only points say which is one. */
function readDayFirst(text: string): ToldDate | undefined {
  const [, a = "", mark, b = "", year = ""] =
    /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})(?:[\sT]+\d{1,2}:.*)?$/u.exec(text) ?? [];
  if (mark === undefined) return undefined;
  if (Number(b) > 12) return toldDate(year, a, b);
  if (Number(a) > 12 || mark === "." || Number(a) === Number(b)) return toldDate(year, b, a);
  const date = soundDate(year);
  return date === undefined ? {} : { date, lacks: "unclear" };
}

/** The number, in two digits, of the month that a text begins with or names: `jun`, `June`, `06`, `June--July`. */
export function monthIn(text: string): string | undefined {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
    const start = word.normalize("NFC").slice(0, 3);
    // `juin` and `juillet` begin alike.
    if (start === "jui") return word.startsWith("juil") ? "07" : "06";
    const index = MONTHS.indexOf(start) + 1 || (OTHER_MONTHS[start] ?? 0);
    if (index > 0) return two(index);
  }
  return /^\D{0,2}(\d{1,2})(?!\d)/u.exec(text)?.[1];
}

const YEAR = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u;

/** `2024-06-05`, `2024/6/5/`, `2024-06-05T10:00:00Z`, `20240605`; what follows a range's first date does not count. */
const NUMERIC =
  /^\s*(\d{4})(?:(?:\s*[-/.]\s*(\d{1,2}))(?:\s*[-/.]\s*(\d{1,2})(?!\d))?(?!\d)|(\d{2})(\d{2})(?!\d))?/u;

/**
 * The date in a text, as far as it is one: ISO 8601 and its ranges, RIS's `2024/06/05/`, `5 June 2024`,
 * `June 5, 2024`, `2024 Nov-Dec`, a mail's date. Undefined where nothing in it is a year.
 */
export const readDateText = (text: string): string | undefined => readToldDate(text).date;

/** The same, with what it lacks. */
export function readToldDate(text: string): ToldDate {
  // `2022年3月5日`.
  const trimmed = text
    .trim()
    .replace(/(\d)\s*[年月](?=\s*\d)/gu, "$1-")
    .replace(/[年月日号]/gu, "");
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) {
    const [whole, year = "", month, day, packedMonth, packedDay] = numeric;
    const rest = trimmed.slice(whole.length);
    const isWorded = month === undefined && /^[\s/,-]*\p{L}{3}/u.test(rest);
    if (!isWorded && (YEAR.test(year) || packedMonth === undefined))
      return toldDate(year, month ?? packedMonth, day ?? packedDay);
  }
  const dayFirst = readDayFirst(trimmed);
  if (dayFirst) return dayFirst;
  const year = YEAR.exec(trimmed)?.[0];
  if (year === undefined) return {};
  const rest = trimmed.replace(year, " ").replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, " ");
  if (!/\p{L}{3}/u.test(rest)) {
    const month = /^\W*(\d{1,2})\W*$/u.exec(rest)?.[1];
    return toldDate(year, month);
  }
  const month = monthIn(rest.replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/giu, " "));
  const isNamed = /\p{L}{3}/u.test(rest);
  // Of two days, `5-7 June`, the first; `June 5--July 7` too.
  const day = isNamed ? /(?<!\d)\d{1,2}(?!\d)/u.exec(rest)?.[0] : undefined;
  return month === undefined ? { date: year } : toldDate(year, month, day);
}

/** Says that of a date nothing was read, or less than it says; a text without letters and digits says nothing. */
export function tellDate(
  { source, line }: { source: string; line: number },
  text: string,
  { date, lacks }: ToldDate,
  hint: string,
): Problem[] {
  const written = `"${cleanLine(text).slice(0, 40)}"`;
  const place = { severity: "warning", source, line } as const;
  if (date === undefined) {
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [{ code: "bad-date", ...place, message: `${written} is no date: it is left out`, hint }];
  }
  if (lacks === undefined) return [];
  const why = lacks === "none" ? "is no date that exists" : "may be one of two days";
  const message = `${written} ${why}: ${date} alone is read`;
  return [{ code: "cut-date", ...place, message, hint }];
}

/** The year of a date. */
export const yearOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));

/**
 * Of several dates of one paper the first appearance: the earliest year, and of that the most precise;
 * of two that are as precise, the earlier.
 */
export function firstAppearance(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort(
      (a, b) =>
        (yearOf(a) ?? 0) - (yearOf(b) ?? 0) || b.length - a.length || (a < b ? -1 : a > b ? 1 : 0),
    )[0];
}
