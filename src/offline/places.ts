import type { Edition, List, Part } from "./edition.ts";
import { tarSpan } from "./tar.ts";

/** A file that is kept: its path, its digest, its bytes, the part that holds it, and where they begin in that archive. */
export type Place = readonly [
  path: string,
  digest: string,
  bytes: number,
  part: string,
  at: number,
];

/** Where the files of each part stand. */
export function placeFiles({ parts, files }: List): Place[][] {
  let next = 0;
  return parts.map(([part, , count]) => {
    let at = 0;
    return files.slice(next, (next += count)).map(([path, digest, bytes]): Place => {
      const span = tarSpan(path, bytes);
      const place: Place = [path, digest, bytes, part, at + span.before];
      at += span.all;
      return place;
    });
  });
}

/** Those of some topics that the site still has. */
export const topicsLeft = (
  topics: readonly string[],
  { topics: offered }: Pick<Edition, "topics">,
) => topics.filter((topic) => offered.some(([slug]) => slug === topic));

/** What of a list a reader of some topics needs. Its parts come one by one: no archive holds just them. */
export function narrowList(list: List, topics: readonly string[]): List {
  const chosen = list.topics.filter(([slug]) => topics.includes(slug));
  const wanted = new Set(chosen.flatMap(([, parts]) => parts));
  let next = 0;
  const files = list.parts.map(([, , count]) => list.files.slice(next, (next += count)));
  return {
    parts: list.parts.filter((_, at) => wanted.has(at)),
    files: files.filter((_, at) => wanted.has(at)).flat(),
    packs: [],
    topics: chosen,
  };
}

/** What has to be fetched for an edition, and where its files stand then. */
export interface Plan {
  missing: Part[];
  places: Place[];
}

/** Share of a part that must still be of use, or it is not held on to for the sake of a file or two. */
const WORTH = 0.25;

const sumBy = (places: Iterable<Place>) => {
  const sums = new Map<string, number>();
  for (const [, , bytes, part] of places) sums.set(part, (sums.get(part) ?? 0) + bytes);
  return sums;
};

/**
 * Plans an update: a part that is here is used, one whose files are all here under whatever name (a search
 * index in a folder of another name) is not fetched, all others are.
 *
 * @param here digests of the parts that are kept.
 * @param before where the files of the kept edition stand.
 */
export function planFetch(
  list: List,
  here: ReadonlySet<string>,
  before: readonly Place[] = [],
): Plan {
  const known = new Map(before.filter((each) => here.has(each[3])).map((each) => [each[1], each]));
  const whole = sumBy(known.values());
  const own = placeFiles(list);
  const moved = own.map((files, at) =>
    here.has(list.parts[at]?.[0] ?? "")
      ? files
      : files.map(([path, digest]): Place | undefined => {
          const found = known.get(digest);
          return found && [path, ...(found.slice(1) as [string, number, string, number])];
        }),
  );
  const used = sumBy(moved.flat().filter((place) => place !== undefined));
  const isWorth = ([, , , part]: Place) => (used.get(part) ?? 0) >= WORTH * (whole.get(part) ?? 0);
  const missing: Part[] = [];
  const places = own.flatMap((files, at) => {
    const part = list.parts[at];
    const kept = moved[at]?.filter((place) => place !== undefined && isWorth(place)) as Place[];
    if (!part || here.has(part[0])) return files;
    if (kept.length === files.length) return kept;
    missing.push(part);
    return files;
  });
  return { missing, places };
}
