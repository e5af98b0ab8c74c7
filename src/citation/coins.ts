import { issuedOf } from "../paper/issued.ts";
import type { Paper } from "../paper/paper.ts";
import { isJournal } from "../paper/venues.ts";
import type { Urls } from "../urls.ts";

/**
 * A paper as an OpenURL 1.0 context object in key/encoded-value form (COinS, Z39.88-2004): what the `title` of a
 * `span.Z3988` holds, so that a reference manager can take every row of a list at once. Not escaped for HTML.
 */
export function contextObject(paper: Paper, urls: Pick<Urls, "absolute" | "paper">): string {
  const { venue } = paper;
  const journal = venue !== undefined && isJournal(venue);
  const format = venue === undefined ? "dc" : journal ? "journal" : "book";
  const fields: [key: string, value: string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${format}`],
    ...(venue === undefined
      ? [pair("rft.type", "preprint"), pair("rft.title", paper.title)]
      : [
          pair("rft.genre", journal ? "article" : "proceeding"),
          pair("rft.atitle", paper.title),
          pair(journal ? "rft.jtitle" : "rft.btitle", journal ? venue.name : venue.label),
        ]),
    ...paper.authors.map(({ family, given, suffix, collective }) =>
      collective
        ? pair("rft.aucorp", family)
        : pair("rft.au", [family, suffix, given].filter(Boolean).join(", ")),
    ),
    ["rft.date", issuedOf(paper)?.iso],
    ["rft_id", paper.doi && `info:doi/${paper.doi}`],
    ["rft.identifier", urls.absolute(urls.paper(paper.key))],
  ];
  return fields
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join("&");
}

const pair = (key: string, value: string): [string, string] => [key, value];
