import { fold } from "../paper/fold.ts";
import type { TagData, TopicData } from "../paper/schema.ts";

/** The words by which topics and tags are told: slug to what its page or file says of it. */
export interface Vocabulary {
  topics: ReadonlyMap<string, Pick<TopicData, "title" | "match">>;
  tags: ReadonlyMap<string, Pick<TagData, "name" | "synonyms" | "match">>;
}

/** One condition of a rule: a phrase, and whether only the title counts. */
interface Part {
  phrase: string;
  inTitle: boolean;
}

interface Rule {
  parts: Part[];
  isVeto: boolean;
}

/** A word without its plural ending, good enough to bring `laws` and `law`, `losses` and `loss` together. */
function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/u.test(word)) return word;
  if (/(?:ss|x|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(singular);

/** A phrase as it is compared: `low-rank`, `Low Rank` and `lowrank` are the same. */
const phraseOf = (text: string) => wordsOf(text).join("");

/**
 * Reads one rule of a `match` list: a plain phrase; `title:phrase` counts in titles only; `!phrase`
 * vetoes; `a & b` needs both.
 */
export function parseRule(text: string): Rule {
  const isVeto = text.startsWith("!");
  const parts = (isVeto ? text.slice(1) : text).split("&").map((part) => {
    const inTitle = /^\s*title:/u.test(part);
    return { phrase: phraseOf(part.replace(/^\s*title:/u, "")), inTitle };
  });
  return { parts: parts.filter((part) => part.phrase !== ""), isVeto };
}

interface Compiled {
  topics: [string, Rule[]][];
  tags: [string, Rule[]][];
  /** Every phrase of any rule. */
  phrases: Set<string>;
  /** Topics and tags that a phrase points at by itself. */
  named: Map<string, Set<string>>;
  /** Words in the longest phrase, and one for a hyphen that the text may have within. */
  longest: number;
}

const compiled = new WeakMap<Vocabulary, Compiled>();

function compile(vocabulary: Vocabulary): Compiled {
  const known = compiled.get(vocabulary);
  if (known) return known;
  const rulesOf = (texts: readonly string[]) =>
    texts.map(parseRule).filter((rule) => rule.parts.length > 0);
  const topics = [...vocabulary.topics].map(([slug, { title, match }]): [string, Rule[]] => [
    slug,
    rulesOf([title, ...match]),
  ]);
  const tags = [...vocabulary.tags].map(([slug, { name, synonyms, match }]): [string, Rule[]] => [
    slug,
    rulesOf([name, ...synonyms, ...match]),
  ]);
  const texts = [
    ...[...vocabulary.topics.values()].flatMap((topic) => [topic.title, ...topic.match]),
    ...[...vocabulary.tags.values()].flatMap((tag) => [tag.name, ...tag.synonyms, ...tag.match]),
  ];
  const named = new Map<string, Set<string>>();
  for (const [slug, rules] of [...topics, ...tags])
    for (const { parts, isVeto } of rules) {
      const [only, ...others] = parts;
      if (!only || others.length > 0 || isVeto) continue;
      named.set(only.phrase, (named.get(only.phrase) ?? new Set()).add(slug));
    }
  const made: Compiled = {
    topics,
    tags,
    named,
    phrases: new Set(
      [...topics, ...tags].flatMap(([, rules]) =>
        rules.flatMap((r) => r.parts.map((p) => p.phrase)),
      ),
    ),
    longest: 1 + Math.max(1, ...texts.map((text) => wordsOf(text).length)),
  };
  compiled.set(vocabulary, made);
  return made;
}

/** Letters that a phrase needs before its words may stand apart or together in the text. */
const SHORTEST_JOINED = 5;

/** How often each of the phrases stands in a text, whole words only. */
function countPhrases(text: string, { phrases, longest }: Compiled): Map<string, number> {
  const words = wordsOf(text).filter((word) => word.length <= 60);
  const counts = new Map<string, number>();
  for (let start = 0; start < words.length; start += 1) {
    let run = "";
    for (let end = start; end < Math.min(words.length, start + longest); end += 1) {
      run += words[end] ?? "";
      // Short words that only meet by chance are no acronym: "in n" is not INN.
      if (end > start && run.length < SHORTEST_JOINED) continue;
      if (phrases.has(run)) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return counts;
}

/** Points of a phrase in the title, and of one in the abstract: once, twice, more often. */
const TITLE_POINTS = 3;
const ABSTRACT_POINTS = [0, 1, 1.5, 2] as const;

function score(
  rules: readonly Rule[],
  title: Map<string, number>,
  abstract: Map<string, number>,
): number {
  let total = 0;
  const seen = new Set<string>();
  for (const rule of rules) {
    const points = rule.parts.map(({ phrase, inTitle }) => {
      if (title.has(phrase)) return TITLE_POINTS;
      return inTitle ? 0 : (ABSTRACT_POINTS[Math.min(3, abstract.get(phrase) ?? 0)] ?? 0);
    });
    if (points.some((point) => point === 0)) continue;
    if (rule.isVeto) return 0;
    // Two spellings of one phrase are one piece of evidence.
    const name = rule.parts.map((part) => part.phrase).join("&");
    if (seen.has(name)) continue;
    seen.add(name);
    // Two phrases that only count together say more than either would.
    total += Math.max(...points) + (points.length - 1);
  }
  return total;
}

/** Below this there is no suggestion; a suggestion needs this share of the best one's points. */
const TOPIC_LIMITS = { least: 1.5, share: 0.25, most: 3 } as const;
const TAG_LIMITS = { least: 1, share: 0.12, most: 6 } as const;

function best(
  scores: readonly (readonly [string, number])[],
  limits: { least: number; share: number; most: number },
): string[] {
  const ranked = scores
    .filter(([, points]) => points >= limits.least)
    // Ties by name: the order of files is no opinion.
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const top = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, points]) => points >= top * limits.share)
    .slice(0, limits.most)
    .map(([slug]) => slug);
}

/**
 * First topics (up to three) and tags (up to six) of a paper, best first, by the rules of the vocabulary.
 * A phrase in the title, or a keyword, weighs as much as three in the abstract. A paper that no rule points at surely
 * gets the one topic with any evidence, or none.
 */
export function suggest(
  paper: { title: string; abstract: string; keywords?: readonly string[] },
  vocabulary: Vocabulary,
): { topics: string[]; tags: string[] } {
  const rules = compile(vocabulary);
  const title = countPhrases(paper.title, rules);
  // What somebody has chosen as a subject says as much as a title.
  for (const phrase of (paper.keywords ?? []).map(phraseOf))
    if (rules.phrases.has(phrase)) title.set(phrase, 1);
  const abstract = countPhrases(paper.abstract, rules);
  const score1 = ([slug, list]: [string, Rule[]]) => [slug, score(list, title, abstract)] as const;
  const topicScores = rules.topics.map(score1);
  const topics = best(topicScores, TOPIC_LIMITS);
  return {
    topics: topics.length > 0 ? topics : best(topicScores, { least: 1, share: 1, most: 1 }),
    tags: best(rules.tags.map(score1), TAG_LIMITS),
  };
}

/** Addresses of the topics and tags that a keyword is a word for; none where the vocabulary does not know it. */
export const namedBy = (keyword: string, vocabulary: Vocabulary): ReadonlySet<string> =>
  compile(vocabulary).named.get(phraseOf(keyword)) ?? new Set();
