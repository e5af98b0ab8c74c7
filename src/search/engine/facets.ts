import { FACETS, readYears } from "../query-url.ts";
import type { Facet, FacetCount, Filters } from "../types.ts";
import type { Index } from "./open-index.ts";

/** Above this many papers the author facet is read only where an author is chosen. */
const AUTHORS_COUNTED = 2_000;

/** Values of one facet that are listed. */
const LISTED = 100;

type Mask = Uint8Array;

/** Papers that have one of the chosen values of a facet. */
function maskOf(
  values: ReadonlyMap<string, Uint32Array>,
  chosen: readonly string[],
  facet: Facet,
  papers: number,
): Mask {
  const mask = new Uint8Array(papers);
  for (const wanted of chosen) {
    const years = facet === "year" ? readYears(wanted) : undefined;
    for (const [value, list] of values) {
      const isIn = years
        ? Number(value) >= years.from && Number(value) <= years.to
        : value === wanted;
      if (isIn) for (const paper of list) mask[paper] = 1;
    }
  }
  return mask;
}

const NAMES: Readonly<Record<string, string>> = { code: "Code", project: "Project page" };

async function labelsOf(index: Index, facet: Facet): Promise<(value: string) => string> {
  const { labels } = index;
  if (facet === "topic") return (value) => labels.topic[value]?.name ?? value;
  if (facet === "tag") return (value) => labels.tag[value] ?? value;
  if (facet === "venue") return (value) => labels.venue[value] ?? value;
  if (facet === "has") return (value) => NAMES[value] ?? value;
  if (facet === "year") return (value) => value;
  const [names, values] = await Promise.all([index.authorNames(), index.facet("author")]);
  const nameOf = new Map([...values.keys()].map((slug, i) => [slug, names[i] ?? slug]));
  return (value) => nameOf.get(value) ?? value;
}

const byCount = (a: FacetCount, b: FacetCount) => b.count - a.count || (a.label < b.label ? -1 : 1);

/** Filters over one index: which papers pass, and how many each further value would leave. */
export interface Sieve {
  passes(paper: number): boolean;
  /** Counts over matching papers; a facet's own choice does not narrow its counts. */
  count(matches: readonly number[]): Promise<Record<Facet, FacetCount[]>>;
}

/**
 * Reads the facets that filters name and those that are counted anyway.
 *
 * @param without values whose papers do not pass.
 */
export async function makeSieve(
  index: Index,
  filters: Filters,
  wanted: readonly Facet[] = [],
  without: Filters = {},
): Promise<Sieve> {
  const { papers, large } = index.manifest;
  const counted = FACETS.filter(
    (facet) =>
      facet !== "author" ||
      papers <= AUTHORS_COUNTED ||
      filters.author !== undefined ||
      wanted.includes(facet),
  );
  const read = (facet: Facet) => Promise.all([index.facet(facet), labelsOf(index, facet)]);
  // Of a small corpus they are loaded with the rest; of a large one, what nobody chose waits for the results.
  if (!large) await Promise.all(counted.map(read));
  const masksOf = (chosen: Filters) =>
    Promise.all(
      FACETS.filter((facet) => (chosen[facet] ?? []).length > 0).map(async (facet) => {
        const mask = maskOf(await index.facet(facet), chosen[facet] ?? [], facet, papers);
        return { facet, mask };
      }),
    );
  const [masked, left] = await Promise.all([masksOf(filters), masksOf(without)]);
  const passes = (paper: number, but?: Facet) =>
    masked.every(({ facet, mask }) => facet === but || mask[paper] === 1) &&
    left.every(({ mask }) => mask[paper] === 0);
  return {
    passes: (paper) => passes(paper),
    count: async (matches) => {
      const counts: Record<Facet, FacetCount[]> = {
        topic: [],
        tag: [],
        year: [],
        venue: [],
        author: [],
        has: [],
      };
      for (const facet of counted) {
        const [values, label] = await read(facet);
        const chosen = filters[facet] ?? [];
        const passing = new Uint8Array(papers);
        for (const paper of matches) if (passes(paper, facet)) passing[paper] = 1;
        for (const [value, list] of values) {
          let count = 0;
          for (const paper of list) count += passing[paper] ?? 0;
          if (count > 0 || chosen.includes(value))
            counts[facet].push({ value, label: label(value), count });
        }
        counts[facet].sort(
          facet === "year" ? (a, b) => Number(b.value) - Number(a.value) : byCount,
        );
        // What is chosen stays in the list, or nobody could take it out there.
        if (facet !== "year")
          counts[facet] = counts[facet].filter(
            ({ value }, place) => place < LISTED || chosen.includes(value),
          );
      }
      return counts;
    },
  };
}
