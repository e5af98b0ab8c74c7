import type { Person } from "./people.ts";
import { parsePerson, person } from "./people.ts";
import { fold } from "./fold.ts";
import type { PaperData, PersonData } from "./schema.ts";

/** Somebody of `people.yaml`. */
export interface KnownPerson {
  /** Their path segment. */
  slug: string;
  /** As their own page has it, taken apart. */
  named: Person;
  data: PersonData;
  /** Path segments of all their spellings, their own first. */
  spellings: string[];
}

/** The author of an entry as a person with name parts, by what the entry says alone. */
export function readAuthor(author: PaperData["authors"][number]): Person {
  if (typeof author === "string") return parsePerson(author);
  const parsed =
    author.family === undefined
      ? parsePerson(author.name)
      : { ...person(author.given ?? "", author.family), name: author.name };
  return author.orcid === undefined ? parsed : { ...parsed, orcid: author.orcid };
}

/** Which names are one person's, and which one name is several people's. */
export class KnownPeople {
  readonly all: ReadonlyMap<string, KnownPerson>;
  readonly #bySpelling = new Map<string, KnownPerson[]>();
  readonly #byOrcid = new Map<string, KnownPerson>();
  /** Folded family names to those that a person has had beside them. */
  readonly #families = new Map<string, Set<string>>();

  constructor(people: Readonly<Record<string, PersonData>> = {}) {
    this.all = new Map(
      Object.entries(people).map(([slug, data]) => {
        const names = [data.name, ...data.variants].map(parsePerson);
        const spellings = [...new Set(names.map((name) => name.slug))];
        return [slug, { slug, named: parsePerson(data.name), data, spellings }];
      }),
    );
    for (const known of this.all.values()) this.#learn(known);
  }

  #learn(known: KnownPerson): void {
    for (const spelling of known.spellings)
      this.#bySpelling.set(spelling, [...(this.#bySpelling.get(spelling) ?? []), known]);
    const { orcid, name, variants } = known.data;
    if (orcid !== undefined && !this.#byOrcid.has(orcid)) this.#byOrcid.set(orcid, known);
    const families = new Set([name, ...variants].map((text) => fold(parsePerson(text).family)));
    for (const family of families)
      this.#families.set(family, new Set([...(this.#families.get(family) ?? []), ...families]));
  }

  /** Everybody who has a spelling, by its path segment. */
  withSpelling(spelling: string): readonly KnownPerson[] {
    return this.#bySpelling.get(spelling) ?? [];
  }

  /** Whether two family names, folded, may be one person's. */
  isSameFamily(a: string, b: string): boolean {
    return a === b || this.#families.get(a)?.has(b) === true;
  }

  /** Who signed a paper: by the entry's own word, by ORCID, by the papers that a person claims, by the name alone. */
  find(
    author: PaperData["authors"][number],
    spelling: string,
    keys: readonly string[],
  ): KnownPerson | undefined {
    if (typeof author !== "string") {
      const told = author.person === undefined ? undefined : this.all.get(author.person);
      const registered = author.orcid === undefined ? undefined : this.#byOrcid.get(author.orcid);
      if (told ?? registered) return told ?? registered;
    }
    const namesakes = this.withSpelling(spelling).filter(
      // Two registered people are two, whatever they are called.
      ({ data }) =>
        typeof author === "string" || author.orcid === undefined || data.orcid === undefined,
    );
    return (
      namesakes.find(({ data }) => data.papers?.some((paper) => keys.includes(paper))) ??
      namesakes.find(({ data }) => data.papers === undefined)
    );
  }

  /** An author of a paper under the name that it was signed with, and the page of whoever that is. */
  read(author: PaperData["authors"][number], keys: readonly string[]): Person {
    const written = readAuthor(author);
    if (this.all.size === 0) return written;
    const known = this.find(author, written.slug, keys);
    if (!known) return written;
    const formerSlugs = [...new Set([written.slug, ...known.spellings])].filter(
      (slug) => slug !== known.slug,
    );
    return {
      ...written,
      slug: known.slug,
      ...(known.data.orcid === undefined ? {} : { orcid: known.data.orcid }),
      ...(formerSlugs.length === 0 ? {} : { formerSlugs }),
    };
  }
}
