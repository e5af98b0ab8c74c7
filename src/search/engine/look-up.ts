import type { Chunk } from "../words/fold-token.ts";
import type { Note } from "../types.ts";
import type { Evidence } from "./evidence.ts";
import { NEIGHBOURS_FROM } from "../layout.ts";
import { inSequence } from "./evidence.ts";
import { mendWords } from "./mend.ts";
import type { Desk } from "./desk.ts";
import type { Unit } from "./units.ts";
import { toUnits } from "./units.ts";

/** A unit with where it was found. */
export interface LookedUp {
  unit: Unit;
  evidence: Evidence;
  /** Indexed forms to mark. */
  forms: string[];
  note?: Note;
}

/** How words are to be taken. */
export interface Reading {
  /** Whether the last word may be unfinished. */
  typing: boolean;
  /** Whether to take words as typed. */
  literal: boolean;
  /** The whole query, as typed. */
  text?: string;
}

/** Finds a unit in all its forms; what the reader may not expect is noted. */
async function lookUpUnit({ finder }: Desk, unit: Unit, unfinished: boolean): Promise<LookedUp> {
  const [typed = [], ...others] = unit.forms;
  const single = unit.length === 1 && typed.length === 1;
  const own =
    unfinished && single && unit.word.length > 1
      ? finder.beginning(unit.word)
      : single
        ? finder.word(unit.word)
        : finder.form(typed);
  const [found, ...more] = await Promise.all([own, ...others.map((form) => finder.form(form))]);
  const all = more.length === 0 ? found : finder.united([typed, ...others], [found, ...more]);
  const useful = unit.expanded.filter((_, i) => unit.length > 1 || (more[i]?.size ?? 0) > 0);
  return {
    unit,
    evidence: all,
    forms: [
      ...unit.forms.flatMap((form) => [...form, finder.stem(form.join(""))]),
      ...(single ? finder.spelled(unit.word) : []),
    ],
    ...(useful.length > 0
      ? { note: { kind: "expanded", from: unit.word, to: useful.join(", ") } }
      : {}),
  };
}

/** A word this rare, and this long, may be a slip for one that is common. */
const RARE = 2;
const RARE_LENGTH = 7;

/** Single words of which nothing was found, a compound of them aside; and those that are rare. */
function doubtfulWords(found: readonly LookedUp[]): { unknown: Set<string>; rare: Set<string> } {
  const known = new Set<number>();
  for (const { unit, evidence } of found)
    if (evidence.size > 0) for (let i = 0; i < unit.length; i += 1) known.add(unit.at + i);
  const singles = found.filter(({ unit }) => unit.length === 1 && unit.weight === 1);
  const words = (some: readonly LookedUp[]) => new Set(some.map(({ unit }) => unit.word));
  return {
    unknown: words(found.filter(({ unit }) => unit.length === 1 && !known.has(unit.at))),
    rare: words(
      singles.filter(
        ({ unit, evidence }) =>
          evidence.size > 0 && evidence.size <= RARE && unit.word.length >= RARE_LENGTH,
      ),
    ),
  };
}

/** What looking a query's words up gave. */
export interface LookUp {
  found: LookedUp[];
  /** The words looked for, mended. */
  words: readonly Chunk[];
  unknown: string[];
  notes: Note[];
}

async function lookUpOnce(desk: Desk, words: readonly Chunk[], reading: Reading) {
  const stems = desk.index.manifest.language === "en";
  const units = toUnits(words, desk.lexicon, { stems, literal: reading.literal });
  const end = Math.max(0, ...units.map((unit) => unit.at + unit.length));
  const found = await Promise.all(
    units.map((unit) => lookUpUnit(desk, unit, reading.typing && unit.at + unit.length === end)),
  );
  return found.map((part) => creditPart(desk, part, found));
}

