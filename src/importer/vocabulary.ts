import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { parseFrontmatter, splitFrontmatter } from "../loader/frontmatter.ts";
import type { TagData, TopicData } from "../paper/schema.ts";
import { tagsSchema, topicSchema } from "../paper/schema.ts";

/** Topics and tags of a content folder, with all that their files say. */
export interface FullVocabulary {
  topics: Map<string, TopicData>;
  tags: Map<string, TagData>;
}

/** Reads the vocabulary of a content folder. What does not fit its schema is passed over: `npm run check` names it. */
export async function readVocabulary(contentDir: string): Promise<FullVocabulary> {
  const topics = new Map<string, TopicData>();
  const folder = join(contentDir, "topics");
  let files: string[] = [];
  try {
    files = (await readdir(folder)).filter((file) => /^[^.].*\.mdx$/u.test(file)).sort();
  } catch {
    // No topics yet.
  }
  for (const file of files) {
    const parts = splitFrontmatter(await readFile(join(folder, file), "utf8"));
    const data = parts && topicSchema.safeParse(parseFrontmatter(parts, file).data);
    if (data?.success === true) topics.set(file.slice(0, -".mdx".length), data.data);
  }
  const tags = new Map<string, TagData>();
  try {
    const read = tagsSchema.safeParse(parse(await readFile(join(contentDir, "tags.yaml"), "utf8")));
    for (const [slug, tag] of Object.entries(read.data ?? {})) tags.set(slug, tag);
  } catch {
    // No tags yet, or no YAML.
  }
  return { topics, tags };
}
