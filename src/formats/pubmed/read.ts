import { cleanLine } from "../clean.ts";
import { firstAppearance, monthIn, readDateText, soundDate, yearOf } from "../dates.ts";
import { addDetails } from "../details.ts";
import { addLinks } from "../links.ts";
import type { OpenReader } from "../reader.ts";
import type { SourceAuthor } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import type { XmlElement } from "../xml/elements.ts";
import { openXml } from "../xml/read.ts";
import {
  blockText,
  find,
  findUnplaced,
  markedText,
  rawText,
  textAt,
  textsAt,
} from "../xml/text.ts";

function readAuthor(author: XmlElement): SourceAuthor[] {
  const collective = textAt(author, "CollectiveName");
  if (collective !== undefined) return [{ collective }];
  const family = textAt(author, "LastName");
  if (family === undefined) return [];
  const suffix = textAt(author, "Suffix");
  const given = textAt(author, "ForeName") ?? textAt(author, "Initials") ?? "";
  const id = find(author, "Identifier").find(({ attributes }) => attributes["Source"] === "ORCID");
  return [
    {
      ...{ family, given },
      ...(suffix === undefined ? {} : { suffix }),
      ...(id === undefined ? {} : { orcid: rawText(id) }),
    },
  ];
}

/** `Year`, `Month` as a name or number, `Day`; or `MedlineDate`: `1998 Dec-1999 Jan`. */
function readDate(date: XmlElement | undefined): string | undefined {
  if (!date) return undefined;
  const year = textAt(date, "Year");
  if (year === undefined) return readDateText(textAt(date, "MedlineDate") ?? "");
  return soundDate(year, monthIn(textAt(date, "Month") ?? ""), textAt(date, "Day"));
}

/** Paragraphs with their headings: `Background: …`. */
function readAbstract(parts: readonly XmlElement[]): string {
  return parts
    .map((part) => {
      const label = part.attributes["Label"];
      const text = blockText(part);
      const isHeading = label !== undefined && label !== "" && !/^unlabelled$/iu.test(label);
      return isHeading && text !== "" ? `${sentenceCase(label)}: ${text}` : text;
    })
    .filter((text) => text !== "")
    .join("\n\n");
}

const sentenceCase = (label: string) =>
  /\p{Ll}/u.test(label) ? label : label.slice(0, 1) + label.slice(1).toLowerCase();

/** Elements of a citation and of its article that are read, or that only restate. */
const PLACED =
  "PMID Article KeywordList MedlineJournalInfo ArticleTitle Book Abstract AuthorList Journal ArticleDate Pagination " +
  "ELocationID ArticleIdList";

/** PubMed ends every title with a point, and puts translated ones in brackets. */
const tidyTitle = (title: string) =>
  cleanLine(title)
    .replace(/(?<!\.\.)(?<!\b\p{L})\.$/u, "")
    .replace(/^\[(.*)\]$/u, "$1")
    .replace(/(?<!\.\.)\.$/u, "");

/** Reads PubMed's XML (DTD of 2025), articles and books. */
export const openPubmed: OpenReader = openXml((source) => ({
  elements: ["PubmedArticle", "PubmedBookArticle", "MedlineCitation"],
  read: (element, line, sink) => {
    const isBook = element.name === "PubmedBookArticle";
    const citation = find(element, isBook ? "BookDocument" : "MedlineCitation")[0] ?? element;
    const article = find(citation, "Article")[0] ?? citation;
    const title = find(article, "ArticleTitle")[0] ?? find(article, "Book", "BookTitle")[0];
    const record = bareRecord(source, line, title ? tidyTitle(markedText(title)) : "");
    record.abstract = readAbstract(find(article, "Abstract", "AbstractText"));
    record.authors = [
      ...find(article, "AuthorList", "Author"),
      ...find(article, "Book", "AuthorList", "Author"),
    ].flatMap(readAuthor);
    const issue = readDate(
      find(article, "Journal", "JournalIssue", "PubDate")[0] ?? find(article, "Book", "PubDate")[0],
    );
    // Online first: the day on which it could be read.
    const online = readDate(find(article, "ArticleDate")[0]);
    const date = firstAppearance([online, issue]);
    if (date !== undefined) record.date = date;
    const year = yearOf(issue);
    if (year !== undefined && year !== yearOf(date)) record.venueYear = year;
    const venue =
      textAt(article, "Journal", "Title") ??
      textAt(article, "Journal", "ISOAbbreviation") ??
      textAt(citation, "MedlineJournalInfo", "MedlineTA");
    if (venue !== undefined) record.venue = venue;
    addDetails(record, {
      kind: isBook ? "book" : "article",
      volume: textAt(article, "Journal", "JournalIssue", "Volume"),
      issue: textAt(article, "Journal", "JournalIssue", "Issue"),
      pages: textAt(article, "Pagination", "MedlinePgn"),
      publisher: textAt(article, "Book", "Publisher", "PublisherName"),
    });
    const pmid = textAt(citation, "PMID");
    const ids = find(element, "PubmedData", "ArticleIdList", "ArticleId");
    const places = find(article, "ELocationID");
    const dois = [
      ...places.filter(({ attributes }) => attributes["EIdType"] === "doi"),
      ...ids.filter(({ attributes }) => attributes["IdType"] === "doi"),
    ];
    addLinks(
      record,
      {
        doi: dois.map((doi) => cleanLine(rawText(doi))),
        url: [pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`],
      },
      sink,
    );
    const keywords = textsAt(citation, "KeywordList", "Keyword");
    if (keywords.length > 0) record.keywords = keywords;
    nameUnplaced(record, [
      ...findUnplaced(citation, PLACED),
      ...(article === citation ? [] : findUnplaced(article, PLACED)),
    ]);
    return record;
  },
}));
