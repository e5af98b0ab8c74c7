import { getCollection } from "astro:content";
import { takePapers } from "../loader/held.ts";
import type { PaperEntry } from "../loader/read-entry.ts";
import { knownBy } from "../paper/known.ts";
import { toPaper } from "../paper/paper.ts";
import { buildCatalog } from "./build.ts";
import { offerCatalog, offeredCatalog } from "./handover.ts";
import type { Catalog } from "./types.ts";

let made: Promise<Catalog> | undefined;

/** The papers as the loader left them, by key. */
async function readPapers(): Promise<ReadonlyMap<string, PaperEntry>> {
  const held = takePapers();
  if (held) return held;
  const stored = await getCollection("papers");
  return new Map(
    stored.map(({ id, data, rendered }) => [
      id,
      { ...data, abstract: { ...data.abstract, html: rendered?.html ?? "" } },
    ]),
  );
}

async function makeCatalog(): Promise<Catalog> {
  const [papers, topics, tags, people, venues] = await Promise.all([
    readPapers(),
    getCollection("topics"),
    getCollection("tags"),
    getCollection("people"),
    getCollection("venues"),
  ]);
  const known = knownBy(people[0]?.data.entries ?? {}, venues[0]?.data.entries ?? {});
  const catalog = buildCatalog({
    papers: Array.from(papers, ([key, { data, components, ...made }]) => ({
      ...toPaper(key, data, made, known),
      components,
    })),
    topics: topics.map(({ id, data, rendered }) => ({
      slug: id,
      data: data.data,
      introHtml: rendered?.html ?? "",
    })),
    tags: tags.map(({ id, data }) => ({ slug: id, data: data.tag })),
    people: known.people,
  });
  offerCatalog(catalog);
  return catalog;
}

/** The catalog of this build, from Astro's collections: made once, by the first page that asks; a thread is given it. */
export function getCatalog(): Promise<Catalog> {
  // While content is being edited the collections change under a running server.
  if (import.meta.env.DEV) return makeCatalog();
  const offered = offeredCatalog();
  made ??= offered ? Promise.resolve(offered) : makeCatalog();
  return made;
}
