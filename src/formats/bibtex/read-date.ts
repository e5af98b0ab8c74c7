import { parseDate } from "../../paper/dates.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

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

/** The number of the month that a text names or is: `jun`, `June`, `06`, `June--July`. */
function monthIn(text: string): string | undefined {
  const name = /[a-z]{3,}/iu.exec(text)?.[0].slice(0, 3).toLowerCase() ?? "";
  const index = MONTHS.indexOf(name);
  if (index !== -1) return two(index + 1);
  return /^\D{0,2}(\d{1,2})(?!\d)/u.exec(text)?.[1];
}

/**
 * The date of an entry out of BibLaTeX's `date` (ISO 8601-2: ranges begin it, marks of doubt go) or of
 * `year`, `month` and `day`. Undefined where nothing in them is a year.
 */
export function readDate(fields: ReadonlyMap<string, string>): string | undefined {
  const iso = /^\s*(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/u.exec(fields.get("date") ?? "");
  if (iso) return soundDate(iso[1] ?? "", iso[2], iso[3]);
  const own = fields.get("year") ?? fields.get("date") ?? "";
  const year = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u.exec(own)?.[0];
  if (year === undefined) return undefined;
  const text = fields.get("month") ?? "";
  const month = monthIn(text.replace(/[{}\\~]/gu, " ").trim());
  const isNumber = /^\D*\d{1,2}\D*$/u.test(text) && !/[a-z]{3}/iu.test(text);
  const day = fields.get("day") ?? (isNumber ? undefined : /(?<!\d)\d{1,2}(?!\d)/u.exec(text)?.[0]);
  return soundDate(year, month, day === undefined ? undefined : /\d{1,2}/u.exec(day)?.[0]);
}
