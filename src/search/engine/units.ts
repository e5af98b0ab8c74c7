import { stem } from "../words/stem.ts";
import type { Chunk } from "../words/fold-token.ts";
import { ASKING, STOPWORDS } from "../words/stopwords.ts";
import type { Form, Lexicon } from "./lexicon.ts";

/** One thing that a query looks for. */
export interface Unit {
  /** As typed, folded. */
  word: string;
  /** Ways to write it, as indexed; the first is the one typed. */
  forms: Form[];
  /** What it counts beside others: words of a known compound count less than the compound. */
  weight: number;
  /** Place among the query's words, for adjacency. */
  at: number;
  /** Words that the query takes up. */
  length: number;
  /** Long or short forms that are looked for beside what was typed. */
  expanded: string[];
}

/** A word of the query, taken apart. */
interface Token {
  word: string;
  stem: string;
  content: boolean;
  /** The parts of a compound that begins here and stays one. */
  closed?: Form;
  /** The short form that was typed for a long form that begins here, and that form as written. */
  short?: string;
  name?: string;
}

/** What words of a compound or of a long form count by themselves. */
const PART_WEIGHT = 0.5;
/** Words of a thing that has a short form stand for little without each other. */
const NAMED_PART_WEIGHT = 0.2;

const isContent = (word: string) =>
  !STOPWORDS.has(word) && (word.length > 1 || /[\p{N}\P{ASCII}]/u.test(word));

/** Two or three parts with a lone letter or digit among them, and more than lone letters (`i.e.`) in all. */
const SHORT_PARTS =
  /^(?=.*(?:[\p{L}\p{N}]{2}|\p{N}))(?=.*(?<![\p{L}\p{N}])[\p{L}\p{N}](?![\p{L}\p{N}]))\S+ \S+(?: \S+)?$/u;

/**
 * Words as tokens. A closed compound is taken apart and a short form becomes its long form, so that every
 * spelling of a thing gives the same tokens, and with them the same results.
 */
function toTokens(
  words: readonly Chunk[],
  lexicon: Lexicon,
  { toStem, literal }: { toStem: (word: string) => string; literal: boolean },
): Token[] {
  return words.flatMap((chunk): Token[] => {
    const { joined, parts } = chunk;
    const long = literal ? undefined : lexicon.longOf(toStem(joined));
    if (long)
      return long.form.map((part, i) => ({
        word: part,
        stem: part,
        content: isContent(part),
        ...(i === 0 ? { short: joined, name: long.name } : {}),
      }));
    const known = parts.length === 1 ? lexicon.partsOf(toStem(joined)) : undefined;
    if (known) return known.map((part) => ({ word: part, stem: part, content: isContent(part) }));
    // Pagefind knows `k1.5` and `x-ray` joined only: letters and digits alone are no words to it.
    const closed = SHORT_PARTS.test(parts.join(" "));
    return parts.map((word, i) => ({
      word,
      stem: toStem(word),
      content: isContent(word),
      ...(closed && i === 0 ? { closed: parts.map(toStem) } : {}),
    }));
  });
}

/**
 * The units of a query's words: every word of content, and every run of words that the corpus writes in
 * several ways (`fine-tuning`, `PEFT`). Words of asking (`papers about …`) are left out where others remain.
 */
export function toUnits(
  words: readonly Chunk[],
  lexicon: Lexicon,
  options: { stems: boolean; literal: boolean },
): Unit[] {
  const toStem = options.stems ? stem : (word: string) => word;
  const tokens = toTokens(words, lexicon, { toStem, literal: options.literal });
  const stems = tokens.map((token) => token.stem);
  const units: Unit[] = [];
  const covered = new Map<number, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const { closed } = tokens[at] ?? {};
    const concept =
      lexicon.conceptAt(stems, at) ??
      (closed ? { length: closed.length, forms: [closed], other: [] } : undefined);
    if (!concept || !tokens.slice(at, at + concept.length).some((token) => token.content)) continue;
    const word = tokens.slice(at, at + concept.length).map((token) => token.word);
    const { length } = concept;
    const forms = options.literal ? concept.forms.slice(0, 1) : concept.forms;
    const { short, name } = tokens[at] ?? {};
    const expanded = options.literal ? [] : name !== undefined ? [name] : concept.other;
    units.push({ word: short ?? word.join(" "), forms, weight: 1, at, length, expanded });
    for (let i = at; i < at + length; i += 1)
      covered.set(i, forms.length > 1 ? NAMED_PART_WEIGHT : PART_WEIGHT);
    at += length - 1;
  }
  const singles = tokens.flatMap((token, at): Unit[] => {
    if (!token.content || units.some((unit) => unit.at === at && unit.length === 1)) return [];
    const weight = covered.get(at) ?? 1;
    return [{ word: token.word, forms: [[token.stem]], weight, at, length: 1, expanded: [] }];
  });
  const subject = singles.filter((unit) => !ASKING.has(unit.word));
  const all = [...units, ...(subject.length + units.length > 0 ? subject : singles)];
  if (all.length > 0) return all.sort((a, b) => a.at - b.at || b.length - a.length);
  return tokens.map(({ word, stem: form }, at) => ({
    word,
    forms: [[form]],
    weight: 1,
    at,
    length: 1,
    expanded: [],
  }));
}
