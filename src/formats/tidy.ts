import { tidyAbstract } from "./abstract.ts";
import { tidyAuthor } from "./names.ts";
import type { SourceRecord } from "./record.ts";

/** A key that any other file may have too names no paper: `12`, `ITEM-3`. */
const SAYS_NOTHING = /^(?:(?:item|ref|record|entry|rn|id)?[-_ :#]*)?\d*$/iu;

/** The point that DBLP and PubMed put after every title; one of an abbreviation or of three stays. */
const FINAL_POINT = /(?<=[\p{Ll}\p{N}]{3}[)}\]"”]?)\.$/u;

/**
 * A record with what is true of every format done to it: names as people write them, an abstract
 * without its heading and markup, a title without a final point, no key that says nothing.
 */
export function tidyRecord(record: SourceRecord): SourceRecord {
  const { sourceKey, ...rest } = record;
  return {
    ...rest,
    title: rest.title.replace(FINAL_POINT, ""),
    ...(sourceKey === undefined || SAYS_NOTHING.test(sourceKey) ? {} : { sourceKey }),
    abstract: tidyAbstract(record.abstract),
    authors: record.authors.map(tidyAuthor).filter((author) => author !== undefined),
  };
}
