import type { SourceRecord } from "../formats/record.ts";
import { arxivIdIn } from "../formats/identifiers.ts";

/** The address of a record where it says more than its arXiv id or its DOI does. */
export function ownPage({ url, doi }: Pick<SourceRecord, "url" | "doi">): string | undefined {
  if (url === undefined || arxivIdIn(url) !== undefined) return undefined;
  return doi !== undefined && /^https?:\/\/(?:dx\.)?doi\.org\//u.test(url) ? undefined : url;
}
