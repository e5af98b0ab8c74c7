import { parseDate } from "../paper/dates.ts";

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
export function readDateText(text: string): string | undefined {
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
      return soundDate(year, month ?? packedMonth, day ?? packedDay);
  }
  // `05/06/2024` may be June or May: only a number that can be no month tells.
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(trimmed);
  if (slashed) {
    const [, first = "", second = "", year = ""] = slashed;
    if (Number(first) > 12 || trimmed.includes(".")) return soundDate(year, second, first);
    return Number(second) > 12 ? soundDate(year, first, second) : soundDate(year);
  }
  const year = YEAR.exec(trimmed)?.[0];
  if (year === undefined) return undefined;
  const rest = trimmed.replace(year, " ").replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, " ");
  if (!/\p{L}{3}/u.test(rest)) {
    const month = /^\W*(\d{1,2})\W*$/u.exec(rest)?.[1];
    return soundDate(year, month);
  }
  const month = monthIn(rest.replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/giu, " "));
  const isNamed = /\p{L}{3}/u.test(rest);
  // Of two days, `5-7 June`, the first; `June 5--July 7` too.
  const day = isNamed ? /(?<!\d)\d{1,2}(?!\d)/u.exec(rest)?.[0] : undefined;
  return soundDate(year, month, day);
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
