import type { Postings } from "../bundle/bundle.ts";
import { FIELD } from "../bundle/bundle.ts";

/** Where something stands in one paper. */
export interface Sighting {
  /** Places in the abstract, ascending. */
  text: Uint32Array;
  /** Places in fields, `field * FIELD + place`, ascending. */
  fields: Uint32Array;
  /** 0 to 1: how surely this is what was asked for; a word that only begins like it counts less. */
  sure: number;
}

/**
 * Below this, a sighting is of something similar: of a word that only begins like one that is there too. It stands
 * between `BEGINS` and `MEANT`.
 */
export const CERTAIN = 0.45;

/** The papers in which something was found: a map, or columns that read like one. */
export interface Evidence extends Iterable<[number, Sighting]> {
  readonly size: number;
  has(paper: number): boolean;
  get(paper: number): Sighting | undefined;
  keys(): Iterable<number>;
  values(): Iterable<Sighting>;
}

export const NOTHING: Evidence = new Map<number, Sighting>();

const NO_PLACES = new Uint32Array(0);

/** A word's postings as evidence. */
export function sightings(postings: Postings | undefined, sure = 1): Evidence {
  const found = new Map<number, Sighting>();
  if (!postings) return found;
  for (let i = 0; i < postings.papers.length; i += 1) {
    const text = postings.text[i] ?? NO_PLACES;
    found.set(postings.papers[i] ?? 0, { text, fields: postings.fields[i] ?? NO_PLACES, sure });
  }
  return found;
}

/** Both lists in one, ascending, each place once. */
function unitePlaces(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return Uint32Array.from(new Set([...a, ...b])).sort();
}

/** Either of several: a paper is as sure as its surest. */
export function either(all: readonly Evidence[]): Evidence {
  const lists = all.filter((evidence) => evidence.size > 0);
  const [only] = lists;
  if (lists.length <= 1) return only ?? NOTHING;
  const united = new Map<number, Sighting>();
  for (const evidence of lists)
    for (const [paper, seen] of evidence) {
      const known = united.get(paper);
      if (!known) united.set(paper, seen);
      else
        united.set(paper, {
          text: unitePlaces(known.text, seen.text),
          fields: unitePlaces(known.fields, seen.fields),
          sure: Math.max(known.sure, seen.sure),
        });
    }
  return united;
}

/** Places of `after` that follow one of `before` by at most `gap`: both are ascending. */
function following(before: Uint32Array, after: Uint32Array, gap: number): Uint32Array {
  const found: number[] = [];
  let i = 0;
  for (const place of after) {
    while (i < before.length && (before[i] ?? 0) + gap < place) i += 1;
    if (i < before.length && (before[i] ?? 0) <= place) found.push(place);
  }
  return Uint32Array.from(found);
}

/**
 * One after the other, as a phrase. Pagefind gives the parts of `fine-tuning` one place, so that the
 * next word of a phrase stands at the same place or at the next.
 */
export function inSequence(parts: readonly Evidence[], gap = 1): Evidence {
  const [first, ...rest] = parts;
  let found = first ?? NOTHING;
  for (const next of rest) {
    const both = new Map<number, Sighting>();
    for (const [paper, a] of found) {
      const b = next.get(paper);
      if (!b) continue;
      const text = following(a.text, b.text, gap);
      const fields = following(a.fields, b.fields, gap);
      if (text.length + fields.length > 0)
        both.set(paper, { text, fields, sure: Math.min(a.sure, b.sure) });
    }
    found = both;
  }
  return found;
}

/** Only what stands in one field. */
export function inField(evidence: Evidence, field: number): Evidence {
  const found = new Map<number, Sighting>();
  for (const [paper, seen] of evidence) {
    const fields = seen.fields.filter((place) => Math.floor(place / FIELD) === field);
    if (fields.length > 0) found.set(paper, { ...seen, text: NO_PLACES, fields });
  }
  return found;
}
