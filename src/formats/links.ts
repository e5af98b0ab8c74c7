import type { Problem } from "../paper/problem.ts";
import { cleanLine } from "./clean.ts";
import { arxivIdIn, doiIn, readAddressSigns, webAddress } from "./identifiers.ts";
import type { Sink } from "./reader.ts";
import type { SourceRecord } from "./record.ts";

/** Texts that hold a record's identifiers and addresses, each list in the order of trust. */
export interface LinkTexts {
  /** Fields that are arXiv ids or mention one by name. */
  arxiv?: readonly (string | undefined)[];
  doi?: readonly (string | undefined)[];
  url?: readonly (string | undefined)[];
  pdf?: readonly (string | undefined)[];
  code?: readonly (string | undefined)[];
  project?: readonly (string | undefined)[];
}

/** The bare DOI in a text; a text that is nothing but a DOI keeps whatever signs it has. */
export function readDoi(text: string): string | undefined {
  const bare = cleanLine(text).replace(/^(?:https?:\/\/(?:[a-z]+\.)*doi\.org\/|doi:?\s*)/iu, "");
  return /^10\.\d{4,9}\/\S+$/u.test(bare) ? bare.replace(/[.,;$]+$/u, "") : doiIn(text);
}

const present = (texts: readonly (string | undefined)[] | undefined): string[] =>
  (texts ?? []).flatMap((text) =>
    text === undefined || text.trim() === "" ? [] : [readAddressSigns(text.trim())],
  );

const ENDING = "\\.(?:pdf|ps|html?|docx?|zip|gz|aspx?|php)";

/** The address of a file in whose path spaces are written as they are; one address, and no sentence behind it. */
const SPACED = new RegExp(
  String.raw`^https?:\/\/(?!(?:www\.)?arxiv\.org\/)[^\s/]+\/(?!.*(?:https?:\/\/|[.,;:|]\s|${ENDING}\s|\s(?:www\.|[a-z]+:|see\b|also\b|and\b)))\S.*${ENDING}$`,
  "iu",
);

/** Longer ones no host takes. */
const LONGEST = 2048;

/** Some put several addresses into one field, or words behind one; some, spaces into an address. */
const split = (text: string) =>
  text.length <= LONGEST && SPACED.test(text)
    ? [text.replace(/\s+/gu, "%20")]
    : text.split(/[\s;,]+(?=https?:\/\/)|\s+/iu).filter(Boolean);

const ARXIV_DOI = /^10\.48550\//u;

/** A DOI as shortdoi.org has shortened it: an address of the paper, and no DOI that anything could be found by. */
const SHORT_DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:? ?)?10\/([a-z0-9]{3,12})$/iu;

/** Where a short DOI leads; undefined for any other text. */
export const shortDoiAddress = (text: string): string | undefined => {
  const name = SHORT_DOI.exec(text)?.[1];
  return name === undefined ? undefined : `https://doi.org/${name.toLowerCase()}`;
};

/** Files on the disk of whoever made the export: nobody else has them. */
const LOCAL = /^(?:internal-pdf|file|zotero|mendeley):|^\/|^[a-z]:\\/iu;

/**
 * Puts identifiers and addresses where they belong in a record: an arXiv id out of any of them, a DOI that is
 * not arXiv's own, the first web address as `url`. What is no web address is left out and named.
 */
export function addLinks(
  record: SourceRecord,
  texts: LinkTexts,
  sink: Pick<Sink, "problem">,
): void {
  const urls = present(texts.url);
  const pdfs = present(texts.pdf);
  const dois = present(texts.doi);
  const mentions = [...dois, ...urls, ...pdfs].filter((text) => /arxiv|huggingface/iu.test(text));
  const arxiv = [...present(texts.arxiv), ...mentions].map(arxivIdIn).find(Boolean);
  if (arxiv !== undefined) record.arxiv = arxiv;
  const doi = [...dois, ...urls.filter((url) => /doi\.org\//iu.test(url))]
    .map(readDoi)
    .find((one) => one !== undefined && !ARXIV_DOI.test(one));
  if (doi !== undefined) record.doi = doi;
  const take = (field: "url" | "pdf" | "code" | "project", list: readonly string[]) => {
    for (const text of list) {
      const [web] = addressesIn(text);
      if (web !== undefined) record[field] ??= web;
      else if (!LOCAL.test(text) && readDoi(text) === undefined && arxivIdIn(text) === undefined)
        sink.problem(unsafeLink(record, text));
    }
  };
  take("url", urls);
  const short = doi === undefined ? dois.map(shortDoiAddress).find(Boolean) : undefined;
  if (short !== undefined) record.url ??= short;
  takeSecondPdf(record, urls, pdfs);
  take(
    "pdf",
    pdfs.filter((pdf) => arxivIdIn(pdf) === undefined),
  );
  take("code", present(texts.code));
  take("project", present(texts.project));
}

const addressesIn = (text: string) =>
  split(text)
    .map(webAddress)
    .filter((address) => address !== undefined);

const isPdf = (address: string) =>
  /^[^?#]+\.pdf(?:[?#]|$)/iu.test(address) && arxivIdIn(address) === undefined;

/** Of several addresses one that ends in `.pdf` is the paper's file, and one that does not its page. */
function takeSecondPdf(
  record: SourceRecord,
  urls: readonly string[],
  pdfs: readonly string[],
): void {
  const all = urls.flatMap(addressesIn);
  const page = all.find((address) => !isPdf(address));
  const pdf = all.find(isPdf);
  if (pdfs.length > 0 || page === undefined || pdf === undefined) return;
  record.url = page;
  record.pdf = pdf;
}

/** Whether a text has a web address that is nowhere in a record made of it. */
export function leavesAddress(text: string, record: SourceRecord): boolean {
  const { arxiv, doi, url, pdf, code, project } = record;
  const known = [url, pdf, code, project];
  const isId = (address: string) =>
    (arxiv !== undefined && arxivIdIn(address) === arxiv) ||
    (doi !== undefined && address.toLowerCase().includes(doi.toLowerCase())) ||
    (doi !== undefined && readDoi(address)?.toLowerCase() === doi.toLowerCase()) ||
    (arxiv !== undefined && ARXIV_DOI.test(readDoi(address) ?? ""));
  return addressesIn(readAddressSigns(text)).some(
    (address) => !known.includes(address) && !isId(address),
  );
}

/** The problem of an address that is neither http nor https. */
export function unsafeLink(
  { source, line }: { source: string; line: number },
  address: string,
): Problem {
  return {
    code: "unsafe-link",
    severity: "warning",
    source,
    line,
    message: `"${address.slice(0, 80)}" is no web address: it is left out`,
    hint: "write it in full, starting with https://",
  };
}
