import { readFrontCoded } from "../words/front-code.ts";
import { peopleFile, vocabularyFile } from "../layout.ts";
import { once } from "./once.ts";
import type { Index } from "./open-index.ts";

/** Words of the corpus, or family names of its authors, with the number of papers that have each, in order. */
export type Vocabulary = [word: string, papers: number][];

const utf8 = new TextDecoder();

const vocabularies = new WeakMap<Index, (file: string) => Promise<Vocabulary>>();

/** Reads a list of words, each once. */
function vocabularyOf(index: Index): (file: string) => Promise<Vocabulary> {
  const read =
    vocabularies.get(index) ??
    once(async (file) => {
      const bytes = await index.side(file);
      return bytes ? readFrontCoded(utf8.decode(bytes)) : [];
    });
  vocabularies.set(index, read);
  return read;
}

/**
 * The corpus's words among which one is looked for that nobody wrote: all of them; of a large corpus, those with its
 * first letter and the common ones.
 */
export async function loadVocabulary(index: Index, word: string): Promise<Vocabulary> {
  const read = vocabularyOf(index);
  if (!index.manifest.large) return read("vocabulary.gz");
  const [own, common] = await Promise.all([
    read(vocabularyFile(word)),
    read("vocabulary/common.gz"),
  ]);
  const [first] = word;
  return [...own, ...common.filter(([each]) => each[0] !== first)];
}

/** Authors' family names among which one is looked for: all; of a large corpus, those with its first letter. */
export const loadPeople = (index: Index, word: string): Promise<Vocabulary> =>
  vocabularyOf(index)(index.manifest.large ? peopleFile(word) : "people.gz");

/** Keys that a finger next to the right one hits. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const BESIDE = new Set(
  ROWS.flatMap((row, r) =>
    [...row].flatMap((key, i) =>
      [row[i - 1], row[i + 1], ROWS[r + 1]?.[i], ROWS[r + 1]?.[i - 1]]
        .filter((other) => other !== undefined)
        .flatMap((other) => [key + other, other + key]),
    ),
  ),
);

const VOWELS = "aeiouy";

/** What it costs to have written `a` for `b`: slips of the finger and of the ear are likelier. */
function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  return BESIDE.has(a + b) || (VOWELS.includes(a) && VOWELS.includes(b)) ? 0.8 : 1;
}

/**
 * Optimal string alignment distance (Damerau 1964, Levenshtein 1966): letters left out, put in, mistaken or
 * swapped, with likelier slips cheaper. Gives more than `most` as soon as it must be more.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const [x = "", y = ""] = [a[i - 1], b[j - 1]];
      // A letter doubled, or one of a doubled pair left out.
      const drop = x === a[i - 2] ? 0.7 : 1;
      const add = y === b[j - 2] ? 0.7 : 1;
      let cost = Math.min(
        (row[j] ?? 0) + drop,
        (next[j - 1] ?? 0) + add,
        (row[j - 1] ?? 0) + swapCost(x, y),
      );
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 0.8);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** Edits that a word of some length may have. */
const allowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** What the first letter mistaken costs beside, for it is rarely so; and what being common is worth. */
const FIRST = 0.35;
const COMMON = 0.12;

/** The words nearest to one that nobody wrote, best first; none where nothing is near. Numbers and short forms are never mended. */
export function nearestWords(word: string, vocabulary: Vocabulary, edits: number): string[] {
  const most = Math.min(edits, allowed(word.length));
  if (most === 0 || /\p{N}/u.test(word) || !/[aeiouy]/u.test(word)) return [];
  const found: { known: string; cost: number }[] = [];
  for (const [known, papers] of vocabulary) {
    if (known.length < 4) continue;
    const distance = editDistance(word, known, most);
    if (distance > most) continue;
    const first = known[0] === word[0] ? 0 : FIRST;
    // Two slips and another first letter: another word.
    if (first > 0 && distance > 1) continue;
    found.push({ known, cost: distance + first - COMMON * Math.log(papers) });
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known);
}

/** The author's name of which a word is a slip of one letter, not the first. */
export const nearestName = (word: string, people: Vocabulary): string | undefined =>
  nearestWords(word, people, 1).find((name) => name[0] === word[0]);

/** Letters that a completion may add. */
const ADDED = 6;

/** The commonest word that begins with these letters. */
export function completeWord(letters: string, vocabulary: Vocabulary): string | undefined {
  if (letters.length < 5) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const [word, papers] of vocabulary)
    if (papers > most && word.startsWith(letters) && word.length <= letters.length + ADDED) {
      best = word;
      most = papers;
    }
  return best;
}

/** A word that is two known ones, written without the space between them: `taskvector`. */
export function splitWord(word: string, vocabulary: Vocabulary): [string, string] | undefined {
  const starts = vocabulary.filter(([known]) => word.startsWith(known) || word.endsWith(known));
  const papers = new Map(starts);
  let best: [string, string] | undefined;
  let most = 0;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    const least = Math.min(papers.get(a) ?? 0, papers.get(b) ?? 0);
    if (least > most) {
      most = least;
      best = [a, b];
    }
  }
  return best;
}
