import type { Note } from "../types.ts";
import type { Evidence } from "./evidence.ts";
import { either, inSequence, NOTHING } from "./evidence.ts";
import type { Finder } from "./find.ts";
import type { Index } from "./open-index.ts";
import { loadVocabulary, nearestWords, splitWord } from "./recover.ts";
import type { Unit } from "./units.ts";

/** A unit with where it was found and what had to be done for that. */
export interface LookedUp {
  unit: Unit;
  evidence: Evidence;
  /** Indexed forms to mark. */
  forms: string[];
  note?: Note;
}

/** A mended word counts less than a word as typed. */
const MENDED = 0.9;
const SECOND = 0.5;

const weaken = (evidence: Evidence, by: number): Evidence =>
  new Map([...evidence].map(([paper, seen]) => [paper, { ...seen, sure: seen.sure * by }]));

/** Finds a unit in all its forms; what the reader may not expect is noted. */
async function lookUpForms(finder: Finder, unit: Unit): Promise<LookedUp> {
  const [typed = [], ...others] = unit.forms;
  const own = unit.length === 1 && typed.length === 1 ? finder.word(unit.word) : finder.form(typed);
  const [found, ...more] = await Promise.all([own, ...others.map((form) => finder.form(form))]);
  const evidence = either([found, ...more]);
  const useful = unit.expanded.filter((_, i) => (more[i]?.size ?? 0) > 0);
  return {
    unit,
    evidence,
    forms: unit.forms.flatMap((form) => [...form, form.join("")]),
    ...(useful.length > 0
      ? { note: { kind: "expanded", from: unit.word, to: useful.join(", ") } }
      : {}),
  };
}

/** Looks for what a word that the corpus does not have was meant to be. */
async function mend(index: Index, finder: Finder, unit: Unit, whole: boolean): Promise<LookedUp> {
  const nothing: LookedUp = { unit, evidence: NOTHING, forms: [] };
  if (unit.length > 1) return nothing;
  if (!whole || unit.word.length >= 5) {
    const begun = await finder.beginning(unit.word);
    if (begun.size > 0) return { unit, evidence: begun, forms: [finder.stem(unit.word)] };
  }
  const vocabulary = await loadVocabulary(index);
  const parts = splitWord(unit.word, vocabulary);
  if (parts) {
    const evidence = inSequence(await Promise.all(parts.map((part) => finder.word(part))));
    if (evidence.size > 0)
      return {
        unit,
        evidence,
        forms: parts.map(finder.stem),
        note: { kind: "corrected", from: unit.word, to: parts.join(" ") },
      };
  }
  const [nearest, second] = nearestWords(unit.word, vocabulary, 2);
  if (nearest === undefined) return nothing;
  const found = weaken(await finder.word(nearest), MENDED);
  const other = second === undefined ? NOTHING : weaken(await finder.word(second), SECOND);
  return {
    unit,
    evidence: either([found, other]),
    forms: [finder.stem(nearest), ...(second === undefined ? [] : [finder.stem(second)])],
    note: { kind: "corrected", from: unit.word, to: nearest },
  };
}

/** Finds every unit of a query. */
export function lookUp(
  index: Index,
  finder: Finder,
  units: readonly Unit[],
  options: { typing: boolean; literal: boolean },
): Promise<LookedUp[]> {
  return Promise.all(
    units.map(async (unit, i) => {
      const found = await lookUpForms(finder, unit);
      const last = i === units.length - 1;
      if (options.typing && last && unit.length === 1 && unit.word.length > 1) {
        const begun = await finder.beginning(unit.word);
        if (begun.size > 0) return { ...found, evidence: either([found.evidence, begun]) };
      }
      if (found.evidence.size > 0 || options.literal) return found;
      return mend(index, finder, unit, !(options.typing && last));
    }),
  );
}
