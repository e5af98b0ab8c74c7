import type { Paper } from "./paper.ts";

/** What a paper is about in words: the names of its tags, or what can be read of their slugs. */
export const keywordsOf = ({
  keywords,
  tags,
}: Pick<Paper, "keywords" | "tags">): readonly string[] =>
  keywords ?? tags.map((tag) => tag.replaceAll("-", " "));
