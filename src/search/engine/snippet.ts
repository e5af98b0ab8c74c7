import type { Run } from "../types.ts";
import type { Marks } from "./mark.ts";
import { markedStems, markText } from "./mark.ts";

/** About three lines of a result's row. */
const LENGTH = 300;

const SENTENCE_END =
  /(?<!\b(?:e\.g|i\.e|al|vs|cf|resp|Fig|Eq|Sec|approx|[A-Z]))[.!?]["”)]?\s+(?=["“(]?[\p{Lu}\p{N}])/gu;

/** Sentences of an abstract, with what stands between them. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    sentences.push(text.slice(from, end.index + end[0].length));
    from = end.index + end[0].length;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}

/** Whole words of a text, about `length` long, around its first mark. */
function shorten(text: string, length: number, marks: Marks): string {
  if (text.length <= length) return text;
  const first = markText(text, marks).findIndex((run) => run.mark);
  const before = markText(text, marks)
    .slice(0, Math.max(0, first))
    .reduce((sum, run) => sum + run.text.length, 0);
  const from = before < length * 0.7 ? 0 : text.indexOf(" ", Math.max(0, before - length / 3)) + 1;
  const end = text.lastIndexOf(" ", from + length);
  const to =
    from + length >= text.length || end <= from ? Math.min(text.length, from + length) : end;
  return `${from > 0 ? "… " : ""}${text.slice(from, to).trimEnd()}${to < text.length ? " …" : ""}`;
}

/**
 * The sentences of an abstract that say most about a query, in their order, marked. A sentence counts by
 * the different words of the query in it, rare ones more; without any, the abstract's beginning is given.
 *
 * @param weigh what a word, in its indexed form, counts.
 */
export function makeSnippet(text: string, marks: Marks, weigh: (word: string) => number): Run[] {
  const sentences = splitSentences(text).map((sentence, place) => ({
    sentence,
    place,
    words: new Set(markedStems(sentence, marks)),
  }));
  const seen = new Set<string>();
  const chosen: typeof sentences = [];
  let room = LENGTH;
  while (room > LENGTH / 3 && chosen.length < sentences.length) {
    const worth = (words: Set<string>) =>
      [...words].reduce((sum, word) => sum + weigh(word) * (seen.has(word) ? 0.2 : 1), 0);
    const best = sentences
      .filter((candidate) => !chosen.includes(candidate))
      .reduce((a, b) => (worth(b.words) > worth(a.words) ? b : a));
    if (chosen.length > 0 && (worth(best.words) === 0 || best.sentence.length > room)) break;
    chosen.push(best);
    for (const word of best.words) seen.add(word);
    room -= best.sentence.length;
  }
  chosen.sort((a, b) => a.place - b.place);
  const joined = chosen
    .map(({ sentence, place }, i) => {
      const follows = i === 0 || place === (chosen[i - 1]?.place ?? 0) + 1;
      return `${follows ? "" : "… "}${sentence}`;
    })
    .join("")
    .trim();
  return markText(shorten(joined, LENGTH * 1.2, marks), marks);
}
