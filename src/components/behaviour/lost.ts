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

/** On the page that stands for every address without one: leads on where the plain spelling has a page. */
export async function leadOn(): Promise<void> {
  const plain = plainSpelling(location.pathname);
  if (plain === undefined) return;
  const answer = await fetch(plain, { method: "HEAD" }).catch(() => undefined);
  if (answer?.ok) location.replace(plain + location.search + location.hash);
}
