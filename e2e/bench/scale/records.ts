/** Larger corpora than there are: real records again, their words drawn anew, so that the vocabulary goes on growing. */

/** A CSL-JSON item, as far as it is touched here. */
export interface Item {
  id: string;
  title: string;
  abstract?: string;
  URL?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  [field: string]: unknown;
}

/** The same numbers from the same seed: mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORD = /[A-Za-z]{4,}/gu;

/** How a text's vocabulary grows: V(n) = k · n^beta different words among n (Heaps 1978), read off a text's halves. */
export function measureGrowth(tokens: readonly string[]): { k: number; beta: number } {
  const half = new Set(tokens.slice(0, tokens.length / 2)).size;
  const all = new Set(tokens).size;
  const beta = Math.log(all / half) / Math.log(2);
  return { k: all / tokens.length ** beta, beta };
}

/** Share of the words of a repeated record that are drawn anew: enough that no two abstracts are alike. */
const DRAWN = 0.4;

/** Share of a repeated record's authors who are other people than the first record's. */
const OTHERS = 0.5;

/**
 * `count` records: the given ones, then variants of them in turn. A variant has its own id, title and address; two fifths of its
 * longer words are drawn from the whole corpus as often as they stand there, or are new ones, at the rate at which the
 * corpus itself goes on to new words; half of its authors are others, the first always.
 */
export function* multiply(items: readonly Item[], count: number): Generator<Item> {
  yield* items.slice(0, count);
  if (count <= items.length) return;
  const random = createRandom(count);
  const tokens = items.flatMap(
    ({ title, abstract = "" }) => `${title} ${abstract}`.match(WORD) ?? [],
  );
  const rename = createRenamer(items);
  const { k, beta } = measureGrowth(tokens);
  const pick = () => tokens[Math.floor(random() * tokens.length)] ?? "";
  let read = tokens.length;
  const draw = (word: string) => {
    read += 1;
    // Only drawn words can be new: they carry the growth of all.
    if (random() < (k * beta * read ** (beta - 1)) / DRAWN) return coin(pick(), pick());
    return random() < DRAWN ? pick() : word;
  };
  for (let i = items.length; i < count; i++) {
    const item = items[i % items.length];
    if (!item) return;
    const round = Math.floor(i / items.length);
    yield {
      ...item,
      id: `${item.id}-${String(round)}`,
      title: `${item.title.replace(WORD, draw)}: ${pick()} ${pick()} ${pick()}`,
      ...(item.URL === undefined ? {} : { URL: `${item.URL}-${String(round)}` }),
      ...(item.abstract === undefined ? {} : { abstract: item.abstract.replace(WORD, draw) }),
      ...(item.author === undefined
        ? {}
        : {
            // The first always: an import takes texts so alike, by people of the same names, for one paper revised.
            author: item.author.map((person, place) =>
              random() < OTHERS || place === 0 ? rename(person, round) : person,
            ),
          }),
    };
  }
}

/** A word that nobody has written: the front of one and the back of another. */
const coin = (a: string, b: string) =>
  (a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2))).toLowerCase();

type Person = NonNullable<Item["author"]>[number];

/** Gives people other names, one person the same in all papers of a round: who wrote several papers goes on to do so. */
function createRenamer(items: readonly Item[]): (person: Person, round: number) => Person {
  const families = [
    ...new Set(items.flatMap(({ author = [] }) => author.map(({ family = "" }) => family))),
  ];
  const places = new Map(families.map((family, place) => [family, place]));
  return (person, round) => {
    const place = (places.get(person.family ?? "") ?? 0) + round * STRIDE;
    return {
      ...person,
      family: families[place % families.length] ?? "",
      given: `${person.given ?? ""} ${String.fromCodePoint(65 + (round % 26))}.`.trim(),
    };
  };
}

/** How far apart in the list of all a person's family names of two rounds are: a prime, and no name returns soon. */
const STRIDE = 1009;
