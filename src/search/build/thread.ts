import { parentPort, workerData } from "node:worker_threads";
import type { Shelved } from "../../catalog/shelf.ts";
import { openShelf } from "../../catalog/shelf.ts";
import type { Catalog, CatalogPaper } from "../../catalog/types.ts";
import { freeMemory } from "../../free-memory.ts";
import { hasNeighbours } from "../layout.ts";
import { writeIndex } from "./write-index.ts";

/** The thread that makes a large index. */

/** What it is given. */
export interface Order {
  catalog: Shelved;
  /** Absolute: the site's folder. */
  out: string;
  language: string;
  /** Absolute: what earlier builds kept. */
  cacheDir?: string;
}

/** A paper without what is only drawn: the whole corpus is held at once. */
const withoutMarkup = (
  { abstract: { text }, related, ...paper }: CatalogPaper,
  papers: number,
): CatalogPaper => ({
  ...paper,
  related: hasNeighbours(papers) ? related : [],
  titleHtml: "",
  excerpt: "",
  abstract: { html: "", text, sentences: [] },
});

/** The catalog as far as an index is made of it. */
function readCatalog(shelved: Shelved): Catalog {
  const { catalog } = openShelf(shelved);
  return {
    ...catalog,
    papers: Array.from(catalog.papers, (paper) => withoutMarkup(paper, catalog.papers.length)),
    authors: catalog.authors.map((author) => ({ ...author, papers: [], coauthors: [] })),
  };
}

const { catalog, ...options } = workerData as Order;
const read = readCatalog(catalog);
freeMemory();
parentPort?.postMessage(await writeIndex(read, options));
