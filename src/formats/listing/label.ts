import type { Unit } from "./units.ts";
import { capitalShare } from "./units.ts";

/**
 * What a unit of a listing is. The rule: every unit gets a score, positive for prose and negative
 * for titles, from its length, sentence ends, capitals and openers; then the sequence of labels that
 * explains all units best is taken (Viterbi 1967), where title and abstract prefer to alternate. So
 * a long title or a short abstract is told by its neighbours, and a title without an abstract is not
 * taken into the next one's. What stands before the first title that has an abstract, and what
 * pages put between papers (dates, counts, buttons), is noise.
 */
export type Label = "title" | "prose" | "noise";

const NOISE =
  /^(?:\d[\d.,]*k?|(?:by|submitted by|published)\b.{0,80}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|subscribe|upvote|abstract:?|·|view (?:pdf|arxiv page)|(?:add to collection|load more|github|arxiv|pdf)(?: ?\d*))$|^by[A-Z]/iu;

const BYLINE = /^by[A-Z]/u;

const OPENERS =
  /^(?:we|this (?:paper|work|article)|in this|recent(?:ly)?|despite|while|although|here,)\b/iu;

/** A text's length in characters, as far as they make words: one endless word is no prose. */
function readingLength(text: string): number {
  const words = text.split(/\s+/u).length;
  const signs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return Math.min(text.length, words * 12) + 2 * (signs?.length ?? 0);
}

/** Evidence for prose (positive) or for a title (negative), of a unit by itself. */
export function proseScore(unit: Unit): number {
  const { text } = unit;
  let score = Math.min(4, Math.max(-3, (readingLength(text) - 180) / 60));
  if (unit.isItem) score += 6;
  const ends = /[.。][)"'”’\]}]*$/u.test(text) && !/\.\.\.$/u.test(text);
  if (ends) score += 2;
  else if (text.length < 400) score -= 1;
  const breaks = text.match(/[\p{Ll}\p{N})\]"”]{2}[.!?]["”’)]*\s+["“(]?\p{Lu}/gu)?.length ?? 0;
  score += breaks === 0 ? 0 : breaks === 1 ? 1.5 : 3;
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = capitalShare(text);
  if (words.length >= 3 && capitals > 0.6) score -= 1.5;
  if (words.length >= 4 && capitals < 0.3) score += 0.5;
  if (OPENERS.test(text) && (ends || text.length > 120)) score += 1.5;
  if (/https?:\/\//u.test(text)) score += 1.5;
  return score;
}

const FOLLOWS: Readonly<Record<Label, Readonly<Record<Label, number>>>> = {
  title: { title: -2, prose: 1, noise: -0.5 },
  prose: { title: 1, prose: -0.5, noise: 0 },
  noise: { title: 0, prose: 0, noise: 0 },
};

const LABELS: readonly Label[] = ["title", "prose", "noise"];

function evidence(unit: Unit): Record<Label, number> {
  const score = proseScore(unit);
  const isNoise = NOISE.test(unit.text) && (!/^by/iu.test(unit.text) || BYLINE.test(unit.text));
  return { title: -score, prose: score, noise: isNoise ? 6 : -20 };
}

/** The labels that explain all units best. */
function bestLabels(units: readonly Unit[]): Label[] {
  const steps: Record<Label, { score: number; from: Label }>[] = [];
  units.forEach((unit, index) => {
    const own = evidence(unit);
    const before = steps[index - 1];
    const step = (label: Label) => {
      let best = { score: before ? -Infinity : 0, from: label };
      for (const from of before ? LABELS : []) {
        const score = (before?.[from].score ?? 0) + FOLLOWS[from][label];
        if (score > best.score) best = { score, from };
      }
      return { score: best.score + own[label], from: best.from };
    };
    steps.push({ title: step("title"), prose: step("prose"), noise: step("noise") });
  });
  let label: Label = "title";
  const last = steps.at(-1);
  if (last) for (const other of LABELS) if (last[other].score > last[label].score) label = other;
  const labels: Label[] = [];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    labels.unshift(label);
    label = steps[index]?.[label].from ?? "title";
  }
  return labels;
}

/** Whether a lone line is a title by its own shape, with no abstract to prove it: four words, capitals. */
function looksLikeTitle(text: string): boolean {
  return text.split(/\s+/u).length >= 4 && capitalShare(text) > 0.6;
}

/** Labels every unit: title, prose or noise. */
export function labelUnits(units: readonly Unit[]): { unit: Unit; label: Label }[] {
  const labels = bestLabels(units);
  const firstProse = labels.indexOf("prose");
  // A page's header: titles that no abstract follows, up to the first that one does.
  for (let index = 0; index < firstProse - 1; index += 1)
    if (labels[index] === "title" && !looksLikeTitle(units[index]?.text ?? ""))
      labels[index] = "noise";
  // A page's footer: two or more short lines in the end.
  let end = labels.length;
  const isShort = (index: number) => (units[index]?.text.split(/\s+/u).length ?? 0) <= 3;
  while (end > 0 && labels[end - 1] !== "prose" && isShort(end - 1)) end -= 1;
  const afterProse = labels[end - 1] === "prose" ? end : end + 1;
  if (firstProse !== -1 && labels.length - afterProse >= 2)
    for (let index = afterProse; index < labels.length; index += 1) labels[index] = "noise";
  return units.map((unit, index) => ({ unit, label: labels[index] ?? "prose" }));
}
