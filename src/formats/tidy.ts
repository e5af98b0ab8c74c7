import { tidyAbstract } from "./abstract.ts";
import { tidyAuthor } from "./names.ts";
import type { SourceRecord } from "./record.ts";

/** A key that any other file may have too names no paper: `12`, `ITEM-3`. */
const SAYS_NOTHING = /^(?:(?:item|ref|record|entry|rn|id)?[-_ :#]*)?\d*$/iu;

/**
 * A record with what is true of every format done to it: names as people write them, an abstract
 * without its heading and markup, no key that says nothing.
 */
export function tidyRecord(record: SourceRecord): SourceRecord {
  const { sourceKey, ...rest } = record;
  return {
    ...rest,
    ...(sourceKey === undefined || SAYS_NOTHING.test(sourceKey) ? {} : { sourceKey }),
    abstract: tidyAbstract(record.abstract),
    authors: record.authors.map(tidyAuthor).filter((author) => author !== undefined),
  };
}
