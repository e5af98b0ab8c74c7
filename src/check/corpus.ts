import { basename, join } from "node:path";
import type { Moved } from "../addresses/moved.ts";
import { MOVED, readMoved } from "../addresses/moved.ts";
import type { Recorded } from "../addresses/registry.ts";
import { readRegistry, REGISTRY } from "../addresses/registry.ts";
import { readOptional } from "../addresses/settled.ts";
import { CHANGES, changeIds, readChanges } from "../paper/changes.ts";
import type { Problem } from "../paper/problem.ts";
import type { PaperEntry, TopicEntry } from "../loader/read-entry.ts";
import { readPaperEntry, readTopicEntry } from "../loader/read-entry.ts";
import { listFiles, readFiles } from "../loader/folder.ts";
import type { NamedEntries } from "../loader/known.ts";
import { PEOPLE, readPeople, readTags, readVenues, TAGS, VENUES } from "../loader/known.ts";
import type { Known } from "../paper/known.ts";
import { knownBy } from "../paper/known.ts";
import type { PersonData, TagData, VenueData } from "../paper/schema.ts";
import type { Urls } from "../urls.ts";

/** An entry with the file that it is in. */
export interface Entry<Read> {
  /** Its key or slug: the file's name. */
  name: string;
  /** As a person would write it. */
  file: string;
  source: string;
  /** Undefined where it could not be read: its problems are told already. */
  read?: Read;
}

/** A content folder, read as far as it goes. */
export interface Corpus {
  papers: Entry<PaperEntry>[];
  topics: Entry<TopicEntry>[];
  topicsFolder: string;
  tags: Record<string, TagData>;
  tagsFile: string;
  tagsSource: string;
  /** What was given out before; nothing where the folder keeps no registry. */
  registry: { file: string; entries: Recorded[] };
  moved: { file: string; entries: Moved[] };
  /** Names of imports that have a page. */
  imports: string[];
  /** Who is who, and which venue is which. */
  known: Known;
  people: { file: string } & NamedEntries<PersonData>;
  venues: { file: string } & NamedEntries<VenueData>;
  problems: Problem[];
}

async function readFolder<Read>(
  folder: string,
  display: (path: string) => string,
  read: (source: string, file: string) => Read | Problem[],
): Promise<{ entries: Entry<Read>[]; problems: Problem[] }> {
  const entries: Entry<Read>[] = [];
  const problems: Problem[] = [];
  const names = await listFiles(folder, ".mdx");
  for await (const { name, path, source, problem } of readFiles(folder, names, display)) {
    const file = display(path);
    const result = problem ? [problem] : read(source, file);
    const entry = { name: basename(name, ".mdx"), file, source };
    if (Array.isArray(result)) {
      problems.push(...result);
      entries.push(entry);
    } else entries.push({ ...entry, read: result });
  }
  return { entries, problems };
}

/** Reads a content folder and everything that is wrong with single entries; nothing in it stops the rest. */
export async function readCorpus(
  contentDir: string,
  urls: Urls,
  display: (path: string) => string,
): Promise<Corpus> {
  const papers = await readFolder(join(contentDir, "papers"), display, (source, file) =>
    readPaperEntry(source, file, urls),
  );
  const topics = await readFolder(join(contentDir, "topics"), display, (source, file) =>
    readTopicEntry(source, file, urls),
  );
  const tagsFile = display(join(contentDir, TAGS));
  const tagsSource = readOptional(join(contentDir, TAGS));
  const tags = readTags(tagsSource, tagsFile);
  const registryFile = join(contentDir, REGISTRY);
  const movedFile = display(join(contentDir, MOVED));
  const settled = readMoved(readOptional(join(contentDir, MOVED)), movedFile);
  const [peopleFile, venuesFile] = [PEOPLE, VENUES].map((name) =>
    display(join(contentDir, name)),
  ) as [string, string];
  const people = readPeople(readOptional(join(contentDir, PEOPLE)), peopleFile);
  const venues = readVenues(readOptional(join(contentDir, VENUES)), venuesFile);
  const problems = [papers, topics, tags, settled, people, venues].flatMap((part) => part.problems);
  return {
    papers: papers.entries,
    topics: topics.entries,
    topicsFolder: display(join(contentDir, "topics")),
    tags: tags.entries,
    tagsFile,
    tagsSource,
    registry: {
      file: display(registryFile),
      entries: readRegistry(readOptional(registryFile)),
    },
    moved: { file: movedFile, entries: settled.moved },
    imports: changeIds(readChanges(readOptional(join(contentDir, CHANGES)))),
    known: knownBy(people.entries, venues.entries),
    people: { file: peopleFile, ...people },
    venues: { file: venuesFile, ...venues },
    problems,
  };
}
