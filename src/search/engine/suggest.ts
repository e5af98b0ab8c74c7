import { createUrls } from "../../urls.ts";
import { foldToken } from "../words/fold-token.ts";
import type { Suggestion } from "../types.ts";
import type { Index } from "./open-index.ts";

/** What continues the text typed: topics and tags by name. */
export function suggest(index: Index, base: string, text: string, limit: number): Suggestion[] {
  const typed = foldToken(text.trim());
  if (typed === "") return [];
  const urls = createUrls(base);
  const begins = (name: string) =>
    ` ${foldToken(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${typed}`);
  const topics = Object.entries(index.labels.topic)
    .filter(([, { name }]) => begins(name))
    .map(([slug, { name }]) => ({ kind: "topic" as const, label: name, url: urls.topic(slug) }));
  const tags = Object.entries(index.labels.tag)
    .filter(([, name]) => begins(name))
    .map(([slug, name]) => ({ kind: "tag" as const, label: name, url: urls.tag(slug) }));
  return [...topics, ...tags].slice(0, limit);
}
