/** Tells formats apart by what is in them, never by a file's name. */

import { beginsWithHeader, looksLikeTable } from "./table/header.ts";

/** Formats that are read. */
export type Format =
  | "listing"
  | "json"
  | "bibtex"
  | "ris"
  | "medline"
  | "refer"
  | "wos"
  | "arxiv"
  | "endnote"
  | "acl"
  | "pubmed"
  | "table";

/** What is known for what it is, and is not read. */
export type Foreign =
  "pdf" | "zip" | "rtf" | "binary" | "html" | "xml" | "yaml" | "tex" | "ovid" | "other";

/** `@word{key,` on a line of its own start, below whatever a program or person put at the top of the file. */
const BIBTEX = /^[ \t]*@[ \t]*[a-z]+\s*(?:\{|\()\s*(?:[^\s{}(),"]+\s*)?,/imu;
const BIBTEX_ASIDE = /^[ \t]*@(?:string|comment|preamble)\b/imu;

/** Lines that RIS has: `TY`, or some of its other tags where programs left that out. */
const RIS_TYPE = /^ {0,3}TY {0,3}- ?[A-Z]/mu;
const RIS_LINE =
  /^(?:T[1-3I]|A[BU1-4]|AU|PY|Y1|DA|JO|JF|DO|UR|KW|SN|VL|SP|ER|C[1-8]|DB|ID) {2}- ?/gmu;

/** Atom feeds of arXiv's API, and its records as OAI-PMH gives them. */
const ARXIV = /<feed\b[^]*arxiv\.org|<OAI-PMH\b[^]*arxiv\.org/iu;

/** An element at the start, and another or a namespace in it: `<b>A</b> Title` is none. */
const XML = /^<(?:\?xml|!--|!DOCTYPE|[a-z][\w:.-]*(?:\s[^<>]*\sxmlns[^<>]*|\s[^<>]*)?>\s*<[a-z])/iu;
const XML_ROOT =
  /^<(?:!DOCTYPE\s+Pubmed|feed\b|OAI-PMH\b|xml>|collection\b|Pubmed(?:Book)?Article)/u;

const HTML = /^<(?:!doctype\s+)?html\b/iu;

function detectXml(text: string): Format | Foreign {
  if (HTML.test(text) || /<html\b[^<>]*>/iu.test(text.slice(0, 1000))) return "html";
  if (ARXIV.test(text)) return "arxiv";
  if (/<(?:PubmedArticle|PubmedBookArticle|MedlineCitation)/u.test(text)) return "pubmed";
  if (/<collection\s+id=/u.test(text)) return "acl";
  return /<xml>\s*<records>|<ref-type\b/u.test(text) ? "endnote" : "xml";
}

/** What is no text, by its first signs or by signs that no text has. */
function detectBinary(head: string): Foreign | undefined {
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (head.startsWith("{\\rtf")) return "rtf";
  const start = head.slice(0, 4000);
  const odd = start.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/gu)?.length ?? 0;
  // A text may hold a stray one.
  return odd > 8 && odd > start.length / 50 ? "binary" : undefined;
}

function detectTagged(text: string): Format | undefined {
  if (RIS_TYPE.test(text)) return "ris";
  if (/^PMID {0,2}- ?\d/mu.test(text)) return "medline";
  if (/^FN [^\n]*[\r\n]\s*VR \d/mu.test(text)) return "wos";
  if (/^%0 [A-Z]/mu.test(text) && /^%[TA] /mu.test(text)) return "refer";
  return (text.match(RIS_LINE)?.length ?? 0) > 2 ? "ris" : undefined;
}

/** Ovid's plain text: a number in angles, then names of fields on lines of their own, their values indented below. */
const OVID = /^<\d{1,9}>[ \t]*\r?\n[A-Z][A-Za-z ()-]{2,40}\r?\n[ \t]+\S/u;

/** What an input is, from its first few thousand characters. What is nothing else is a listing. */
export function detectFormat(head: string): Format | Foreign {
  const text = head.replace(/^\uFEFF/u, "").trimStart();
  const binary = detectBinary(text);
  if (binary !== undefined) return binary;
  // `{` and `[` may open a title too: what follows them decides.
  if (/^(?:\[\s*(?:[{\]]|$)|\{\s*(?:"|\}|$))/u.test(text)) return "json";
  if (XML.test(text) || XML_ROOT.test(text) || HTML.test(text)) return detectXml(text);
  if (/^\\documentclass|^\\begin\{thebibliography\}|^\\bibitem\b/mu.test(text)) return "tex";
  if (/^(?:%[^\r\n]*[\r\n]\s*)*@[a-z]+\s*[{(]/iu.test(text) || BIBTEX.test(text)) return "bibtex";
  if (text.startsWith("%") && /@[a-z]+\s*\{/iu.test(text)) return "bibtex";
  if (OVID.test(text)) return "ovid";
  const tagged = detectTagged(text);
  if (tagged !== undefined) return tagged;
  if (BIBTEX_ASIDE.test(text) || isComments(text)) return "bibtex";
  if (/^(?:%YAML|---\s*[\r\n](?:references|title|- )|- id:\s|references:\s*[\r\n])/u.test(text))
    return "yaml";
  if (beginsWithHeader(text) || looksLikeTable(text)) return "table";
  return isCode(text) ? "other" : "listing";
}

/** Lines of programs, settings and Markdown that has more than prose: no title and no abstract looks like them. */
const CODE =
  /^(?:```|#{1,6} |\||[-*+] \[|\/[/*]|[\]}){]+[,;]?$|<\/?[a-z][^<>]*>$|["']?[\w.-]+["']? ?[:=] ?\S*$|.*[;{]$)/u;

/** Whether a good part of a text's lines are code. */
function isCode(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  // Programs and settings have short lines.
  const count = lines.filter((line) => line.length < 300 && CODE.test(line)).length;
  return count >= 4 && count > lines.length / 4;
}

/** A bibliography that is still empty: lines of comment alone. */
const isComments = (text: string) =>
  text.startsWith("%") && text.split("\n").every((line) => /^\s*(?:%|$)/u.test(line));
