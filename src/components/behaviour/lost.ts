/** Below these, what follows may be spelled in several ways. */
const SPELLED = /\/(?:abs|doi|papers|topics|tags|authors|venues)\/./iu;

/**
 * Spellings that no static host knows by itself: an arXiv id with any version, a DOI or a key in other letters.
 * Undefined for a path that has no plainer spelling.
 */
export function plainSpelling(path: string): string | undefined {
  if (!SPELLED.test(path)) return undefined;
  const plain = path
    .replace(/\/?$/u, "/")
    .replace(/(\/abs\/.+?)v\d+\/$/iu, "$1/")
    .replace(/\/(?:doi|papers|topics|tags|authors|venues)\/.+$/u, (rest) => rest.toLowerCase());
  return plain === path ? undefined : plain;
}

/** The search for an author's papers that stands in for a page which the author has not; undefined for other paths. */
export function authorSearch(path: string, search: string): string | undefined {
  const [, slug] = /\/authors\/([^/]+)\/?$/u.exec(path) ?? [];
  return slug === undefined ? undefined : `${search}?author=${slug}`;
}

/** On the page that stands for every address without one: leads on where the plain spelling has a page. */
export async function leadOn(): Promise<void> {
  const plain = plainSpelling(location.pathname);
  const answer =
    plain === undefined ? undefined : await fetch(plain, { method: "HEAD" }).catch(() => undefined);
  if (plain !== undefined && answer?.ok === true) {
    location.replace(plain + location.search + location.hash);
    return;
  }
  const search =
    document.querySelector<HTMLElement>("[data-author-search]")?.dataset["authorSearch"];
  const instead = search === undefined ? undefined : authorSearch(location.pathname, search);
  if (instead !== undefined) location.replace(instead);
}
