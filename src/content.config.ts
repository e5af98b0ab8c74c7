import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { defineCollection } from "astro:content";
import { z } from "astro/zod";
import { entryLoader } from "./loader/astro-loader.ts";
import type { NamedEntries } from "./loader/known.ts";
import { orThrow, PEOPLE, readPeople, readTags, readVenues, TAGS, VENUES } from "./loader/known.ts";
import { paperLoader } from "./loader/paper-loader.ts";
import { readTopicEntry } from "./loader/read-entry.ts";
import type { PaperEntry, TopicEntry } from "./loader/read-entry.ts";
import type { TagData } from "./paper/schema.ts";
import { displayPath, site } from "./site.ts";

/** The collections: what the loaders made is already checked, so the schema only says its type. */

const papers = defineCollection({
  loader: paperLoader(join(site.contentDir, "papers") + sep),
  schema: z.custom<
    Omit<PaperEntry, "abstract"> & {
      abstract: Omit<PaperEntry["abstract"], "html">;
    }
  >(),
});

const topics = defineCollection({
  loader: entryLoader({
    name: "topics",
    folder: join(site.contentDir, "topics") + sep,
    dependsOn: site.base,
    read(source, file) {
      const entry = readTopicEntry(source, file, site.urls);
      if (Array.isArray(entry)) return entry;
      return {
        data: { data: entry.data },
        html: entry.introHtml,
        components: entry.components,
      };
    },
  }),
  schema: z.custom<Omit<TopicEntry, "introHtml">>(),
});

const tags = defineCollection({
  loader: async () => {
    const file = join(site.contentDir, TAGS);
    const source = await readFile(file, "utf8").catch(() => "");
    return Object.entries(orThrow(readTags(source, displayPath(file)))).map(([id, tag]) => ({
      id,
      tag,
    }));
  },
  schema: z.custom<{ id: string; tag: TagData }>(),
});

/** A file of entries as one entry: most sites have none, and Astro warns of collections without any. */
const named = <Data>(name: string, read: (source: string, file: string) => NamedEntries<Data>) => ({
  loader: async () => {
    const file = join(site.contentDir, name);
    const source = await readFile(file, "utf8").catch(() => "");
    return [{ id: name, entries: orThrow(read(source, displayPath(file))) }];
  },
  schema: z.custom<{ id: string; entries: Record<string, Data> }>(),
});

const people = defineCollection(named(PEOPLE, readPeople));
const venues = defineCollection(named(VENUES, readVenues));

export const collections = { papers, topics, tags, people, venues };
