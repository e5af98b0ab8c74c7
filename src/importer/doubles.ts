import type { Draft } from "./draft.ts";
import type { KnownPeople } from "../paper/known-people.ts";
import type { Printed } from "./issues.ts";
import { firstPage, isApart } from "./issues.ts";
import type { Identity } from "./ledger.ts";
import { fold } from "../paper/fold.ts";
import type { EntryData } from "./entry-file.ts";
import { isAlike, isRecurring, isRevised, isSameText } from "./likeness.ts";

const namesOf = ({ arxiv, doi }: Identity): string[] => [
  ...(arxiv === undefined ? [] : [`arxiv:${arxiv}`]),
  ...(doi === undefined ? [] : [`doi:${doi}`]),
];

const differ = <T>(a: T | undefined, b: T | undefined) =>
  a !== undefined && b !== undefined && a !== b;

/** Whether two identities cannot be one paper's: each has an identifier that the other has otherwise. */
export const isOther = (a: Identity, b: Identity, people: KnownPeople): boolean =>
  differ(a.arxiv, b.arxiv) ||
  differ(a.doi, b.doi) ||
  (a.family !== undefined && b.family !== undefined && !people.isSameFamily(a.family, b.family));

/** From preprint to publication it takes some years; what comes later is a new edition. */
const YEARS = 4;

/** What is compared of two papers of one title and first author. */
type Comparable = Printed & { abstract: string };

/** Whether two abstracts are one text; undefined where one has none. */
const isOneText = (a: Comparable, b: Comparable) =>
  a.abstract === "" || b.abstract === "" ? undefined : isSameText(a.abstract, b.abstract);

/** What tells versions of one paper from papers that have a title and an author in common. */
export const isVersion = (a: Comparable, b: Comparable): boolean =>
  isOneText(a, b) ?? (isNear(a.year, b.year) && !isApart(a, b));

/** Whether two papers that no key tells apart can be one: a changed abstract is no other paper, another place is. */
export const canBeOne = (a: Comparable, b: Comparable): boolean =>
  !isApart(a, b) || isOneText(a, b) === true;

export const isNear = (a: number | undefined, b: number | undefined): boolean =>
  Math.abs((a ?? b ?? 0) - (b ?? a ?? 0)) <= YEARS;

/**
 * Tells records of one run that are the same paper: they share an arXiv id or a DOI; or title and first author,
 * and a source that gives them different keys tells the same of them; or a key, and title or abstract are versions
 * of one text. Different papers may have one key where files of several people meet.
 */
export class Doubles<Kept extends Draft = Draft> {
  readonly #byName = new Map<string, Kept>();
  readonly #byTitle = new Map<string, Kept[]>();
  readonly #byKey = new Map<string, Kept[]>();
  readonly #byAuthors = new Map<string, Kept[]>();

  readonly #people: KnownPeople;

  constructor(people: KnownPeople) {
    this.#people = people;
  }

  /** The earlier record of the same paper, if there is one. */
  find(draft: Draft): Kept | undefined {
    const { identity } = draft;
    const among = (map: Map<string, Kept[]>, names: readonly string[]) =>
      names
        .flatMap((name) => map.get(name) ?? [])
        .filter((other) => !isOther(identity, other.identity, this.#people));
    return (
      namesOf(identity)
        .map((name) => this.#byName.get(name))
        .find(Boolean) ??
      among(this.#byTitle, identity.titles).find(
        (other) => isSameTitled(draft, other) && isByKey(draft, other),
      ) ??
      among(this.#byKey, keysOf(draft)).find((other) => isAlike(draft, other)) ??
      among(this.#byAuthors, authorsOf(draft)).find(
        (other) =>
          isNear(draft.year, other.year) && isRevised(draft, other) && canBeOne(draft, other),
      )
    );
  }

  /** The earlier records that have an identifier, as in `doi:10.1/x`. */
  holders(name: string): Kept[] {
    const known = this.#byName.get(name);
    return known ? [known] : [];
  }

  /** The earlier paper that has the same key from its source. */
  namesake(draft: Draft): Kept | undefined {
    return keysOf(draft)
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .find((other) => other !== draft);
  }

  /** Keeps a draft, or what a draft that is kept already has got in addition. */
  remember(draft: Kept): void {
    const keep = (map: Map<string, Kept[]>, name: string) => {
      const list = map.get(name) ?? [];
      if (!list.includes(draft)) map.set(name, [...list, draft]);
    };
    for (const name of namesOf(draft.identity)) this.#byName.set(name, draft);
    for (const title of draft.identity.titles) keep(this.#byTitle, title);
    for (const key of keysOf(draft)) keep(this.#byKey, key);
    for (const authors of authorsOf(draft)) keep(this.#byAuthors, authors);
  }
}

/** All authors of a paper by their family names, as one name of it; none where one alone, or nobody, signed it. */
export const authorsOf = ({ authors }: Pick<Draft, "authors">): string[] =>
  authors.length < 2 ? [] : [authors.map(({ family }) => fold(family)).join("\n")];

/** What a comparison by title needs of a record or of an entry. */
interface Titled {
  title: string;
  abstract: string;
  year: number | undefined;
  data: EntryData;
}

/** What tells one issue's column from another's. */
const PLACE = ["volume", "issue", "doi", "url", "pdf"] as const;

/** Whether the title of a paper does not tell by itself which it is. */
export const isUnsure = (paper: Titled) => isRecurring(paper.title) || isTitleAlone(paper);

/** Whether there is nothing but a title to go by: nobody signed the paper, and it has no abstract. */
const isTitleAlone = ({ abstract, data }: Titled) => abstract === "" && data.authors === undefined;

/**
 * Whether papers of one title may be one. Of titles that many papers have, and where there is nothing else to go by,
 * the same year and venue must tell as well, and no place in it may differ: a journal has a column in every issue.
 */
export function isSameTitled(a: Titled, b: Titled): boolean {
  const isRepeated = isRecurring(a.title);
  if (!isRepeated && !(isTitleAlone(a) && isTitleAlone(b))) return true;
  const isApart = PLACE.some((field) => differ(a.data[field], b.data[field]));
  if (isApart || differ(firstPage(a.data), firstPage(b.data))) return false;
  if (isRepeated) return a.year !== undefined && a.year === b.year && a.data.venue === b.data.venue;
  return !differ(a.year, b.year) && !differ(a.data.venue, b.data.venue);
}

/** What the keys of two records of one title say: one key is one paper's, two may be, none leaves it to the place. */
function isByKey(a: Draft, b: Draft): boolean {
  const [key, other] = [a.record.sourceKey, b.record.sourceKey];
  if (key === undefined || other === undefined) return canBeOne(a, b);
  return key === other || isVersion(a, b);
}

const keysOf = ({ identity }: Draft) => (identity.keys ?? []).map((key) => key.toLowerCase());
