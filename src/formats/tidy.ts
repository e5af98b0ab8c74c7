import { orcidIn } from "../paper/orcid.ts";
import { withoutMojibake } from "../paper/text/index.ts";
import { tidyAbstract, tidyMarkup } from "./abstract.ts";
import { webAddress } from "./identifiers.ts";
import { partInitialsLast } from "./initials-last.ts";
import { asQuiet, namesOthers, tidyAuthor } from "./names.ts";
import type { SourceAuthor, SourceRecord } from "./record.ts";

/** A key that any other file may have too names no paper: `12`, `ITEM-3`. */
const SAYS_NOTHING = /^(?:(?:item|ref|record|entry|rn|id)?[-_ :#]*)?\d*$/iu;

function tidyKey(key: string | undefined): Pick<SourceRecord, "sourceKey" | "vagueKey"> {
  if (key === undefined || key === "") return {};
  return SAYS_NOTHING.test(key) ? { vagueKey: key } : { sourceKey: key };
}

/** The point that DBLP and PubMed put after every title; one of an abbreviation or of three stays. */
const FINAL_POINT = /(?<=[\p{Ll}\p{Lo}\p{N}]{3}[)}\]"”]?)[.。]$/u;

/** A mark that leads to a footnote; the star of `A*` is none. */
const TITLE_MARKS = /(?<=\p{Ll}{2}[)”"]?)\s*[*†‡§¶]+$/u;

const writtenName = (author: SourceAuthor): string =>
  "name" in author
    ? author.name
    : "collective" in author
      ? author.collective
      : [author.given, author.family].filter(Boolean).join(" ");

/** An author with each part of the name as a function makes it. */
function mapName(author: SourceAuthor, map: (part: string) => string): SourceAuthor {
  if ("name" in author) return { ...author, name: map(author.name) };
  if ("collective" in author) return { collective: map(author.collective) };
  return { ...author, family: map(author.family), given: map(author.given) };
}

const isShouted = (author: SourceAuthor) =>
  !("collective" in author) && /\p{Lu}{3}/u.test(writtenName(author));

/** Whether all names of a list are in capitals, one at least with a given name: then initials beside others tell nothing. */
const isLoudList = (authors: readonly SourceAuthor[]) =>
  authors.length > 1 &&
  authors.every((author) => !/\p{Ll}/u.test(writtenName(author))) &&
  authors.some((author) => "family" in author && /^\p{Lu}{3,}/u.test(author.given));

/** Signs that TeX has to escape, in a file of another format. */
const TEX_SIGNS = /\\([&%#_$])/gu;
/** Braces that guard capitals, likewise: CSL-JSON out of a `.bib`. */
const GUARDS = /\{([^{}\\$]{1,80})\}/gu;

/** What Zotero marks in names of conferences: `22<sup>nd</sup> Symposium`. */
const TAGGED = /<(sup|sub|i|b|em|sc|span)(?:\s[^<>]{0,80})?>([^<]{0,200})<\/\1>/giu;

/** The name of a venue or a publisher without what only TeX or a web page means. */
const withoutMarks = (text: string): string =>
  text.replace(TEX_SIGNS, "$1").replace(GUARDS, "$1").replace(TAGGED, "$2");

/** A record whose venue is no address: `journal = {https://…}` of a web page is its own, where it has no other. */
function withoutAddressAsVenue(record: SourceRecord): SourceRecord {
  const { venue, ...rest } = record;
  const address = webAddress(venue ?? "");
  if (address === undefined) return record;
  if (rest.url === undefined || rest.url === address) return { ...rest, url: address };
  return { ...rest, unplaced: [...(rest.unplaced ?? []), "venue"] };
}

/**
 * A record with what is true of every format done to it: names as people write them, an abstract
 * without its heading and markup, a title without a final point, no key that says nothing.
 */
export function tidyRecord(record: SourceRecord): SourceRecord {
  const { sourceKey, ...rest } = withoutAddressAsVenue(record);
  const mended: NonNullable<SourceRecord["mended"]> = [];
  const mend = (where: string, text: string) => {
    const after = withoutMojibake(text);
    if (after !== text) mended.push({ rule: "mojibake", where, before: text, after });
    return after;
  };
  const isLoud = isLoudList(record.authors);
  const written = record.authors.map((author) => mapName(author, (part) => mend("author", part)));
  const authors = partInitialsLast(written).map((before) => {
    const tidied = tidyAuthor(before);
    const after = isLoud && tidied ? asQuiet(tidied) : tidied;
    if (after === undefined || !(isLoud || isShouted(before))) return after;
    const [was, is] = [writtenName(before), writtenName(after)];
    if (was !== is) mended.push({ rule: "shouted-name", where: "author", before: was, after: is });
    return after;
  });
  for (const field of ["venue", "publisher"] as const)
    if (rest[field] !== undefined) rest[field] = withoutMarks(mend(field, rest[field]));
  const isMistyped = record.authors.some(
    (author) => !("collective" in author) && author.orcid && orcidIn(author.orcid) === undefined,
  );
  const unplaced = [...(rest.unplaced ?? []), ...(isMistyped ? ["orcid"] : [])];
  return {
    ...rest,
    ...(unplaced.length === 0 ? {} : { unplaced }),
    ...(mended.length === 0 ? {} : { mended }),
    ...(record.authors.some(namesOthers) ? { isCut: true as const } : {}),
    title: tidyMarkup(rest.title).replace(TITLE_MARKS, "").replace(FINAL_POINT, ""),
    ...tidyKey(sourceKey),
    abstract: tidyAbstract(record.abstract),
    authors: authors.filter((author) => author !== undefined),
  };
}
