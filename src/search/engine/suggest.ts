import { createUrls } from "../../urls.ts";
import { foldToken, readChunks } from "../words/fold-token.ts";
import { BETWEEN } from "../layout.ts";
import type { Suggestion } from "../types.ts";
import type { Desk } from "./desk.ts";
import type { Evidence } from "./evidence.ts";
import { inField, NOTHING } from "./evidence.ts";
import { IN_AUTHORS, IN_TITLE } from "../bundle/word-lists.ts";
import { Impacts } from "./impacts.ts";

/** Papers looked at for titles and authors: their fragments are small, and results will want them. */
const LOOKED_AT = 8;

const spaced = (text: string) =>
  ` ${foldToken(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`;

/** Papers that have every word in one field, the last one perhaps unfinished: newest first. */
async function inOneField(desk: Desk, text: string, field: string): Promise<number[]> {
  const words = readChunks(text);
  if (words.length === 0) return [];
  const { large } = desk.index.manifest;
  const number = large ? 0 : (await desk.index.fields()).indexOf(field);
  if (number < 0) return [];
  const unfinished = !/\s$/u.test(text);
  const lists = await Promise.all(
    words.map(async ({ joined }, i): Promise<Evidence> => {
      const last = i === words.length - 1 && unfinished;
      const found = await (last ? desk.finder.beginning(joined) : desk.finder.word(joined));
      const flag = field === "title" ? IN_TITLE : IN_AUTHORS;
      return found instanceof Impacts ? found.flagged(flag) : inField(found, number);
    }),
  );
  const [first = NOTHING, ...rest] = lists;
  return [...first.keys()]
    .filter((paper) => rest.every((found) => found.has(paper)))
    .sort((a, b) => a - b);
}

/** Titles that continue what is typed, those that begin so first. */
async function suggestPapers(desk: Desk, text: string, typed: string): Promise<Suggestion[]> {
  const { index } = desk;
  const { titleLengths } = index;
  const papers = (await inOneField(desk, text, "title"))
    .sort((a, b) => (titleLengths[a] ?? 0) - (titleLengths[b] ?? 0))
    .slice(0, LOOKED_AT);
  const found = await Promise.all(
    papers.map(async (paper) => {
      const { meta, url } = await index.fragment(paper);
      return { label: meta["title"] ?? "", url };
    }),
  );
  const begins = (label: string) => (spaced(label).startsWith(typed) ? 0 : 1);
  return found
    .sort((a, b) => begins(a.label) - begins(b.label))
    .map(({ label, url }) => ({ kind: "paper", label, url }));
}

/** Authors with the words typed in their name, those of more papers first. */
async function suggestAuthors(desk: Desk, text: string, typed: string): Promise<Suggestion[]> {
  const papers = (await inOneField(desk, text, "authors")).slice(0, LOOKED_AT);
  const counts = new Map<string, { label: string; url: string; count: number }>();
  for (const { meta, filters } of await Promise.all(papers.map(desk.index.fragment))) {
    const names = meta["authors"]?.split(BETWEEN) ?? [];
    for (const [i, slug] of (filters.author ?? []).entries()) {
      const label = names[i] ?? slug;
      const words = spaced(typed).trim().split(" ");
      if (!words.every((word) => spaced(label).includes(` ${word}`))) continue;
      const known = counts.get(slug) ?? { label, url: slug, count: 0 };
      counts.set(slug, { ...known, count: known.count + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map(({ label, url }) => ({ kind: "author", label, url }));
}

/** Topics, authors, tags and titles that continue what is typed, best first, every kind in it that has any. */
export async function suggest(
  desk: Desk,
  base: string,
  text: string,
  limit: number,
): Promise<Suggestion[]> {
  const typed = spaced(text);
  // Fields, phrases and what is to be left out are for the search: nothing continues them.
  if (typed.trim().length < 2 || /[:"]|(?:^|\s)-\S/u.test(text)) return [];
  const urls = createUrls(base);
  const { topic, tag } = desk.index.labels;
  const fits = (name: string) => spaced(name).includes(typed);
  const topics = Object.entries(topic)
    .filter(([, { name }]) => fits(name))
    .map(([slug, { name }]): Suggestion => ({ kind: "topic", label: name, url: urls.topic(slug) }));
  const tags = Object.entries(tag)
    .filter(([, name]) => fits(name))
    .map(([slug, name]): Suggestion => ({ kind: "tag", label: name, url: urls.tag(slug) }));
  const [papers, authors] = await Promise.all([
    suggestPapers(desk, text, typed),
    suggestAuthors(desk, text, typed),
  ]);
  const titles = papers.map((paper) => ({ ...paper, url: urls.base + paper.url.slice(1) }));
  const people = authors.map((author) => ({ ...author, url: urls.author(author.url) }));
  const aside = [...topics.slice(0, 2), ...people.slice(0, 2), ...tags.slice(0, 2)];
  const room = Math.max(1, limit - aside.length);
  const first = [...titles.slice(0, room), ...aside];
  const more = [topics.slice(2), people.slice(2), tags.slice(2), titles.slice(room)].flat();
  return [...first, ...more].slice(0, limit);
}