/** A paper that has `PEFT` or `finetuning` has the words of it, too, whether or not they stand there. */
function creditPart({ finder }: Desk, part: LookedUp, found: readonly LookedUp[]): LookedUp {
  const { at, length, forms } = part.unit;
  const whole = found.find(
    ({ unit }) => unit.length > length && unit.at <= at && at < unit.at + unit.length,
  );
  if (!whole || whole.evidence.size === 0) return part;
  const all = [...forms, ...whole.unit.forms];
  return { ...part, evidence: finder.united(all, [part.evidence, whole.evidence]) };
}

/** In longer queries, words that stand side by side by chance would be tried in vain. */
const JOINED_UP_TO = 6;
/** In a large corpus each trial may load a file. */
const JOINED_UP_TO_LARGE = 3;

/**
 * Brings together what the corpus only writes as one word: `data store`, `data-store` where papers say `datastore`.
 * Compounds that the corpus writes apart, too, are the lexicon's.
 */
async function closeUp(
  { finder, lexicon, index }: Desk,
  words: readonly Chunk[],
): Promise<Chunk[]> {
  const isClosed = async (parts: readonly string[], hyphenated: boolean) => {
    const joined = parts.join("");
    if (parts.some((part) => part.length < 2)) return false;
    if (lexicon.conceptAt(parts.map(finder.stem), 0)?.length === parts.length) return false;
    // The lists of a large corpus have no places; what it writes in both ways is the lexicon's.
    if (index.manifest.large) return (await finder.word(joined)).size > RARE;
    // What stands apart is known already; the joined word may be in another file.
    const apart = inSequence(await Promise.all(parts.map((part) => finder.word(part))));
    return (hyphenated || apart.size === 0) && (await finder.word(joined)).size > 0;
  };
  const closed = await Promise.all(
    words.map(async (chunk, i): Promise<"self" | "next" | undefined> => {
      if (chunk.parts.length > 1) return (await isClosed(chunk.parts, true)) ? "self" : undefined;
      const next = words[i + 1];
      if (next?.parts.length !== 1) return undefined;
      return (await isClosed([chunk.joined, next.joined], false)) ? "next" : undefined;
    }),
  );
  const one = (joined: string): Chunk => ({ joined, parts: [joined] });
  return words.flatMap((chunk, i) => {
    if (closed[i - 1] === "next") return [];
    if (closed[i] === "next") return [one(chunk.joined + (words[i + 1]?.joined ?? ""))];
    return closed[i] === "self" ? [one(chunk.joined)] : [chunk];
  });
}

/** Finds every word of a query; words that no paper has are mended, and what was done is noted. */
export async function lookUp(
  desk: Desk,
  typed: readonly Chunk[],
  reading: Reading,
): Promise<LookUp> {
  const { large } = desk.index.manifest;
  const most = large ? JOINED_UP_TO_LARGE : JOINED_UP_TO;
  const words = typed.length <= most ? await closeUp(desk, typed) : typed;
  const found = await lookUpOnce(desk, words, reading);
  const doubtful = doubtfulWords(found);
  const { unknown } = doubtful;
  // In a small corpus every word is rare.
  const isSmall = desk.index.manifest.papers < NEIGHBOURS_FROM;
  const rare = !isSmall && !reading.typing ? doubtful.rare : new Set<string>();
  const expanded = (all: readonly LookedUp[]) => all.flatMap(({ note }) => note ?? []);
  if (unknown.size + rare.size === 0 || reading.literal)
    return { found, words, unknown: [...unknown], notes: expanded(found) };
  const { words: meant, mended } = await mendWords(desk, words, { unknown, rare });
  const again = mended.length === 0 ? found : await lookUpOnce(desk, meant, reading);
  const corrected = mended.map(({ from, to }) => ({ kind: "corrected" as const, from, to }));
  return {
    found: again,
    words: meant,
    unknown: [...doubtfulWords(again).unknown],
    notes: [...corrected, ...expanded(again)],
  };
}
