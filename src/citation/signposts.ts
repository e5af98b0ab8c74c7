import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import { arxivUrl, doiUrl, pdfUrl } from "./links.ts";

/** A typed link of a page's head. */
export interface Signpost {
  rel: string;
  href: string;
  type?: string;
}

/** More authors than this are not linked. */
const MAX_AUTHORS = 25;

/**
 * Where machines go on from a paper's page (signposting.org): the address to cite it by, its text, its
 * metadata; `files` where each paper has its own, `authors` their pages. No licence is known of any paper.
 */
export function signposts(
  paper: Paper,
  urls: Urls,
  { files, authors }: { files: boolean; authors: readonly string[] },
): Signpost[] {
  const pdf = pdfUrl(paper);
  const cite = paper.doi ? doiUrl(paper.doi) : paper.arxiv ? arxivUrl(paper.arxiv) : undefined;
  const described: Signpost[] = [
    { rel: "describedby", href: urls.paperFile(paper.key, "bib"), type: "application/x-bibtex" },
    {
      rel: "describedby",
      href: urls.paperFile(paper.key, "json"),
      type: "application/vnd.citationstyles.csl+json",
    },
    { rel: "alternate", href: urls.paperFile(paper.key, "md"), type: "text/markdown" },
  ];
  return [
    { rel: "cite-as", href: cite ?? urls.absolute(urls.paper(paper.key)) },
    // The page itself lists more than these; a head of a hundred links would be the largest part of it.
    ...(authors.length > MAX_AUTHORS ? [] : authors.map((href) => ({ rel: "author", href }))),
    ...(pdf === undefined ? [] : [{ rel: "item", href: pdf, type: "application/pdf" }]),
    { rel: "type", href: "https://schema.org/ScholarlyArticle" },
    { rel: "collection", href: urls.papers() },
    ...(files ? described : []),
  ];
}
