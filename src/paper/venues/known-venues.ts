import { slugify } from "../fold.ts";
import type { VenueData } from "../schema.ts";
import type { Venue } from "../venues.ts";
import { parseVenue } from "../venues.ts";
import { CONFERENCES } from "./conferences.ts";
import { JOURNALS } from "./journals.ts";
import type { Kind } from "./recognise.ts";
import {
  isBeside,
  isCutFrom,
  keyOf,
  nameWords,
  stretchesOf,
  withoutSponsors,
  yearIn,
} from "./recognise.ts";

/** A conference or journal, and the names by which sources know it. */
export interface Series {
  /** Its path segment. */
  slug: string;
  short: string;
  full: string;
  kind: Kind;
  /** Names beside `short` and `full`. */
  variants: string[];
}

const listSeries = (table: string, kind: Kind): Series[] =>
  table
    .split("\n")
    .filter(Boolean)
    .map((row): Series => {
      const [short = "", full = "", variants = ""] = row.split("|").map((cell) => cell.trim());
      return {
        slug: slugify(short),
        short,
        full: full === "" ? short : full,
        kind,
        variants: variants
          .split(";")
          .map((name) => name.trim())
          .filter(Boolean),
      };
    });

const BUILT_IN: readonly Series[] = [
  ...listSeries(CONFERENCES, "conference"),
  ...listSeries(JOURNALS, "journal"),
];

/** What a site's `venues.yaml` says, over what is built in: the same address means the same venue. */
function extend(own: Readonly<Record<string, VenueData>>): Series[] {
  const series = new Map(BUILT_IN.map((one) => [one.slug, one]));
  for (const [slug, data] of Object.entries(own)) {
    const known = series.get(slug);
    const full = data.full ?? known?.full ?? data.short ?? slug;
    series.set(slug, {
      slug,
      short: data.short ?? known?.short ?? full,
      full,
      kind: data.kind ?? known?.kind ?? "conference",
      variants: [...data.variants, ...(known ? [known.short, known.full, ...known.variants] : [])],
    });
  }
  // The site's own come first: a name that two have is theirs.
  const mine = new Set(Object.keys(own));
  return [...series.values()].sort((a, b) => Number(mine.has(b.slug)) - Number(mine.has(a.slug)));
}

