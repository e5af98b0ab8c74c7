import { NO_TEXT, BETWEEN } from "../layout.ts";
import type { Hit } from "../types.ts";
import { createUrls } from "../../urls.ts";
import type { Marks } from "./mark.ts";
import { markText } from "./mark.ts";
import type { Index } from "./open-index.ts";
import { makeSnippet } from "./snippet.ts";

/** Fields that a row does not show whole, and how a match in one is put. */
const FIELDS = [
  ["tags", "tag"],
  ["topics", "topic"],
  ["authors", "author"],
  ["venue", "published in"],
] as const;

/** Where a match is that neither title nor snippet shows. */
function reasonIn(meta: Readonly<Record<string, string>>, marks: Marks): string | undefined {
  for (const [field, name] of FIELDS)
    for (const value of meta[field]?.split(BETWEEN) ?? [])
      if (markText(value, marks).some((run) => run.mark)) return `${name}: ${value}`;
  return undefined;
}

/** One row: what Pagefind keeps of the paper, marked for this query. */
export async function makeHit(
  index: Index,
  base: string,
  ranked: { paper: number; score: number; reason?: string },
  marks: Marks,
  weigh: (word: string) => number,
): Promise<Hit> {
  const { url, meta, filters, content } = await index.fragment(ranked.paper);
  const key = url.split("/").at(-2) ?? "";
  const title = markText(meta["title"] ?? key, marks);
  const snippet = content === NO_TEXT ? [] : makeSnippet(content, marks, weigh);
  const shown = [...title, ...snippet].some((run) => run.mark);
  const reason = ranked.reason ?? (shown ? undefined : reasonIn(meta, marks));
  const names = meta["authors"]?.split(BETWEEN) ?? [];
  return {
    key,
    url: createUrls(base).paper(key),
    title,
    authors: (filters.author ?? []).map((slug, i) => ({ name: names[i] ?? slug, slug })),
    date: meta["date"] ?? "",
    venue: meta["venue"] ?? "",
    tags: (filters.tag ?? []).map((slug) => ({ name: index.labels.tag[slug] ?? slug, slug })),
    topics: (filters.topic ?? []).map((slug) => ({
      name: index.labels.topic[slug]?.name ?? slug,
      slug,
      hue: index.labels.topic[slug]?.hue ?? 1,
    })),
    snippet,
    score: ranked.score,
    ...(reason === undefined ? {} : { reason }),
  };
}
