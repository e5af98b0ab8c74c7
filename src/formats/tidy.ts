import { tidyAbstract, tidyMarkup } from "./abstract.ts";
import { namesOthers, tidyAuthor } from "./names.ts";
import type { SourceAuthor, SourceRecord } from "./record.ts";

/** A key that any other file may have too names no paper: `12`, `ITEM-3`. */
const SAYS_NOTHING = /^(?:(?:item|ref|record|entry|rn|id)?[-_ :#]*)?\d*$/iu;

/** The point that DBLP and PubMed put after every title; one of an abbreviation or of three stays. */
const FINAL_POINT = /(?<=[\p{Ll}\p{N}]{3}[)}\]"”]?)\.$/u;

/** A mark that leads to a footnote; the star of `A*` is none. */
const TITLE_MARKS = /(?<=\p{Ll}{2}[)”"]?)\s*[*†‡§¶]+$/u;

const writtenName = (author: SourceAuthor): string =>
  "name" in author
    ? author.name
    : "collective" in author
      ? author.collective
      : [author.given, author.family].filter(Boolean).join(" ");

const isShouted = (author: SourceAuthor) =>
  !("collective" in author) && /\p{Lu}{3}/u.test(writtenName(author));

/**
 * A record with what is true of every format done to it: names as people write them, an abstract
 * without its heading and markup, a title without a final point, no key that says nothing.
 */
export function tidyRecord(record: SourceRecord): SourceRecord {
  const { sourceKey, ...rest } = record;
  const authors = record.authors.map(tidyAuthor);
  const mended = authors.flatMap((after, at) => {
    const before = record.authors[at];
    if (before === undefined || !isShouted(before) || after === undefined) return [];
    const [was, is] = [writtenName(before), writtenName(after)];
    return was === is ? [] : [{ rule: "shouted-name", before: was, after: is }];
  });
  return {
    ...rest,
    ...(mended.length === 0 ? {} : { mended }),
    ...(record.authors.some(namesOthers) ? { isCut: true as const } : {}),
    title: tidyMarkup(rest.title).replace(TITLE_MARKS, "").replace(FINAL_POINT, ""),
    ...(sourceKey === undefined || SAYS_NOTHING.test(sourceKey) ? {} : { sourceKey }),
    abstract: tidyAbstract(record.abstract),
    authors: authors.filter((author) => author !== undefined),
  };
}
