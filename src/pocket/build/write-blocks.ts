import { gunzipSync, gzipSync } from "node:zlib";
import type { Catalog, CatalogPaper } from "../../catalog/types.ts";
import { formatDate } from "../../paper/dates.ts";
import type { SiteData } from "../../paper/schema.ts";
import { readContents, unwrap } from "../../search/bundle/bundle.ts";
import type { makeIndex } from "../../search/build/write-index.ts";
import type { Fragment } from "../../search/engine/index.ts";
import { exampleSearches } from "../../search/examples.ts";
import type { Keys, Leaf, PocketAuthor, PocketPaper, Shelves } from "../contents.ts";
import { blockNames, VOLUME } from "../contents.ts";

/** A name and bytes, as they go into the file. */
export interface Block {
  name: string;
  bytes: Uint8Array;
}

type SearchIndex = Awaited<ReturnType<typeof makeIndex>>;

const pack = (name: string, value: unknown): Block => ({
  name,
  bytes: gzipSync(JSON.stringify(value), { level: 9 }),
});

const utf8 = new TextDecoder();

/** What results show of each paper, by its number: out of the index's own files, which then need not be carried. */
function takeFragments({ files, manifest }: SearchIndex): {
  fragments: Fragment[];
  others: SearchIndex["files"];
} {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const open = (path: string): Uint8Array => {
    const content = byPath.get(manifest.bundle + path);
    if (!content) throw new Error(`The search index has no ${path}.`);
    return unwrap(gunzipSync(content));
  };
  const paths = manifest.contents === "" ? [] : readContents(open(manifest.contents)).fragments;
  const taken = new Set(paths.map((path) => manifest.bundle + path));
  const fragments = paths.map((path) => {
    const { url, content, filters, meta } = JSON.parse(utf8.decode(open(path))) as Fragment;
    return { url, content, filters, meta };
  });
  return { fragments, others: files.filter((file) => !taken.has(file.path)) };
}

/** A catalog as the blocks of a file. */
export function writeBlocks(
  catalog: Catalog,
  index: SearchIndex,
  site: Pick<SiteData, "title" | "tagline" | "description" | "pageSize"> & { home?: string },
): Block[] {
  const numbers = new Map(catalog.papers.map((paper) => [paper.key, paper.number]));
  const numbersOf = (keys: readonly string[]) => keys.flatMap((key) => numbers.get(key) ?? []);
  const numbered = <Group extends { papers: string[] }>(group: Group) => ({
    ...group,
    papers: numbersOf(group.papers),
  });

  const shelves: Shelves = {
    title: site.title,
    tagline: site.tagline,
    description: site.description,
    pageSize: site.pageSize,
    papers: catalog.papers.length,
    authors: catalog.authors.length,
    updated: catalog.updated ? formatDate(catalog.updated) : "",
    ...(site.home === undefined ? {} : { home: site.home }),
    topics: catalog.topics.map(numbered),
    tags: catalog.tags.map(numbered),
    venues: catalog.venues.map(numbered),
    years: catalog.years.map(numbered),
    examples: exampleSearches(catalog),
  };
  const authors = catalog.authors.map(({ sortName: _, ...author }): PocketAuthor =>
    numbered(author),
  );
  const aliases = [...catalog.aliases].flatMap(([alias, key]) => {
    const number = numbers.get(key);
    return number === undefined ? [] : [[alias, number] as const];
  });
  const keys: Keys = {
    keys: catalog.papers.map((paper) => paper.key),
    aliases: Object.fromEntries(aliases),
  };

  const bind = ({ related, abstract, ...paper }: CatalogPaper): PocketPaper => ({
    ...paper,
    abstract: { ...abstract, sentences: abstract.sentences.length },
    related: related.flatMap(({ key, shares }) => {
      const near = numbers.get(key);
      return near === undefined ? [] : [{ paper: near, shares }];
    }),
  });
  const { fragments, others } = takeFragments(index);
  const leaves = catalog.papers.map((paper): Leaf => {
    const fragment = fragments[paper.number];
    if (!fragment) throw new Error(`The search index does not have ${paper.key}.`);
    return { paper: bind(paper), fragment };
  });
  const volumes = Array.from({ length: Math.ceil(leaves.length / VOLUME) }, (_, at) =>
    pack(blockNames.volume(at * VOLUME), leaves.slice(at * VOLUME, (at + 1) * VOLUME)),
  );
  return [
    pack(blockNames.shelves, shelves),
    pack(blockNames.keys, keys),
    pack(blockNames.authors, authors),
    ...volumes,
    ...others.map(({ path, content }) => ({ name: blockNames.search(path), bytes: content })),
  ];
}
