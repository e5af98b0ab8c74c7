import { firstAppearance, readDateText } from "../dates.ts";
import { addLinks } from "../links.ts";
import { readNameList } from "../names.ts";
import type { OpenReader, Sink } from "../reader.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import type { XmlElement } from "../xml/elements.ts";
import { openXml } from "../xml/read.ts";
import { blockText, find, findUnplaced, rawText, textAt, textsAt } from "../xml/text.ts";
import { readJournalRef } from "./journal-ref.ts";

/** `arXiv:2401.00001`, so that whatever reads ids knows whose it is. */
const arxivOf = (id: string | undefined) =>
  id === undefined ? undefined : /arxiv/iu.test(id) ? id : `arXiv:${id}`;

const firstBlock = (element: XmlElement, name: string) => {
  const [found] = find(element, name);
  return found ? blockText(found) : "";
};

function addJournal(record: SourceRecord, text: string | undefined): void {
  const { venue, year } = readJournalRef(text ?? "");
  if (venue === undefined) return;
  record.venue = venue;
  if (year !== undefined && String(year) !== record.date?.slice(0, 4)) record.venueYear = year;
}

/** Elements that are read, or that only restate what others say. */
const PLACED = {
  entry: "id title summary author published updated journal_ref doi primary_category category link",
  metadata: "id title abstract authors created updated version journal-ref doi categories",
  dc: "title description creator date identifier",
};

/** An entry of the API's Atom feed: https://info.arxiv.org/help/api/user-manual.html. */
function readEntry(entry: XmlElement, record: SourceRecord, sink: Sink): void {
  record.abstract = firstBlock(entry, "summary");
  record.authors = textsAt(entry, "author", "name").map((name) => ({ name }));
  const date = readDateText(textAt(entry, "published") ?? "");
  if (date !== undefined) record.date = date;
  addJournal(record, textAt(entry, "journal_ref"));
  const id = textAt(entry, "id");
  addLinks(record, { arxiv: [id], doi: [textAt(entry, "doi")], url: [id] }, sink);
  const [primary, first] = [...find(entry, "primary_category"), ...find(entry, "category")];
  const category = (primary ?? first)?.attributes["term"];
  if (category !== undefined && record.arxiv !== undefined) record.category = category;
}

/** Authors as `arXiv` has them, in parts; or as `arXivRaw` and `arXivOld` have them, in one line. */
function readAuthors(metadata: XmlElement): SourceAuthor[] {
  const parts = find(metadata, "authors", "author");
  if (parts.length === 0) return readNameList(textAt(metadata, "authors") ?? "");
  return parts.map((author): SourceAuthor => {
    const family = textAt(author, "keyname") ?? "";
    const given = textAt(author, "forenames") ?? "";
    const suffix = textAt(author, "suffix");
    if (given === "" && /\b(?:collaboration|consortium|team|group)\b/iu.test(family))
      return { collective: family };
    return { family, given, ...(suffix === undefined ? {} : { suffix }) };
  });
}

/** The metadata of one OAI-PMH record: `arXiv`, `arXivRaw` and `arXivOld`, https://info.arxiv.org/help/oa/. */
function readMetadata(metadata: XmlElement, record: SourceRecord, sink: Sink): void {
  record.abstract = firstBlock(metadata, "abstract");
  record.authors = readAuthors(metadata);
  const [version] = find(metadata, "version");
  const told = textAt(metadata, "created") ?? (version && textAt(version, "date"));
  const date = readDateText(told ?? "");
  if (date !== undefined) record.date = date;
  addJournal(record, textAt(metadata, "journal-ref"));
  const id = arxivOf(textAt(metadata, "id"));
  addLinks(record, { arxiv: [id], doi: [textAt(metadata, "doi")] }, sink);
  const category = textAt(metadata, "categories")?.split(" ")[0];
  if (category !== undefined && record.arxiv !== undefined) record.category = category;
}

/** Dublin Core, which every OAI-PMH server has. */
function readDublinCore(dc: XmlElement, record: SourceRecord, sink: Sink): void {
  const [abstract] = find(dc, "description").sort((a, b) => rawText(b).length - rawText(a).length);
  record.abstract = abstract ? blockText(abstract) : "";
  record.authors = textsAt(dc, "creator").flatMap((name) => readNameList(name));
  const date = firstAppearance(textsAt(dc, "date").map(readDateText));
  if (date !== undefined) record.date = date;
  const ids = textsAt(dc, "identifier");
  addLinks(
    record,
    {
      doi: ids.filter((id) => /^(?:doi:|10\.)/iu.test(id)),
      url: ids.filter((id) => /^https?:/iu.test(id)),
    },
    sink,
  );
}

/** Reads what arXiv answers: its API's Atom feed, and OAI-PMH in all of its forms. */
export const openArxiv: OpenReader = openXml((source) => ({
  elements: ["entry", "record"],
  read: (element, line, sink) => {
    if (element.name === "entry") {
      const id = textAt(element, "id") ?? "";
      const record = bareRecord(source, line, textAt(element, "title") ?? "");
      // The API tells a wrong question in an entry of its own.
      if (/\/api\/errors/u.test(id)) {
        sink.problem({
          code: "source-error",
          severity: "error",
          source,
          line,
          message: `arXiv answered with an error: ${(textAt(element, "summary") ?? "").slice(0, 120)}`,
          hint: "ask again",
        });
        return undefined;
      }
      readEntry(element, record, sink);
      nameUnplaced(record, findUnplaced(element, PLACED.entry));
      return record;
    }
    const [metadata] = find(element, "metadata");
    const inner = metadata?.children.find((child) => typeof child !== "string");
    if (!inner) {
      const id = textAt(element, "header", "identifier") ?? "a record";
      const message = `${id} was withdrawn or has no metadata: it becomes no entry`;
      sink.problem({ code: "no-paper", severity: "note", source, line, message });
      return undefined;
    }
    const record = bareRecord(source, line, textAt(inner, "title") ?? "");
    const isDublinCore = inner.name === "dc";
    if (isDublinCore) readDublinCore(inner, record, sink);
    else readMetadata(inner, record, sink);
    nameUnplaced(record, findUnplaced(inner, isDublinCore ? PLACED.dc : PLACED.metadata));
    return record;
  },
}));
