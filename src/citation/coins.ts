import type { Kind } from "../paper/kinds.ts";
import { citedVenue, kindOf } from "../paper/kinds.ts";
import { splitPages } from "../paper/place.ts";
import { issuedOf } from "../paper/issued.ts";
import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";

/** OpenURL's format and genre of each kind, and its fields for the title and for what the paper stands in. */
const FORMATS: Readonly<
  Record<Kind | "preprint", [format: string, genre: string, title: string, container: string]>
> = {
  article: ["journal", "article", "atitle", "jtitle"],
  conference: ["book", "proceeding", "atitle", "btitle"],
  chapter: ["book", "bookitem", "atitle", "btitle"],
  book: ["book", "book", "btitle", "series"],
  thesis: ["dissertation", "", "title", "series"],
  report: ["book", "report", "btitle", "series"],
  preprint: ["dc", "", "title", "source"],
};

/** Authors that a row names: a list of papers by thousands would be a megabyte. The paper's own page has them all. */
const MOST_AUTHORS = 100;

/**
 * A paper as an OpenURL 1.0 context object in key/encoded-value form (COinS, Z39.88-2004): what the `title` of a
 * `span.Z3988` holds, so that a reference manager can take every row of a list at once. Not escaped for HTML.
 */
export function contextObject(paper: Paper, urls: Pick<Urls, "absolute" | "paper">): string {
  const kind = kindOf(paper);
  const [format, genre, own, container] = FORMATS[kind];
  const [first, last] = splitPages(paper.pages);
  const fields: [key: string, value: string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", `info:ofi/fmt:kev:mtx:${format}`],
    ...(kind === "preprint" ? [pair("rft.type", "preprint")] : []),
    ["rft.genre", genre],
    [`rft.${own}`, paper.title],
    [`rft.${container}`, citedVenue(paper)],
    ["rft.volume", paper.volume],
    ["rft.issue", paper.issue],
    ["rft.spage", first],
    ["rft.epage", last],
    [kind === "thesis" ? "rft.inst" : "rft.pub", paper.publisher],
    ...paper.authors
      .slice(0, MOST_AUTHORS)
      .map(({ family, given, suffix, collective }) =>
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
