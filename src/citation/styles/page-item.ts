import { CSL_TYPES } from "../../formats/csl/write.ts";
import type { Kind } from "../../paper/kinds.ts";
import { standsAlone } from "../../paper/kinds.ts";
import { PUBLISHER_TAGS, VENUE_TAGS } from "../metadata.ts";
import type { CslItem } from "./item.ts";

/** What a paper's page says of it in its head. */
export interface PageHead {
  /** Names and contents of its `meta` elements, in their order. */
  metas: readonly (readonly [name: string, content: string])[];
  /** Addresses of the same paper elsewhere. */
  sameAs: readonly string[];
}

/** An author as Highwire has it: `Family, Given`, or one name. */
function readName(name: string): Record<string, string> {
  const [family = "", given] = name.split(/,\s*/u, 2);
  return given === undefined || given === "" ? { literal: family } : { family, given };
}

/** The kind of paper that a page's tags tell of. */
export function kindIn(one: (name: string) => string | undefined): Kind | "preprint" {
  const told = one("DC.type");
  if (told === "book" || told === "thesis" || told === "report") return told;
  const inVenue = (["article", "conference", "chapter"] as const).find(
    (kind) => one(VENUE_TAGS[kind]) !== undefined,
  );
  return inVenue ?? "preprint";
}

/** The paper of a page as an item of CSL-JSON, out of the page itself: nothing is fetched. */
export function readPageItem({ metas, sameAs }: PageHead): CslItem {
  const all = (name: string) => metas.filter(([of]) => of === name).map(([, content]) => content);
  const one = (name: string) => all(name)[0];
  const kind = kindIn(one);
  const [date, arxiv, doi] = [
    one("citation_publication_date"),
    one("citation_arxiv_id"),
    one("citation_doi"),
  ];
  const [first, last] = [one("citation_firstpage"), one("citation_lastpage")];
  const elsewhere = sameAs.filter((url) => !/^https:\/\/(?:doi|arxiv)\.org\//u.test(url)).at(-1);
  const fields: Record<string, unknown> = {
    type: CSL_TYPES[kind],
    title: one("citation_title"),
    author: all("citation_author").map(readName),
    issued: date === undefined ? undefined : { "date-parts": [date.split("/").map(Number)] },
    [standsAlone(kind) ? "collection-title" : "container-title"]: one(VENUE_TAGS[kind]),
    volume: one("citation_volume"),
    issue: one("citation_issue"),
    page: last === undefined ? first : `${first ?? ""}-${last}`,
    publisher:
      one(PUBLISHER_TAGS[kind] ?? "citation_publisher") ??
      (kind === "preprint" && arxiv !== undefined ? "arXiv" : undefined),
    number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    DOI: doi,
    URL: elsewhere ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`),
  };
  return {
    id: "paper",
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}
