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

/** The paper of a page as an item of CSL-JSON, out of the page itself: nothing is fetched. */
export function readPageItem({ metas, sameAs }: PageHead): CslItem {
  const all = (name: string) => metas.filter(([of]) => of === name).map(([, content]) => content);
  const one = (name: string) => all(name)[0];
  const [journal, conference] = [one("citation_journal_title"), one("citation_conference_title")];
  const [date, arxiv, doi] = [
    one("citation_publication_date"),
    one("citation_arxiv_id"),
    one("citation_doi"),
  ];
  const venue = journal ?? conference;
  const elsewhere = sameAs.filter((url) => !/^https:\/\/(?:doi|arxiv)\.org\//u.test(url)).at(-1);
  const fields: Record<string, unknown> = {
    type:
      journal !== undefined
        ? "article-journal"
        : conference === undefined
          ? "article"
          : "paper-conference",
    title: one("citation_title"),
    author: all("citation_author").map(readName),
    issued: date === undefined ? undefined : { "date-parts": [date.split("/").map(Number)] },
    "container-title": venue,
    publisher: venue === undefined && arxiv !== undefined ? "arXiv" : undefined,
    number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    DOI: doi,
    URL: elsewhere ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`),
  };
  return {
    id: "paper",
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}
