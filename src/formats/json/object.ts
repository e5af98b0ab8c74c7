import { cleanLine } from "../clean.ts";
import { readCommaName, readNameList } from "../names.ts";
import type { ReadOptions, Sink } from "../reader.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import type { Column } from "../table/columns.ts";
import { mapColumns } from "../table/columns.ts";
import { rowToRecord } from "../table/record.ts";
import type { Json } from "./values.ts";
import { isEmpty, isObject, lineOf, textOf } from "./values.ts";

/** What is at a name, or at a path of names: `journal.name`. */
function valueAt(item: Json, path: string): unknown {
  if (path in item || !path.includes(".")) return item[path];
  return path
    .split(".")
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), item);
}

/** The text of a value; of an object the part that names it: `{"url": …}`, `{"name": …}`, OpenReview's `{"value": …}`. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return textOf(value);
  for (const part of ["value", "name", "display_name", "url", "title"])
    if (textOf(value[part]) !== undefined) return textOf(value[part]);
  return undefined;
}

/** Lists stand bare, or in an object's `value`. */
const listIn = (value: unknown): unknown[] | undefined =>
  Array.isArray(value) ? value : isObject(value) ? listIn(value["value"]) : undefined;

/** A person as programs write them: a name, `{"name": …}`, `{"first": …, "last": …}`, OpenAlex's `{"author": …}`. */
function readPerson(value: unknown): SourceAuthor | undefined {
  if (typeof value === "string") return readCommaName(value);
  if (!isObject(value)) return undefined;
  if (isObject(value["author"])) return readPerson(value["author"]);
  const orcid = lineOf(value["orcid"]) ?? lineOf(value["ORCID"]);
  const named = readNamed(value);
  const hasNone = orcid === undefined || named === undefined || "collective" in named;
  return hasNone ? named : { ...named, orcid };
}

function readNamed(value: Json): SourceAuthor | undefined {
  const part = (...names: string[]) => names.map((name) => lineOf(value[name])).find(Boolean);
  const family = part("family", "familyName", "last", "lastName", "last_name", "surname");
  const given = part("given", "givenName", "first", "firstName", "first_name", "forename") ?? "";
  if (family !== undefined) return { family, given };
  const name = nameOf(value) ?? part("fullName", "full_name");
  return name === undefined ? undefined : { name: cleanLine(name) };
}

/** One object of some program's own making as a record: its fields are found by their names, or named. */
export function objectToRecord(
  item: Json,
  source: string,
  line: number,
  sink: Sink,
  { columns }: ReadOptions,
): SourceRecord {
  const map = mapColumns(Object.keys(item), columns);
  const values = (column: Column) => (map.get(column) ?? []).map((name) => valueAt(item, name));
  const texts = (column: Column) =>
    values(column)
      .map(nameOf)
      .filter((text) => text !== undefined);
  const people = values("authors").map(listIn).find(Boolean);
  const words = values("keywords").map(listIn).find(Boolean);
  const authors = people?.map(readPerson).filter((author) => author !== undefined);
  const placed = new Set([...map.values()].flat().map((name) => name.split(".")[0]));
  const unplaced = Object.keys(item).filter((name) => !placed.has(name) && !isEmpty(item[name]));
  return rowToRecord(
    {
      ...{ source, line, texts, unplaced },
      authors: authors ?? readNameList(texts("authors")[0] ?? ""),
      ...(words === undefined
        ? {}
        : { keywords: words.map(nameOf).filter((text) => text !== undefined) }),
    },
    sink,
  );
}
