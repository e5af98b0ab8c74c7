import { foldToken } from "../words/fold-token.ts";
import { stem } from "../words/stem.ts";
import type { Run } from "../types.ts";

/** What to mark: indexed forms of words, and letters that a last word begins with. */
export interface Marks {
  stems: ReadonlySet<string>;
  prefix?: string;
}

const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-‐‑’'.^_/][\p{L}\p{N}\p{M}]+)*/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;

function matches(text: string, { stems, prefix }: Marks): boolean {
  const folded = foldToken(text)
    .replace(/['’]s$/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return stems.has(stem(folded)) || (prefix !== undefined && folded.startsWith(prefix));
}

/** Stretches of `text` to mark, as pairs of places. */
function spans(text: string, marks: Marks): [number, number][] {
  const found: [number, number][] = [];
  for (const { 0: compound, index } of text.matchAll(COMPOUND)) {
    if (matches(compound, marks)) found.push([index, index + compound.length]);
    else
      for (const part of compound.matchAll(PART))
        if (part[0].length < compound.length && matches(part[0], marks))
          found.push([index + part.index, index + part.index + part[0].length]);
  }
  return found;
}

/** A text as runs, the words of a query marked wherever they stand, in whatever form. */
export function markText(text: string, marks: Marks): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const [from, to] of spans(text, marks)) {
    if (from > at) runs.push({ text: text.slice(at, from), mark: false });
    runs.push({ text: text.slice(from, to), mark: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), mark: false });
  return runs;
}

/** The indexed forms of a text's marked words: what a sentence is chosen by. */
export function markedStems(text: string, marks: Marks): string[] {
  return spans(text, marks).map(([from, to]) =>
    stem(foldToken(text.slice(from, to)).replace(/[^\p{L}\p{N}]+/gu, "")),
  );
}
