import { cleanLine, cleanText } from "../clean.ts";
import type { ToldDate } from "../dates.ts";
import { readToldDate, tellDate, toldDate } from "../dates.ts";
import type { Json } from "../json/values.ts";
import { isEmpty, isObject, lineOf, textOf } from "../json/values.ts";
import { standsAlone } from "../../paper/kinds.ts";
import { addDetails, kindNamed } from "../details.ts";
import { addLinks } from "../links.ts";
import { readNameList } from "../names.ts";
import { readPlacedOrcids, withPlacedOrcids } from "../orcids.ts";
import type { Sink } from "../reader.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";

/** Fields that CSL alone has, or has in a form of its own; fields that it has too. */
const OWN = ["issued", "container-title", "citation-key", "title-short", "event-title"];
const SHARED = ["number", "archive", "archive_location"];
/** Fields that other programs have in their place. */
const OTHERS = ["authors", "creators", "authorships", "year", "date"];

/** Whether an object is an item of CSL, as Crossref and reference managers give them, and no other program's. */
export function isCslItem(item: Json): boolean {
  if (OWN.some((field) => item[field] !== undefined)) return true;
  const names: unknown[] = Array.isArray(item["author"]) ? item["author"] : [];
  if (names.some((name) => isObject(name) && ("family" in name || "literal" in name))) return true;
  const has = (field: string) => item[field] !== undefined;
  return SHARED.some(has) && !OTHERS.some(has);
}

/** CSL names: `family` and `given` with particles and suffix apart, or `literal` for a group. */
export function readName(value: unknown): SourceAuthor | undefined {
  if (typeof value === "string") return lineOf(value) ? { name: cleanLine(value) } : undefined;
  if (!isObject(value)) return undefined;
  const literal = lineOf(value["literal"]);
  if (literal !== undefined) return { collective: literal };
  const particles = [value["non-dropping-particle"], value["dropping-particle"]].map(lineOf);
  const family = [...particles, lineOf(value["family"])].filter(Boolean).join(" ");
  const given = lineOf(value["given"]) ?? "";
  const name = lineOf(value["name"]);
  // Crossref: a group has a `name`.
  if (family === "")
    return name !== undefined ? { collective: name } : given === "" ? undefined : { name: given };
  const suffix = lineOf(value["suffix"]);
  const orcid = lineOf(value["ORCID"]) ?? lineOf(value["orcid"]);
  return {
    ...{ family, given },
    ...(suffix === undefined ? {} : { suffix }),
    ...(orcid === undefined ? {} : { orcid }),
  };
}

/** Authors: CSL's list of names; as some programs have it, one name without its list, or all names in one text. */
function readAuthors(value: unknown): SourceAuthor[] {
  if (typeof value === "string") return readNameList(value);
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return names.map(readName).filter((author) => author !== undefined);
}

/** A CSL date, `{"date-parts": [[2024, 6, 5]]}` or `{"raw": "2024-06-05"}`, as far as it is a date, and as written. */
function readCslDate(value: unknown): { told: ToldDate; written: string } {
  const isText = typeof value === "string";
  const { "date-parts": list, raw, literal } = isObject(value) ? value : {};
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  const parts: unknown[] = Array.isArray(first) ? first : [];
  const [year, month, day] = parts.map((part) => textOf(part)?.trim());
  const told =
    year === undefined
      ? {}
      : toldDate(/^\d+$/u.test(year) ? year.padStart(4, "0") : year, month, day);
  const text = isText ? value : (lineOf(raw) ?? lineOf(literal) ?? "");
  if (told.date === undefined && text !== "") return { told: readToldDate(text), written: text };
  return { told, written: [year, month, day].filter(Boolean).join("-") };
}

/** An `id` that no person gave: an address, a number in somebody's database (Zotero's eight signs). */
const NO_KEY = /:\/\/|\/items\/|^\d+\/|^10\.\d{4,9}\/|^[2-9A-HJ-NP-Z]{8}$/u;

/** Fields that a record has whatever they say, or that only say again, shorter, what another says. */
const READ = new Set(
  (
    "id citation-key type title title-short shortTitle author abstract issued container-title " +
    "container-title-short journalAbbreviation volume issue page article-number publisher DOI URL keyword custom"
  ).split(" "),
);

/** Names of an item's fields that say something and of which nothing is in its record. */
function findUnplaced(item: Json, { arxiv, doi, url, venue }: SourceRecord): string[] {
  const isAddress = (text: string) =>
    [arxiv, doi, url].some((address) => address !== undefined && text.includes(address));
  return Object.keys(item).filter((name) => {
    const text = textOf(item[name]);
    const isPlaced = text !== undefined && (isAddress(text) || cleanLine(text) === venue);
    return !READ.has(name) && !isEmpty(item[name]) && !isPlaced;
  });
}

/** One CSL item as a record; what is missing is left out, what is unsafe is dropped and named. */
export function toRecord(item: Json, source: string, line: number, sink: Sink): SourceRecord {
  const record = bareRecord(source, line, cleanText(textOf(item["title"]) ?? ""));
  const id = lineOf(item["id"]);
  const key =
    lineOf(item["citation-key"]) ?? (id === undefined || NO_KEY.test(id) ? undefined : id);
  if (key !== undefined) record.sourceKey = key;
  record.abstract = cleanText(textOf(item["abstract"]) ?? "");
  const custom = isObject(item["custom"]) ? item["custom"] : {};
  const authors = readAuthors(item["author"]);
  record.authors = withPlacedOrcids(authors, readPlacedOrcids(lineOf(custom["orcids"]) ?? ""));
  const { told, written } = readCslDate(item["issued"]);
  if (told.date !== undefined) record.date = told.date;
  const hint = 'write "issued": {"date-parts": [[2024, 6, 5]]}';
  for (const problem of tellDate(record, written, told, hint)) sink.problem(problem);
  const kind = kindNamed(lineOf(item["type"]));
  const venue =
    lineOf(item["container-title-short"]) ??
    lineOf(item["container-title"]) ??
    (standsAlone(kind) ? lineOf(item["collection-title"]) : undefined);
  if (venue !== undefined) record.venue = venue;
  addDetails(record, {
    kind,
    volume: textOf(item["volume"]),
    issue: textOf(item["issue"]),
    pages: textOf(item["page"]) ?? textOf(item["article-number"]),
    publisher: textOf(item["publisher"]),
  });
  const archive = [item["archive"], item["publisher"]].map(textOf).join(" ");
  const isArxiv = /arxiv/iu.test(archive);
  const ids = ["number", "archive_location", "note"]
    .map((field) => textOf(item[field]))
    .filter((text) => text !== undefined && (isArxiv || /arxiv/iu.test(text)));
  const own = (name: string) => [lineOf(custom[name])];
  addLinks(
    record,
    {
      ...{ arxiv: ids, doi: [textOf(item["DOI"])], url: [textOf(item["URL"])] },
      ...{ pdf: own("pdf"), code: own("code"), project: own("project") },
    },
    sink,
  );
  const category = lineOf(custom["category"]);
  if (category !== undefined && record.arxiv !== undefined) record.category = category;
  const keywords = (textOf(item["keyword"]) ?? "").split(/[,;]/u).map(cleanLine);
  if (keywords.some(Boolean)) record.keywords = keywords.filter(Boolean);
  nameUnplaced(record, findUnplaced(item, record));
  return record;
}
