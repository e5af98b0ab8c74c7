import { parseDate } from "../../paper/dates.ts";
import type { Problem } from "../../paper/problem.ts";
import { cleanLine, cleanText } from "../clean.ts";
import { arxivIdIn, doiIn, webAddress } from "../identifiers.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import { bareRecord } from "../record.ts";

type Json = Record<string, unknown>;

/** Whether a JSON value is an object, neither list nor null. */
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field's text; a number counts, for years and volumes come as either. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

const lineOf = (value: unknown) => {
  const text = textOf(value);
  return text === undefined ? undefined : cleanLine(text) || undefined;
};

/** CSL names: `family` and `given` with particles and suffix apart, or `literal` for a group. */
export function readName(value: unknown): SourceAuthor | undefined {
  if (typeof value === "string") return lineOf(value) ? { name: cleanLine(value) } : undefined;
  if (!isObject(value)) return undefined;
  const literal = lineOf(value["literal"]);
  if (literal !== undefined) return { collective: literal };
  const particles = [value["non-dropping-particle"], value["dropping-particle"]].map(lineOf);
  const family = [...particles, lineOf(value["family"])].filter(Boolean).join(" ");
  const given = lineOf(value["given"]) ?? "";
  if (family === "") return given === "" ? undefined : { name: given };
  const suffix = lineOf(value["suffix"]);
  return { family, given, ...(suffix === undefined ? {} : { suffix }) };
}

const pad = (part: unknown) => String(Number(part)).padStart(2, "0");

/** A CSL date, `{"date-parts": [[2024, 6, 5]]}` or `{"raw": "2024-06-05"}`, as far as it is a date. */
export function readCslDate(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const list = value["date-parts"];
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  const parts: unknown[] = Array.isArray(first) ? first : [];
  // A day that does not exist falls back to its month, a month to its year.
  for (let precision = Math.min(parts.length, 3); precision > 0; precision -= 1) {
    const [year, ...rest] = parts.slice(0, precision);
    const iso = [String(Number(year)).padStart(4, "0"), ...rest.map(pad)].join("-");
    if (parseDate(iso)) return iso;
  }
  const raw = lineOf(value["raw"]) ?? lineOf(value["literal"]) ?? "";
  const iso = /\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b/u.exec(raw)?.[0];
  return iso !== undefined && parseDate(iso) ? iso : undefined;
}

/** Abstracts of some sources are JATS or HTML: what only marks a paragraph or a heading is taken off. */
const withoutJats = (text: string) =>
  text
    .replace(/<\/?jats:(?:p|sec)>\s*/giu, "\n\n")
    .replace(/<jats:title>[^<]*<\/jats:title>/giu, "")
    .replace(/<\/?jats:[a-z-]+>/giu, "");

/** One CSL item as a record; what is missing is left out, what is unsafe is dropped and named. */
export function toRecord(
  item: Json,
  source: string,
  line: number,
  problems: Problem[],
): SourceRecord {
  const record = bareRecord(source, line, cleanText(textOf(item["title"]) ?? ""));
  const key = lineOf(item["citation-key"]) ?? lineOf(item["id"]);
  if (key !== undefined) record.sourceKey = key;
  record.abstract = cleanText(withoutJats(textOf(item["abstract"]) ?? ""));
  const names: unknown[] = Array.isArray(item["author"]) ? item["author"] : [];
  record.authors = names.map(readName).filter((author) => author !== undefined);
  const date = readCslDate(item["issued"]);
  if (date !== undefined) record.date = date;
  const venue = lineOf(item["container-title-short"]) ?? lineOf(item["container-title"]);
  if (venue !== undefined) record.venue = venue;
  const fields = [item["URL"], item["DOI"], item["number"], item["note"], item["archive_location"]];
  const texts = fields.map((field) => textOf(field) ?? "");
  const archive = /arxiv/iu.test(textOf(item["archive"]) ?? textOf(item["publisher"]) ?? "");
  const arxiv = texts
    .map((text, index) =>
      index === 2 && !archive && !/arxiv/iu.test(text) ? undefined : arxivIdIn(text),
    )
    .find((id) => id !== undefined);
  if (arxiv !== undefined) record.arxiv = arxiv;
  const doi = doiIn(textOf(item["DOI"]) ?? "");
  if (doi !== undefined && !/^10\.48550\//u.test(doi)) record.doi = doi;
  const address = lineOf(item["URL"]);
  if (address !== undefined) {
    const url = webAddress(address);
    if (url !== undefined) record.url = url;
    else problems.push(unsafeLink(source, line, address));
  }
  return record;
}

/** The problem of an address that is neither http nor https. */
export function unsafeLink(source: string, line: number, address: string): Problem {
  return {
    code: "unsafe-link",
    severity: "warning",
    source,
    line,
    message: `"${address.slice(0, 80)}" is no web address: it is left out`,
    hint: "write it in full, starting with https://",
  };
}
