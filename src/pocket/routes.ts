/**
 * The addresses inside the file: the site's own paths behind `#`, so that one table (`urls.ts`) spells both:
 * `#/papers/<key>/`, `#/topics/<topic>/page/2/`, `#/search/?q=…`.
 */

/** What papers are listed under. */
export const SHELVES = ["topics", "tags", "authors", "venues", "years"] as const;
export type Shelf = (typeof SHELVES)[number];

/** What an address asks for. */
export type Route =
  | { at: "home" }
  | { at: "about" }
  | { at: "papers"; page: number }
  | { at: "paper"; key: string; sentence?: string }
  | { at: "shelf"; shelf: Shelf }
  | { at: "letter"; letter: string }
  | { at: "group"; shelf: Shelf; slug: string; page: number }
  | { at: "search"; query: string }
  /** Perhaps an address that a paper had before. */
  | { at: "other"; path: string };

const isShelf = (word: string): word is Shelf => (SHELVES as readonly string[]).includes(word);

/** Percent-encoding taken off; what is no encoding stays as it is. */
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The page that the end of a path names: 1 without one, undefined where it is none. */
function readPage(rest: readonly string[]): number | undefined {
  if (rest.length === 0) return 1;
  const page = rest.length === 2 && rest[0] === "page" ? Number(rest[1]) : NaN;
  return Number.isInteger(page) && page > 0 ? page : undefined;
}

/** Reads a location's hash. A final slash may be missing. */
export function readRoute(hash: string): Route {
  const [path = "", ...query] = hash.replace(/^#?\/?/u, "").split("?");
  const segments = path.split("/").filter(Boolean).map(plain);
  const other: Route = { at: "other", path: segments.join("/") };
  const [first, second, ...rest] = segments;
  if (first === undefined) return { at: "home" };
  if (first === "search") return { at: "search", query: query.join("?") };
  if (first === "about" && second === undefined) return { at: "about" };
  if (first === "papers" && second !== undefined && second !== "page") {
    const [sentence, ...more] = rest;
    if (more.length > 0 || (sentence !== undefined && !/^s\d+$/u.test(sentence))) return other;
    return { at: "paper", key: second, ...(sentence === undefined ? {} : { sentence }) };
  }
  if (first === "papers") {
    const page = readPage(segments.slice(1));
    return page === undefined ? other : { at: "papers", page };
  }
  if (!isShelf(first)) return other;
  if (second === undefined) return { at: "shelf", shelf: first };
  if (first === "authors" && second === "letter" && rest.length === 1)
    return { at: "letter", letter: rest[0] ?? "" };
  const page = readPage(rest);
  return page === undefined ? other : { at: "group", shelf: first, slug: second, page };
}
