import { parseSiteLink } from "../loader/links.ts";
import type { Problem } from "../paper/problem.ts";
import type { Corpus } from "./corpus.ts";
import { nearest } from "../paper/nearest.ts";

/** Where entries and topics write an address: `[words](address)`, `<a href="address">`. */
const ADDRESS = /\]\(\s*<?([^\s)>]+)>?(?:\s+["'(][^)]*)?\)|\bhref=["']([^"']+)["']/gu;

/** The path below the base that an address of this site names; undefined for any other address. */
function pathOf(address: string, base: string): string | undefined {
  const link = parseSiteLink(address);
  if (link) return `${link.kind}s/${link.name}`;
  if (!address.startsWith("/") || address.startsWith("//")) return undefined;
  const path = address.replace(/[?#].*$/u, "");
  const below = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  return below.replace(/\/$/u, "");
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
  return [...papers, ...topics].flatMap(({ file, source }) =>
    [...source.matchAll(ADDRESS)].flatMap((match): Problem[] => {
      const address = match[1] ?? match[2] ?? "";
      const path = pathOf(address, base);
      if (path === undefined || path.startsWith("data/")) return [];
      if (paths.has(path) || paths.has(pageOf(path))) return [];
      const near = nearest(path, paths);
      return [
        {
          code: "dead-link",
          severity: "error",
          source: file,
          line: source.slice(0, match.index).split("\n").length,
          message: `"${address}" leads to no page`,
          hint:
            near === undefined
              ? "mend the address or take the link out"
              : `did you mean "${near}"?`,
        },
      ];
    }),
  );
}
