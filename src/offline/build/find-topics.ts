import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A topic as its pages show it. */
export interface FoundTopic {
  slug: string;
  name: string;
  keys: ReadonlySet<string>;
}

const TOPIC_PAGE = /^topics\/([^/]+)\/(?:page\/\d+\/)?index\.html$/u;
const PAPER = /^papers\/(?!page\/|index\.)([^/.]+)[./]/u;

const unescape = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) =>
    name === "amp" ? "&" : name === "lt" ? "<" : name === "gt" ? ">" : name === "quot" ? '"' : "'",
  );

/** The topics of a finished site and the papers that their pages lead to. */
export function findTopics(dir: string, paths: readonly string[], base: string): FoundTopic[] {
  const topics = new Map<string, { slug: string; name: string; keys: Set<string> }>();
  for (const path of paths) {
    const slug = TOPIC_PAGE.exec(path)?.[1];
    if (slug === undefined) continue;
    const html = readFileSync(join(dir, path), "utf8");
    if (/http-equiv="?refresh/iu.test(html)) continue;
    const topic = topics.get(slug) ?? { slug, name: slug, keys: new Set<string>() };
    topics.set(slug, topic);
    const heading = /<h1[^>]*>(.*?)<\/h1>/su
      .exec(html)?.[1]
      ?.replace(/<[^>]+>/gu, "")
      .trim();
    if (heading && path === `topics/${slug}/index.html`) topic.name = unescape(heading);
    for (const [, href = ""] of html.matchAll(/href="?([^"\s>]+)/gu)) {
      const key = href.startsWith(base) ? PAPER.exec(href.slice(base.length))?.[1] : undefined;
      if (key !== undefined) topic.keys.add(key);
    }
  }
  return [...topics.values()];
}

/** What every reader needs, whatever they keep: pages of the first level, their styles and scripts, the search. */
const SHARED = /^(?:(?:_astro|search|offline)\/|(?:[^/]+\/)?index\.html$|[^/]+$)/u;

/** Whether a file goes with a topic. */
function belongs(path: string, { slug, keys }: FoundTopic): boolean {
  return (
    SHARED.test(path) ||
    path.startsWith(`topics/${slug}/`) ||
    path.startsWith(`topics/${slug}.`) ||
    keys.has(PAPER.exec(path)?.[1] ?? "")
  );
}

/** For each topic, which of the parts hold what goes with it. */
export const partsOfTopics = (topics: readonly FoundTopic[], parts: readonly string[][]) =>
  topics.map((topic) => ({
    ...topic,
    parts: parts.flatMap((paths, at) => (paths.some((path) => belongs(path, topic)) ? [at] : [])),
  }));

/** Orders files so that papers of a topic stand together: whoever keeps one topic fetches few parts of others. */
export function orderByTopic<File extends { path: string }>(
  files: readonly File[],
  topics: readonly FoundTopic[],
): File[] {
  const places = new Map<string, number>();
  topics.forEach(({ keys }, place) => {
    for (const key of keys) if (!places.has(key)) places.set(key, place + 1);
  });
  const placeOf = ({ path }: File) => {
    const key = PAPER.exec(path)?.[1];
    if (key === undefined) return TOPIC_PAGE.test(path) || !SHARED.test(path) ? -1 : 0;
    return places.get(key) ?? topics.length + 1;
  };
  // Sorting is stable: within a group files stay as they were.
  return [...files].sort((a, b) => placeOf(a) - placeOf(b));
}