/** The venues that a site knows by name. */
export class KnownVenues {
  readonly #byKey: Readonly<Record<Kind, Map<string, Series>>> = {
    conference: new Map(),
    journal: new Map(),
  };
  readonly #byLength = new Map<string, { series: Series; words: ReturnType<typeof nameWords> }[]>();
  readonly #bySlug = new Map<string, Series>();
  readonly #found = new Map<string, Venue | undefined>();
  /** Names that the site's own file gives, as they stand: they hold for workshops too. */
  readonly #exact = new Map<string, Series>();

  /** Venues that are themselves held beside a conference, `CVPR Workshops`: found by their whole name alone. */
  readonly #beside = new Map<string, Series>();

  /** Path segments of the names that the site's own file gives, by venue. */
  readonly #own = new Map<string, string[]>();

  constructor(own: Readonly<Record<string, VenueData>> = {}) {
    const all = extend(own);
    for (const series of all) this.#bySlug.set(series.slug, series);
    for (const series of all)
      for (const name of [series.short, series.full, ...series.variants]) {
        if (series.slug in own) this.#keepOnce(this.#exact, slugify(name), series);
        this.#learn(name, series);
      }
    for (const [slug, { short, full, variants }] of Object.entries(own))
      this.#own.set(
        slug,
        [short, full, ...variants].filter((name) => name !== undefined).map(slugify),
      );
  }

  #keepOnce(map: Map<string, Series>, key: string, series: Series): void {
    if (key !== "" && !map.has(key)) map.set(key, series);
  }

  #learn(name: string, series: Series): void {
    const words = nameWords(name, series.kind);
    if (isBeside(name)) this.#keepOnce(this.#beside, keyOf(withoutSponsors(words)), series);
    const forms = series.kind === "journal" ? [words] : [words, withoutSponsors(words)];
    for (const form of forms) {
      this.#keepOnce(this.#byKey[series.kind], keyOf(form), series);
      const length = `${series.kind} ${String(form.length)}`;
      const list = this.#byLength.get(length) ?? [];
      list.push({ series, words: form });
      this.#byLength.set(length, list);
    }
  }

  #lookUp(name: string, kind: Kind): Series | undefined {
    const words = nameWords(name, kind);
    const forms = kind === "journal" ? [words] : [words, withoutSponsors(words)];
    for (const form of forms) {
      const exact = this.#byKey[kind].get(keyOf(form));
      if (exact) return exact;
    }
    for (const form of forms) {
      const near = (this.#byLength.get(`${kind} ${String(form.length)}`) ?? [])
        .filter((known) => isCutFrom(form, known.words))
        .map(({ series }) => series);
      // What may be cut from two names is neither.
      if (near[0] !== undefined && new Set(near).size === 1) return near[0];
    }
    return undefined;
  }

  #series(venue: string): Series | undefined {
    const own = this.#exact.get(slugify(parseVenue(venue).name)) ?? this.#exact.get(slugify(venue));
    if (own) return own;
    if (isBeside(venue)) {
      const words = nameWords(venue.replace(/\([^()]*\)/gu, " "), "conference");
      return this.#beside.get(keyOf(withoutSponsors(words)));
    }
    // DBLP: `EMNLP (Findings)`.
    const of = /^(.+?)\s*\(findings\)/iu.exec(venue)?.[1];
    if (of !== undefined) return this.#lookUp(`Findings of ${of}`, "conference");
    for (const stretch of stretchesOf(venue)) {
      const found = this.#lookUp(stretch, "conference");
      if (found) return found;
      if (stretch === venue) {
        const journal = this.#lookUp(parseVenue(venue).name, "journal");
        if (journal) return journal;
      }
    }
    return undefined;
  }

  /** The venue that a text names in whatever manner, with its year where the text has one; undefined where unknown. */
  find(text: string): Venue | undefined {
    if (this.#found.has(text)) return this.#found.get(text);
    const venue = text
      .replace(/\s+/gu, " ")
      .trim()
      .replace(/^in(?::\s*|\s+(?=\p{Lu}|\d))/iu, "")
      .replace(/,?\s*vol(?:ume|\.)?\s*\d+\s+of\s.*$/iu, "");
    const series = venue.length > MOST_LETTERS ? undefined : this.#series(venue);
    const found = series && venueOf(series, yearIn(venue));
    this.#found.set(text, found);
    return found;
  }

  /** Other names of a venue that are one word: what else people call it in short, `NIPS`. */
  shortNames(slug: string): string[] {
    const { short = "", variants = [] } = this.#bySlug.get(slug) ?? {};
    return variants.filter((name) => /^[\p{L}\p{N}]+$/u.test(name) && name !== short);
  }

  /** A venue as an entry has it: under its own name where it is known, else as it is written. */
  read(label: string): Venue {
    const written = parseVenue(label);
    const found = this.find(label);
    if (!found) return written;
    const formerSlugs = [written.slug, ...(this.#own.get(found.slug) ?? [])].filter(
      (slug) => slug !== found.slug && slug !== "",
    );
    return formerSlugs.length === 0 ? found : { ...found, formerSlugs: [...new Set(formerSlugs)] };
  }
}

/** No venue's name is longer; what is longer is a mistake, and not looked through. */
const MOST_LETTERS = 400;

function venueOf({ slug, short, full, kind }: Series, year: number | undefined): Venue {
  return {
    label: year === undefined ? short : `${short} ${String(year)}`,
    name: short,
    ...(year === undefined ? {} : { year }),
    slug,
    ...(full === short ? {} : { full }),
    kind,
  };
}

/** What is known without any file of a site's. */
export const BUILT_IN_VENUES: KnownVenues = new KnownVenues();
