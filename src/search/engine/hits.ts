import { NO_TEXT, BETWEEN } from "../layout.ts";
import type { Hit } from "../types.ts";
import { createUrls } from "../../urls.ts";
import type { Marks } from "./mark.ts";
import { markText } from "./mark.ts";
import type { Index } from "./open-index.ts";
import { makeSnippet } from "./snippet.ts";

/** One row: what Pagefind keeps of the paper, marked for this query. */
export async function makeHit(
  index: Index,
  base: string,
  ranked: { paper: number; score: number; reason?: string },
  marks: Marks,
  weigh: (word: string) => number,
): Promise<Hit> {
  const { meta, filters, content } = await index.fragment(ranked.paper);
  const key = index.columns.keys[ranked.paper] ?? "";
  const names = meta["authors"]?.split(BETWEEN) ?? [];
  return {
    key,
    url: createUrls(base).paper(key),
    title: markText(meta["title"] ?? key, marks),
    authors: (filters.author ?? []).map((slug, i) => ({ name: names[i] ?? slug, slug })),
    date: meta["date"] ?? "",
    venue: meta["venue"] ?? "",
    tags: (filters.tag ?? []).map((slug) => ({ name: index.labels.tag[slug] ?? slug, slug })),
    topics: (filters.topic ?? []).map((slug) => ({
      name: index.labels.topic[slug]?.name ?? slug,
      slug,
      hue: index.labels.topic[slug]?.hue ?? 1,
    })),
    snippet: content === NO_TEXT ? [] : makeSnippet(content, marks, weigh),
    score: ranked.score,
    ...(ranked.reason === undefined ? {} : { reason: ranked.reason }),
  };
}
