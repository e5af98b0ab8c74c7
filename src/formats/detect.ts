/** Tells formats apart by what is in them, never by a file's name. */

export type Format =
  "listing" | "csl" | "bibtex" | "ris" | "arxiv" | "endnote" | "acl" | "pubmed" | "xml";

/** Whether bytes are gzip's (RFC 1952: they start with 1F 8B). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The encoding that a byte-order mark tells; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** An entry below whatever a program or person put at the top of the file. */
const BIBTEX =
  /^[ \t]*@(?:string|comment|preamble|article|in(?:proceedings|collection|book)|book|conference|misc|techreport|report|(?:phd|masters)?thesis|online|unpublished|manual|proceedings)\s*(?:\{|\([^()\s]+,)/imu;

/** Atom feeds of arXiv's API, and its records as OAI-PMH gives them. */
const ARXIV = /<feed\b[^]*arxiv\.org|<OAI-PMH\b[^]*arxiv\.org/iu;

/** What an input is, from its first few thousand characters. What is nothing else is a listing. */
export function detectFormat(head: string): Format {
  const text = head.replace(/^\uFEFF/u, "").trimStart();
  // `{` and `[` may open a title too: what follows them decides.
  if (/^(?:\[\s*(?:[{\]]|$)|\{\s*(?:"|$))/u.test(text)) return "csl";
  if (/^(?:%.*\n\s*)*@[a-z]+\s*[{(]/iu.test(text) || BIBTEX.test(text)) return "bibtex";
  if (/^TY {0,3}- ?[A-Z]/mu.test(text)) return "ris";
  if (
    /^<(?:\?xml|!DOCTYPE\s+Pubmed|feed\b|OAI-PMH\b|xml>|collection\b|Pubmed(?:Book)?Article)/u.test(
      text,
    )
  ) {
    if (ARXIV.test(text)) return "arxiv";
    if (/<(?:PubmedArticle|PubmedBookArticle|MedlineCitation)/u.test(text)) return "pubmed";
    if (/<collection\s+id=/u.test(text)) return "acl";
    return /<xml>\s*<records>|<ref-type\b/u.test(text) ? "endnote" : "xml";
  }
  return "listing";
}
