import { Document, isScalar, isSeq, parseDocument, Scalar } from "yaml";
import { parseFrontmatter, splitFrontmatter } from "../loader/frontmatter.ts";

/** The fields of an entry, in the order in which they are written. */
export const FIELDS = [
  "title",
  "authors",
  "date",
  "venue",
  "kind",
  "volume",
  "issue",
  "pages",
  "publisher",
  "arxiv",
  "category",
  "doi",
  "url",
  "pdf",
  "code",
  "project",
  "topics",
  "tags",
  "aliases",
] as const;

export type Field = (typeof FIELDS)[number];

/** An entry's frontmatter as plain values; what is not known is absent. */
export type EntryData = Partial<Record<Field, unknown>>;

/** An entry as it stands in a file. */
export interface EntryFile {
  data: EntryData;
  /** Without white space at its ends. */
  body: string;
}

const FLOW: readonly Field[] = ["topics", "tags", "aliases"];

/** Fields whose texts may be numbers. */
const NUMERALS: readonly Field[] = ["date", "volume", "issue", "pages"];

/** A year or a volume alone is written as a number: quotes around it would only puzzle. */
const written = (field: Field, value: unknown) =>
  NUMERALS.includes(field) && typeof value === "string" && /^[1-9]\d{0,5}$/u.test(value)
    ? Number(value)
    : value;

/** Sets a field. TeX in a text that needs quotes gets single ones: double ones would double its backslashes. */
function setField(document: Document, field: Field, value: unknown): void {
  document.set(field, document.createNode(written(field, value)));
  const node = document.get(field, true);
  if (FLOW.includes(field) && isSeq(node)) node.flow = true;
  if (
    isScalar(node) &&
    typeof value === "string" &&
    value.includes("\\") &&
    /:\s|:$|\s#/u.test(value)
  )
    node.type = Scalar.QUOTE_SINGLE;
}

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

const join = (yaml: string, body: string) =>
  `---\n${yaml.trimEnd()}\n---\n${body.trim() === "" ? "" : `\n${body.trim()}\n`}`;

/** An entry as the text of its file: the fields in fixed order, then the body. */
export function writeEntry({ data, body }: EntryFile): string {
  const document = new Document({});
  for (const field of FIELDS) {
    const value = data[field];
    if (value === undefined || (field === "aliases" && Array.isArray(value) && value.length === 0))
      continue;
    setField(document, field, value);
  }
  return join(document.toString(STYLE), body);
}

/** Reads an entry's file; undefined where it is no entry. */
export function readEntryFile(text: string): EntryFile | undefined {
  const parts = splitFrontmatter(text);
  if (!parts) return undefined;
  const { data, problems } = parseFrontmatter(parts, "");
  if (problems.length > 0) return undefined;
  const known: EntryData = {};
  for (const field of FIELDS) {
    const value = data[field];
    if (value === undefined || value === null) continue;
    known[field] = NUMERALS.includes(field) && typeof value === "number" ? String(value) : value;
  }
  return { data: known, body: parts.body.trim() };
}

/** The same file with some fields and perhaps the body changed; all else stays as it was typed. */
export function editEntry(text: string, changes: EntryData, body: string | undefined): string {
  const parts = splitFrontmatter(text);
  if (!parts) return text;
  const document = parseDocument(parts.data);
  for (const field of FIELDS) {
    if (changes[field] === undefined) continue;
    setField(document, field, changes[field]);
  }
  return join(document.toString(STYLE), body ?? parts.body);
}
