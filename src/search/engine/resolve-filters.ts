import { foldTitle, readChunks } from "../words/fold-token.ts";
import { spellings } from "../words/respell.ts";
import { FACETS } from "../query-url.ts";
import type { Facet, Filters, Note } from "../types.ts";
import type { Desk } from "./desk.ts";
import type { Index } from "./open-index.ts";
import { nearestWords } from "./recover.ts";

/** A facet's values with their names, each folded. */
async function namesIn(index: Index, facet: Facet): Promise<[value: string, names: string[]][]> {
  const values = [...(await index.facet(facet)).keys()];
  return values.map((value) => [value, [value, nameOf(index, facet, value)].map(foldTitle)]);
}

/** A name in the one spelling that stands for British and American, folded. */
const inOneSpelling = (name: string) =>
  readChunks(name)
    .flatMap(({ parts }) => parts.map((part) => spellings(part)[0]))
    .join("");

/** What else the corpus calls a thing. */
function otherNames({ lexicon, finder }: Desk, text: string): string[] {
  const stems = readChunks(text).flatMap(({ parts }) => parts.map(finder.stem));
  const concept = lexicon.conceptAt(stems, 0);
  return concept?.length === stems.length ? concept.other : [];
}

/** Where what was typed after a facet may be found: a topic may be a tag, and the other way round. */
const MEANT: Partial<Record<Facet, readonly Facet[]>> = {
  topic: ["topic", "tag"],
  tag: ["tag", "topic"],
  venue: ["venue"],
};

/** The topic, tag or venue that was meant by a name that none has: another name, spelling or a slip of one. */
async function meantBy(
  desk: Desk,
  typed: Facet,
  text: string,
): Promise<[Facet, string] | undefined> {
  const facets = MEANT[typed];
  if (!facets) return undefined;
  const called = [text, ...otherNames(desk, text)].map(inOneSpelling);
  const known = await Promise.all(
    facets.map(async (facet) =>
      [...(await desk.index.facet(facet)).keys()].map((value) => {
        const names = [value, nameOf(desk.index, facet, value)].map(inOneSpelling);
        return { facet, value, names };
      }),
    ),
  );
  const all = known.flat();
  const names = all.flatMap((each) => each.names.map((name): [string, number] => [name, 1]));
  const near = nearestWords(inOneSpelling(text), names, 2).slice(0, 1);
  for (const name of [...called, ...near]) {
    const found = all.find((each) => each.names.includes(name));
    if (found) return [found.facet, found.value];
  }
  return undefined;
}

/**
 * Values typed after `topic:`, `tag:` and the like as the facet's own: by slug, by name, by how they begin; of topics,
 * tags and venues, unless they are to be taken as typed, by what they must mean, and then it is said.
 */
export async function resolveFilters(
  desk: Desk,
  typed: Filters,
  literal: boolean,
): Promise<{ filters: Filters; notes: Note[] }> {
  const filters: Filters = {};
  const notes: Note[] = [];
  const add = (facet: Facet, ...values: string[]) => {
    filters[facet] = [...(filters[facet] ?? []), ...values];
  };
  for (const facet of FACETS) {
    const wanted = typed[facet] ?? [];
    if (facet === "year" && wanted.length > 0) add(facet, ...wanted);
    if (facet === "year" || wanted.length === 0) continue;
    const known = await namesIn(desk.index, facet);
    const valuesWhere = (fits: (name: string) => boolean) =>
      known.filter(([, names]) => names.some(fits)).map(([value]) => value);
    for (const text of wanted) {
      const folded = foldTitle(text);
      const named = valuesWhere((name) => name === folded);
      const found = named.length > 0 ? named : valuesWhere((name) => name.startsWith(folded));
      const meant = found.length > 0 || literal ? undefined : await meantBy(desk, facet, text);
      if (meant) {
        add(...meant);
        notes.push({ kind: "corrected", from: `${facet}:${text}`, to: meant.join(":") });
      } else add(facet, ...(found.length > 0 ? found : [text]));
    }
  }
  return { filters, notes };
}

function nameOf({ labels }: Index, facet: Facet, value: string): string {
  if (facet === "topic") return labels.topic[value]?.name ?? value;
  if (facet === "tag") return labels.tag[value] ?? value;
  return facet === "venue" ? (labels.venue[value] ?? value) : value;
}
