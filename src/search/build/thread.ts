import { parentPort, workerData } from "node:worker_threads";
import type { Shelved } from "../../catalog/shelf.ts";
import { openShelf } from "../../catalog/shelf.ts";
import type { CatalogPaper } from "../../catalog/types.ts";
import { writeIndex } from "./write-index.ts";

/** The thread that makes a large index. */

/** What it is given. */
export interface Order {
  catalog: Shelved;
  /** Absolute: the site's folder. */
  out: string;
  language: string;
}

/** A paper without what is only drawn: the whole corpus is held at once. */
const withoutMarkup = ({ abstract: { text }, ...paper }: CatalogPaper): CatalogPaper => ({
  ...paper,
  titleHtml: "",
  excerpt: "",
  abstract: { html: "", text, sentences: [] },
});

const { catalog: shelved, ...options } = workerData as Order;
const { catalog } = openShelf(shelved);
const papers = Array.from(catalog.papers, withoutMarkup);
parentPort?.postMessage(await writeIndex({ ...catalog, papers }, options));
