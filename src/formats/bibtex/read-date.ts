import { monthIn, soundDate } from "../dates.ts";

/**
 * The date of an entry out of BibLaTeX's `date` (ISO 8601-2: ranges begin it, marks of doubt go) or of
 * `year`, `month` and `day`. Undefined where nothing in them is a year.
 */
export function readDate(fields: ReadonlyMap<string, string>): string | undefined {
  const first = (...names: string[]) => names.map((name) => fields.get(name) ?? "").find(Boolean);
  const full = first("date") ?? (first("year") === undefined ? first("eventdate") : undefined);
  const iso = /^\s*(\d{4})(?:[-/](\d{1,2})(?!\d))?(?:[-/](\d{1,2})(?!\d))?/u.exec(full ?? "");
  if (iso) return soundDate(iso[1] ?? "", iso[2], iso[3]);
  const own = first("year") ?? full ?? "";
  const year = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u.exec(own)?.[0];
  if (year === undefined) return undefined;
  const text = fields.get("month") ?? "";
  const month = monthIn(text.replace(/[{}\\~]/gu, " ").trim());
  const isNumber = /^\D*\d{1,2}\D*$/u.test(text) && !/[a-z]{3}/iu.test(text);
  const day = fields.get("day") ?? (isNumber ? undefined : /(?<!\d)\d{1,2}(?!\d)/u.exec(text)?.[0]);
  return soundDate(year, month, day === undefined ? undefined : /\d{1,2}/u.exec(day)?.[0]);
}
