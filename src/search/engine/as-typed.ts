import { readChunks } from "../words/fold-token.ts";
import { spellings } from "../words/respell.ts";
import { stem, unbend } from "../words/stem.ts";
import type { Fragment, Index } from "./open-index.ts";
import type { Ranked } from "./rank.ts";
import { FEW } from "./rank.ts";
import { loadVocabulary, nearestWords } from "./recover.ts";
import { commonness, idf, saturated, WEIGHTS } from "./score.ts";

/** Papers whose texts are looked at: those of a first page, which shows them anyway. */
const LOOKED_AT = 10;

/** What a word that only shares its stem counts against one that is there as typed. */
const AKIN = 0.2;

/** Words of a paper, each with its stem and what a place in its field counts. */
type Text = readonly (readonly [word: string, stem: string, weight: number])[];

const readText = ({ meta, content }: Fragment): Text =>
  [[meta["title"] ?? "", WEIGHTS.title] as const, [content, 1] as const].flatMap(([text, weight]) =>
    readChunks(text).flatMap(({ parts }) =>
      parts.map((part) => [part, stem(part), weight] as const),
    ),
  );

/**
 * How much of what a word counts is left in each text, 0 to 1, where words that only share its stem count less;
 * undefined where no text has it as typed, or bent otherwise.
 */
function sharesAsTyped(word: string, texts: readonly Text[]): number[] | undefined {
  const all = spellings(word);
  const [stems, unbent] = [new Set(all.map(stem)), new Set(all.map(unbend))];
  const counts = texts.map((text) => {
    const akin = text.filter(([, root]) => stems.has(root));
    const sum = (some: Text) => some.reduce((total, [, , weight]) => total + weight, 0);
    return { same: sum(akin.filter(([part]) => unbent.has(unbend(part)))), all: sum(akin) };
  });
  if (counts.every(({ same }) => same === 0)) return undefined;
  return counts.map(({ same, all: both }) =>
    both === 0
      ? 1
      : saturated(same + AKIN * (both - same), WEIGHTS.k1) / saturated(both, WEIGHTS.k1),
  );
}

/** The word of the same stem of which one that nobody wrote is a slip: `predictable` of `predictible`. */
async function slipOf(index: Index, word: string): Promise<string | undefined> {
  const vocabulary = await loadVocabulary(index, word);
  return nearestWords(word, vocabulary, 1).find((known) => stem(known) === stem(word));
}

/**
 * Brings those of the best papers forward that have the words of a short query as they were typed: the index has
 * stems alone, and there `optimizer` is `optimal`. Exact titles stay first.
 */
export async function asTypedFirst(
  index: Index,
  { found, exact, scores }: Ranked,
  ordered: readonly number[],
  typing: boolean,
): Promise<number[]> {
  const { papers, language, large } = index.manifest;
  const from = ordered.findIndex((paper) => !exact.has(paper));
  const best = ordered.slice(from, LOOKED_AT);
  if (language !== "en" || found.length === 0 || found.length > FEW || from < 0 || best.length < 2)
    return [...ordered];
  const texts = (await Promise.all(best.map(index.fragment))).map(readText);
  const lost = best.map(() => 0);
  let all = 0;
  for (const { unit, evidence } of found) {
    const worth = unit.weight * idf(papers, commonness(evidence));
    all += worth;
    if (unit.length > 1 || evidence.size === 0) continue;
    let shares = sharesAsTyped(unit.word, texts);
    // While typing, a word that nobody wrote is unfinished; a large corpus has many words that its best papers have not.
    const meant = shares || typing || large ? undefined : await slipOf(index, unit.word);
    if (meant !== undefined) shares = sharesAsTyped(meant, texts);
    for (const [i, share] of (shares ?? []).entries())
      lost[i] = (lost[i] ?? 0) + worth * (1 - share);
  }
  const order = best
    .map((paper, i) => ({ paper, score: (scores[paper] ?? 0) * (1 - (lost[i] ?? 0) / all) }))
    .sort((a, b) => b.score - a.score);
  return [
    ...ordered.slice(0, from),
    ...order.map(({ paper }) => paper),
    ...ordered.slice(from + best.length),
  ];
}
