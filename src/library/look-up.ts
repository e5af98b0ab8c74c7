import type { Facts } from "./saved.ts";

/** What stands at an address of the site: a paper, one that is gone, nothing, or nothing that could be reached. */
export type Found =
  | { is: "paper"; key: string; facts: Facts }
  | { is: "gone"; key: string; why: string }
  | { is: "nothing" }
  | { is: "unreachable" };

/** Authors that a row names before "et al.". */
const NAMED = 3;

/** Pages that lead on to pages that lead on: more than a renamed paper ever needs. */
const HOPS = 3;

const contentsOf = (page: Document, name: string) =>
  [...page.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map((meta) => meta.content);

/** `Dao, Quan` as people write it; `Kimi Team,` is a group. */
const unturn = (name: string) => name.replace(/^(.+?), (.+)$/u, "$2 $1").replace(/,$/u, "");

function nameAuthors(names: readonly string[]): string {
  return names.slice(0, NAMED).map(unturn).join(", ") + (names.length > NAMED ? " et al." : "");
}

/** The facts of a paper, from its page. */
export function factsOf(page: Document): Facts {
  const [date] = contentsOf(page, "citation_publication_date");
  return {
    title: contentsOf(page, "citation_title")[0] ?? "",
    by: nameAuthors(contentsOf(page, "citation_author")),
    date:
      page.querySelector<HTMLTimeElement>(".facts time")?.dateTime ??
      date?.replaceAll("/", "-") ??
      "",
    // As the page names it, which is how rows do; its head has the full name.
    venue: page.querySelector(".facts a")?.textContent.trim() ?? "",
  };
}

/** What a page of this site says to be, and where it leads on to, if it only does that. */
export function readPage(page: Document, keyAt: (path: string) => string | undefined) {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const path = canonical === undefined ? undefined : new URL(canonical).pathname;
  const gone = page.querySelector<HTMLElement>("[data-withdrawn]");
  if (gone) {
    const why = page.querySelector(".page-head p")?.textContent.trim() ?? "";
    return { is: "gone", key: gone.dataset["withdrawn"] ?? "", why } as const;
  }
  if (path === undefined) return { is: "nothing" } as const;
  const key = keyAt(path);
  const isPaper = page.querySelector('meta[name="citation_title"]') !== null;
  if (isPaper && key !== undefined) return { is: "paper", key, facts: factsOf(page) } as const;
  return page.querySelector('meta[http-equiv="refresh"]')
    ? ({ is: "elsewhere", path } as const)
    : ({ is: "nothing" } as const);
}

/** A way to ask the site what stands at a path. */
export type LookUp = (path: string) => Promise<Found>;

/** Asks the site's own pages, which name a paper's present key whatever old key, arXiv id or DOI was asked for. */
export function createLookUp(base: string): LookUp {
  const keyAt = (path: string) => {
    const match = /^papers\/([^/]+)\/$/u.exec(path.startsWith(base) ? path.slice(base.length) : "");
    return match?.[1] === undefined ? undefined : decodeURIComponent(match[1]);
  };
  const ask = async (path: string, hops: number): Promise<Found> => {
    const answer = await fetch(path, { headers: { accept: "text/html" } });
    if (!answer.ok) return { is: answer.status === 404 ? "nothing" : "unreachable" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const read = readPage(page, keyAt);
    if (read.is !== "elsewhere") return read;
    return hops > 0 && read.path !== path ? ask(read.path, hops - 1) : { is: "nothing" };
  };
  return (path) => ask(path, HOPS).catch(() => ({ is: "unreachable" }) as const);
}
