/** Finds arXiv ids, DOIs and web addresses in the many shapes in which sources write them. */

/** From April 2007 on, year and month begin it: `9912.12345` and `2313.00001` are none. */
const NEW_ID = /(?<!\d)(?:0[7-9]|[1-9]\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)/u.source;
const OLD_ID = /[a-z-]+(?:\.[A-Z]{2})?\/\d{7}/u.source;
const BARE_ID = new RegExp(
  `^(?:arxiv:?\\s*|(?:corr\\s+)?abs/)?(${NEW_ID}|${OLD_ID})(?:v\\d+)?(?:\\s*\\[.*\\])?$`,
  "iu",
);
const ID_IN_TEXT = new RegExp(
  `(?:arxiv(?:\\.org\\/(?:abs|pdf|html|format|ps|ftp\\/arxiv\\/papers\\/\\d{4})\\/|:\\s*|\\.|\\s+(?=\\d{4}\\.))|(?:ar5iv|alphaxiv)\\.org\\/(?:abs|pdf|html|overview)\\/|\\bcorr,?\\s+abs\\/|huggingface\\.co\\/papers\\/)(${NEW_ID}|${OLD_ID})`,
  "iu",
);

/** The arXiv id, without version, that a text is or points at: `2502.01441v2`, `arXiv:…`, an address, arXiv's own DOI. */
export function arxivIdIn(text: string): string | undefined {
  const id = (BARE_ID.exec(text.trim()) ?? ID_IN_TEXT.exec(text))?.[1];
  // Of an old one the archive says enough: `cs.LG/0112017` is `cs/0112017`.
  return id?.replace(
    /^([a-z-]+)(?:\.[a-z]{2})?\//iu,
    (_, archive: string) => `${archive.toLowerCase()}/`,
  );
}

const ADDRESS_SIGNS: Readonly<Record<string, string>> = { amp: "&", "#38": "&", lt: "<", gt: ">" };

/** A DOI or address in which the signs that HTML writes by name are those signs. */
export const readAddressSigns = (text: string): string =>
  text.replace(/&(amp|#38|lt|gt);/gu, (whole, name: string) => ADDRESS_SIGNS[name] ?? whole);

/** A DOI, bare, out of a DOI, an address or `doi:…`; undefined where there is none. */
export function doiIn(text: string): string | undefined {
  const plain = text.replace(/(10\.\d{4,9})%2f/iu, "$1/");
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/u.exec(plain)?.[0];
  // Behind a publisher's address stands what is the address's own.
  const bare = /^https?:/iu.test(plain.trim())
    ? found?.replace(/[?#].*$|\/(?:full|abstract|pdf|epdf|fulltext|meta)\/?$|\.pdf$/gu, "")
    : found;
  return bare?.replace(/[.,;)\]}$]+$/u, "") || undefined;
}

/** An http or https address in its canonical form; undefined for anything else, such as `javascript:`. */
export function webAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\\url\s*\{(.*)\}$/u, "$1")
    .replace(/^<(?:url:\s*)?(.*)>$/iu, "$1")
    .replace(/^(?=www\.[\w-]+\.[a-z])/iu, "https://");
  if (!/^https?:\/\/\S+$/iu.test(bare) || !URL.canParse(bare)) return undefined;
  const { username, password } = new URL(bare);
  // Whoever could log in with it should say it to nobody.
  const open = username + password === "" ? bare : bare.replace(/^(https?:\/\/)[^/@]*@/iu, "$1");
  return withoutEnd(withoutTrackers(open)).replace(/^https?/iu, (scheme) => scheme.toLowerCase());
}

/** Parts of a query that tell a site where its readers came from, and nothing of what they read. */
const TRACKER =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|ref_src|casa_token)=/iu;

function withoutTrackers(address: string): string {
  const [, path = "", query, hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/u.exec(address) ?? [];
  if (
    query === undefined ||
    !/[?&](?:utm_|\w*clid=|mc_|igshid=|ref_src=|casa_token=)/iu.test(query)
  )
    return address;
  const kept = query
    .slice(1)
    .split("&")
    .filter((part) => !TRACKER.test(part));
  return `${path}${kept.length === 0 ? "" : `?${kept.join("&")}`}${hash}`;
}

/** Without the punctuation of the sentence that an address stood in; a bracket that it opens itself is its own. */
function withoutEnd(address: string): string {
  let end = address.replace(/[.,;:!'"”’]+$/u, "");
  while (/[)\]}>]$/u.test(end)) {
    const close = end.slice(-1);
    const open = { ")": "(", "]": "[", "}": "{" }[close] ?? "<";
    if (end.split(open).length >= end.split(close).length) break;
    end = end.slice(0, -1).replace(/[.,;:!'"”’]+$/u, "");
  }
  return end;
}
