import lunr from "lunr";
import MiniSearch from "minisearch";
import { STOPWORDS } from "../../../src/search/words/stopwords.ts";
import type { Collection } from "./collection.ts";

/** Gives paper ids, best first, at most a hundred. */
export type Search = (query: string) => string[] | Promise<string[]>;

/** Porter's stemmer (1980), Lunr's. */
const porter = (word: string) => lunr.stemmer(new lunr.Token(word, {})).toString();

const terms = (text: string) =>
  (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !STOPWORDS.has(word))
    .map(porter);

/** BM25 (k1 1.2, b 0.75) over title and text, Porter's stemmer, stopwords left out, any of the words. */
export function makeBm25({ papers }: Collection): Search {
  const postings = new Map<string, Map<number, number>>();
  const lengths = papers.map(({ title, text }, paper) => {
    const words = terms(`${title} ${text}`);
    for (const word of words) {
      const list = postings.get(word) ?? new Map<number, number>();
      postings.set(word, list.set(paper, (list.get(paper) ?? 0) + 1));
    }
    return words.length;
  });
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  return (query) => {
    const scores = new Float64Array(papers.length);
    for (const word of terms(query)) {
      const list = postings.get(word);
      if (!list) continue;
      const idf = Math.log(1 + (papers.length - list.size + 0.5) / (list.size + 0.5));
      for (const [paper, tf] of list) {
        const norm = 1.2 * (0.25 + (0.75 * (lengths[paper] ?? 0)) / mean);
        scores[paper] = (scores[paper] ?? 0) + (idf * tf * 2.2) / (tf + norm);
      }
    }
    return [...scores.keys()]
      .filter((paper) => (scores[paper] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, 100)
      .map((paper) => papers[paper]?.id ?? "");
  };
}

/** MiniSearch with Porter's stemmer and stopwords, OR: its best setting. */
export function makeMiniSearch({ papers }: Collection): Search {
  const index = new MiniSearch({
    fields: ["title", "text"],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return STOPWORDS.has(word) ? null : porter(word);
    },
  });
  index.addAll(papers);
  return (query) =>
    index
      .search(query)
      .slice(0, 100)
      .map(({ id }) => String(id));
}

/** Lunr as it comes, OR. */
export function makeLunr({ papers }: Collection): Search {
  const index = lunr(function () {
    this.ref("id");
    this.field("title");
    this.field("text");
    for (const paper of papers) this.add(paper);
  });
  return (query) =>
    index
      .query((q) => {
        for (const token of lunr.tokenizer(query)) q.term(token.toString(), {});
      })
      .slice(0, 100)
      .map(({ ref }) => ref);
}
