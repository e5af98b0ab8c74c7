import { FIELD } from "../bundle/bundle.ts";
import type { Chunk } from "../words/fold-token.ts";
import { stem } from "../words/stem.ts";
import { ASKING, STOPWORDS } from "../words/stopwords.ts";
import type { Note, Request } from "../types.ts";
import type { Evidence } from "./evidence.ts";
import { either, inField, inSequence, NOTHING, sightings } from "./evidence.ts";
import type { Marks } from "./mark.ts";
import type { Index } from "./open-index.ts";
import type { ParsedQuery, Term } from "./parse-query.ts";

/** What a query found, best first. */
export interface Ranked {
  papers: number[];
  /** By paper number. */
  scores: Float64Array;
  marks: Marks;
  weigh: (word: string) => number;
  notes: Note[];
}

const stemmer = (index: Index) =>
  index.manifest.language === "en" ? stem : (word: string) => word;

async function evidenceOf(index: Index, word: string): Promise<Evidence> {
  return sightings(await index.postings(stemmer(index)(word)));
}

async function chunkEvidence(index: Index, chunk: Chunk): Promise<Evidence> {
  const joined = await evidenceOf(index, chunk.joined);
  if (chunk.parts.length < 2) return joined;
  const parts = await Promise.all(
    chunk.parts.filter((part) => part.length > 1).map((part) => evidenceOf(index, part)),
  );
  return either([joined, inSequence(parts)]);
}

async function termEvidence(index: Index, term: Term): Promise<Evidence> {
  const chunks = await Promise.all(term.chunks.map((chunk) => chunkEvidence(index, chunk)));
  const found = inSequence(chunks);
  if (term.field === undefined) return found;
  const field = index.contents.fields.indexOf(term.field === "author" ? "authors" : term.field);
  return field < 0 ? NOTHING : inField(found, field);
}

/** Ranks papers by any of the words (BM25), within what must and must not be there. */
export async function rank(index: Index, parsed: ParsedQuery, request: Request): Promise<Ranked> {
  const count = index.contents.fragments.length;
  const content = parsed.words.filter((word) => !STOPWORDS.has(word.joined));
  const subject = content.filter((word) => !ASKING.has(word.joined));
  const words = subject.length > 0 ? subject : content.length > 0 ? content : parsed.words;
  const lengths = index.contents.lengths;
  const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, count);
  const title = index.contents.fields.indexOf("title");
  const idf = (n: number) => Math.log(1 + (count - n + 0.5) / (n + 0.5));
  const scores = new Float64Array(count);
  const weights = new Map<string, number>();
  const unknown: string[] = [];
  const last = words.at(-1);
  const found = await Promise.all(
    words.map(async (word) => {
      let evidence = await chunkEvidence(index, word);
      if (request.typing && parsed.open && word === last && word.joined.length > 1) {
        const begun = await index.wordsFrom(word.joined, 3);
        const lists = await Promise.all(begun.slice(0, 50).map((each) => index.postings(each)));
        evidence = either([evidence, ...lists.map((list) => sightings(list, 0.5))]);
      }
      return { word, evidence };
    }),
  );
  for (const { word, evidence } of found) {
    if (evidence.size === 0) unknown.push(word.joined);
    const weight = idf(evidence.size);
    for (const form of [word.joined, ...word.parts]) weights.set(stem(form), weight);
    for (const [paper, seen] of evidence) {
      let tf = seen.text.length;
      for (const place of seen.fields) tf += Math.floor(place / FIELD) === title ? 2 : 0.5;
      tf *= seen.sure;
      scores[paper] =
        (scores[paper] ?? 0) +
        (weight * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * (lengths[paper] ?? 0)) / mean));
    }
  }
  const must = await Promise.all(
    parsed.must.map(async (terms) =>
      either(await Promise.all(terms.map((term) => termEvidence(index, term)))),
    ),
  );
  const not = await Promise.all(parsed.not.map((term) => termEvidence(index, term)));
  const papers: number[] = [];
  for (let paper = 0; paper < count; paper += 1)
    if (
      (words.length === 0 || (scores[paper] ?? 0) > 0) &&
      must.every((evidence) => evidence.has(paper)) &&
      !not.some((evidence) => evidence.has(paper))
    )
      papers.push(paper);
  papers.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  for (const term of parsed.must.flat())
    for (const chunk of term.chunks)
      for (const form of [chunk.joined, ...chunk.parts]) weights.set(stem(form), 1);
  return {
    papers,
    scores,
    marks: {
      stems: new Set(weights.keys()),
      ...(request.typing && parsed.open && last ? { prefix: last.joined } : {}),
    },
    weigh: (word) => weights.get(word) ?? 0.5,
    notes: unknown.length > 0 ? [{ kind: "unknown", words: unknown }] : [],
  };
}
