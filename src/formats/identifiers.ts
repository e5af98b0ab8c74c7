/** Finds arXiv ids, DOIs and web addresses in the many shapes in which sources write them. */

const NEW_ID = /\d{4}\.\d{4,5}/u.source;
const OLD_ID = /[a-z-]+(?:\.[A-Z]{2})?\/\d{7}/u.source;
const BARE_ID = new RegExp(
  `^(?:arxiv:\\s*)?(${NEW_ID}|${OLD_ID})(?:v\\d+)?(?:\\s*\\[.*\\])?$`,
  "iu",
);
const ID_IN_TEXT = new RegExp(
  `(?:arxiv(?:\\.org\\/(?:abs|pdf|html|format)\\/|:\\s*|\\.)|huggingface\\.co\\/papers\\/)(${NEW_ID}|${OLD_ID})`,
  "iu",
);

/** The arXiv id, without version, that a text is or points at: `2502.01441v2`, `arXiv:…`, an address, arXiv's own DOI. */
export function arxivIdIn(text: string): string | undefined {
  return (BARE_ID.exec(text.trim()) ?? ID_IN_TEXT.exec(text))?.[1];
}

/** A DOI, bare, out of a DOI, an address or `doi:…`; undefined where there is none. */
export function doiIn(text: string): string | undefined {
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/u.exec(text)?.[0];
  return found?.replace(/[.,;)\]}]+$/u, "") || undefined;
}

/** An http or https address in its canonical form; undefined for anything else, such as `javascript:`. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/iu.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return trimmed.replace(/^https?/iu, (scheme) => scheme.toLowerCase());
}
