import { parseSiteLink } from "../loader/links.ts";
import type { Problem } from "../paper/problem.ts";
import type { Corpus } from "./corpus.ts";
import { nearest } from "../paper/nearest.ts";

/** Where entries and topics write an address: `[words](address)`, `<a href="address">`. */
const ADDRESS = /\]\(\s*<?([^\s)>]+)>?(?:\s+["'(][^)]*)?\)|\bhref=["']([^"']+)["']/gu;

/** The path that an address of this host names, and whether it is below the base; undefined for any other address. */
function pathOf(address: string, base: string): { path: string; inside: boolean } | undefined {
  const link = parseSiteLink(address);
  if (link) return { path: `${link.kind}s/${link.name}`, inside: true };
  if (!address.startsWith("/") || address.startsWith("//")) return undefined;
  const whole = address.replace(/[?#].*$/u, "");
  const inside = whole.startsWith(base);
  return { path: whole.slice(inside ? base.length : 1).replace(/\/$/u, ""), inside };
}

/** Citation files, feeds and later pages of a list stand or fall with the page that they belong to. */
const pageOf = (path: string) =>
  path.replace(/\.(?:bib|ris|json|md)$|\/feed\.(?:xml|json)$|\/page\/\d+$|\/letter\/[^/]+$/u, "");

/** Links into the site that lead nowhere, in the bodies of papers and topics. */
export function findDeadLinks(
  { papers, topics }: Corpus,
  paths: ReadonlySet<string>,
  base: string,
): Problem[] {
  const guesses = new Map<string, string | undefined>();
  const guess = (path: string) => {
    if (!guesses.has(path)) guesses.set(path, nearest(path, paths));
    return guesses.get(path);
  };
  const isPage = (path: string) => paths.has(path) || paths.has(pageOf(path));
  /** What is wrong with an address, and how to mend it. */
  const faultOf = (address: string): [message: string, hint: string] | undefined => {
    const { path = "", inside = true } = pathOf(address, base) ?? {};
    if (path === "" || path.startsWith("data/")) return undefined;
    // Beside the site stands what is somebody else's.
    if (!inside)
      return isPage(path)
        ? [
            `"${address}" leads outside of the site, which is below ${base}`,
            `write "${base}${path}/", or paper:, topic: or tag: with the name`,
          ]
        : undefined;
    if (isPage(path)) return undefined;
    const near = guess(path);
    return [
      `"${address}" leads to no page`,
      near === undefined ? "mend the address or take the link out" : `did you mean "${near}"?`,
    ];
  };
  return [...papers, ...topics].flatMap(({ file, source }) =>
    [...source.matchAll(ADDRESS)].flatMap((match): Problem[] => {
      const [message, hint] = faultOf(match[1] ?? match[2] ?? "") ?? [];
      if (message === undefined) return [];
      return [
        {
          code: "dead-link",
          severity: "error",
          source: file,
          line: source.slice(0, match.index).split("\n").length,
          message,
          ...(hint === undefined ? {} : { hint }),
        },
      ];
    }),
  );
}
