import { Document } from "yaml";
import { writeMdx } from "../paper/text/index.ts";
import type { FullVocabulary } from "./vocabulary.ts";

/** What `suggest` answers for one paper. */
export interface Suggestion {
  topics: string[];
  tags: string[];
}

/** A tag or topic on fewer papers than this gathers nothing. */
const LEAST = 2;

const used = (lists: readonly (readonly string[])[]) => {
  const counts = new Map<string, number>();
  for (const list of lists) for (const slug of list) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return (slug: string) => (counts.get(slug) ?? 0) >= LEAST;
};

/**
 * The part of a vocabulary that a new collection needs: topics and tags that at least two of its papers get.
 * Taking one away can move others up, so it is asked again until nothing changes; then importing once more
 * with what was written suggests the same.
 */
export function chooseStarter(
  full: FullVocabulary,
  suggestAll: (vocabulary: FullVocabulary) => Suggestion[],
): { vocabulary: FullVocabulary; suggestions: Suggestion[] } {
  let vocabulary = full;
  for (;;) {
    const suggestions = suggestAll(vocabulary);
    const keepTopic = used(suggestions.map((suggestion) => suggestion.topics));
    const keepTag = used(suggestions.map((suggestion) => suggestion.tags));
    const topics = new Map([...vocabulary.topics].filter(([slug]) => keepTopic(slug)));
    const tags = new Map([...vocabulary.tags].filter(([slug]) => keepTag(slug)));
    if (topics.size === vocabulary.topics.size && tags.size === vocabulary.tags.size)
      return { vocabulary, suggestions };
    vocabulary = { topics, tags };
  }
}

/** The files of a new vocabulary: path below the content folder to text. */
export function writeVocabulary({ topics, tags }: FullVocabulary): Map<string, string> {
  const files = new Map<string, string>();
  for (const [slug, topic] of topics) {
    const yaml = new Document(topic).toString({ lineWidth: 0 }).trimEnd();
    const body = writeMdx([
      { type: "paragraph", children: [{ type: "text", value: topic.summary }] },
    ]);
    files.set(`topics/${slug}.mdx`, `---\n${yaml}\n---\n\n${body}`);
  }
  if (tags.size > 0)
    files.set("tags.yaml", new Document(Object.fromEntries(tags)).toString({ lineWidth: 0 }));
  return files;
}
