import type { Catalog } from "../catalog/types.ts";
import type { Paper } from "../paper/paper.ts";
import { doiOfArxiv, pathOfDoi } from "./doi.ts";
import type { Moved } from "./moved.ts";
import { listAddresses, listAround, listFormer } from "./present.ts";

/** An address that leads on to a page; both below the base, no slash before them, one after them. */
export interface Redirect {
  from: string;
  to: string;
  /** What the page is called that it leads to. */
  title: string;
}

/** A page in the place of one that is no more. */
export interface Gone {
  address: string;
  /** Why, in the maintainer's words. */
  because: string;
  /** What is known of the paper, where its entry still stands. */
  paper?: Paper;
}

/** Versions of an arXiv paper that get an address: later ones are rare. */
const VERSIONS = [1, 2, 3, 4, 5];

/** Addresses by which others know a paper, besides its arXiv id: each is one more file. */
function listForeign({ arxiv, doi }: Paper): string[] {
  const dois = [doi, arxiv === undefined ? undefined : doiOfArxiv(arxiv)];
  return [
    ...dois.flatMap((each) => {
      const path = each === undefined ? undefined : pathOfDoi(each);
      // As its registrant writes it too: a static host tells the cases apart.
      return path === undefined || each === undefined ? [] : [`doi/${path}/`, `doi/${each}/`];
    }),
    ...(arxiv === undefined ? [] : VERSIONS.map((n) => `abs/${arxiv}v${String(n)}/`)),
  ];
}

/**
 * Every address that leads on to a page, most needed first: hosts read only so many rules.
 *
 * @param most papers above which a paper gets no addresses but its aliases, its arXiv id and its DOI.
 */
export function listRedirects(
  catalog: Catalog,
  moved: readonly Moved[],
  most = Infinity,
): Redirect[] {
  const papers = [...catalog.papers, ...catalog.withdrawn];
  const present = presentIn(catalog);
  const found = new Map<string, Redirect>();
  const add = (from: string, to: string, title: string) => {
    if (!found.has(from) && !present.has(from)) found.set(from, { from, to, title });
  };
  const each = (list: readonly Paper[], addressesOf: (paper: Paper) => string[]) => {
    for (const paper of list)
      for (const from of addressesOf(paper)) add(from, `papers/${paper.key}/`, paper.title);
  };
  for (const move of moved)
    if ("to" in move) add(move.address, move.to, titleOf(move.to, catalog) ?? move.to);
  each(papers, ({ aliases }) => aliases.map((alias) => `papers/${alias}/`));
  each(papers, ({ arxiv }) => (arxiv === undefined ? [] : [`abs/${arxiv}/`]));
  each(papers, ({ doi }) => {
    const path = doi === undefined ? undefined : pathOfDoi(doi);
    return path === undefined ? [] : [`doi/${path}/`];
  });
  const names = new Map([...catalog.authors, ...catalog.venues].map((one) => [one.slug, one.name]));
  for (const paper of catalog.papers)
    for (const [from, to] of listFormer(paper))
      add(from, to, names.get(to.split("/")[1] ?? "") ?? to);
  each(catalog.withdrawn, listAround);
  if (papers.length <= most) each(papers, listForeign);
  return [...found.values()];
}

function titleOf(address: string, { byKey, topics, tags }: Catalog): string | undefined {
  const [kind, slug = ""] = address.split("/");
  if (kind === "papers") return byKey.get(slug)?.title;
  const groups = kind === "topics" ? topics : kind === "tags" ? tags : [];
  return groups.find((group) => group.slug === slug)?.name;
}

/** Pages that the catalog draws; what a withdrawn paper alone had is not among them. */
function presentIn(catalog: Catalog): Set<string> {
  const topics = catalog.topics.map(({ slug }) => slug);
  const bare = [...catalog.papers, ...catalog.withdrawn].map(({ key }) => `papers/${key}/`);
  const listed = catalog.papers.flatMap(listAround);
  return new Set([...bare, ...listed, ...listAddresses({ papers: [], topics })]);
}

/** Pages in the place of what is gone: withdrawn papers, and what `moved.yaml` gives a reason for. */
export function listGone(catalog: Catalog, moved: readonly Moved[]): Gone[] {
  const withdrawn = catalog.withdrawn.map((paper): Gone => ({
    address: `papers/${paper.key}/`,
    because: paper.withdrawn ?? "",
    paper,
  }));
  const taken = new Set([...presentIn(catalog), ...withdrawn.map(({ address }) => address)]);
  const explained = moved.flatMap((move): Gone[] =>
    "because" in move && !taken.has(move.address)
      ? [{ address: move.address, because: move.because }]
      : [],
  );
  return [...withdrawn, ...explained];
}
