import { fold } from "../paper/fold.ts";
import type { KnownPerson } from "../paper/known-people.ts";
import { KnownPeople } from "../paper/known-people.ts";
import type { Person } from "../paper/people.ts";
import { compareText, countWith, groupBy } from "./group.ts";
import type { Author, CatalogPaper } from "./types.ts";

/** How many co-authors an author's page names. */
const COAUTHORS = 12;

const sortName = (person: Person) => fold(`${person.family}, ${person.given}`);

/** The letter that an author is filed under: A to Z, or `#`. */
function letterOf(person: Person): string {
  const letter =
    fold(person.family).replace(/^(?:van|von|de|der|den|di|da|del|la|le) /u, "")[0] ?? "";
  return /[a-z]/u.test(letter) ? letter.toUpperCase() : "#";
}

/** What `people.yaml` says of an author: their own name, what tells them apart, and from whom. */
function tellOf(
  known: KnownPerson,
  own: readonly CatalogPaper[],
  people: KnownPeople,
  signed: ReadonlyMap<string, Person>,
): Partial<Author> {
  const names = own.flatMap(({ authors }) =>
    authors.filter(({ slug }) => slug === known.slug).map(({ name }) => name),
  );
  const spellings = [...new Set(names)]
    .filter((name) => name !== known.named.name)
    .sort(compareText);
  const others = new Set(known.spellings.flatMap((spelling) => people.withSpelling(spelling)));
  const namesakes = [...others]
    .filter((other) => other !== known && signed.has(other.slug))
    .map(({ slug, named, data }) => ({
      slug,
      name: named.name,
      ...(data.note === undefined ? {} : { note: data.note }),
    }));
  return {
    ...(known.data.orcid === undefined ? {} : { orcid: known.data.orcid }),
    ...(known.data.note === undefined ? {} : { note: known.data.note }),
    ...(spellings.length === 0 ? {} : { spellings }),
    ...(namesakes.length === 0 ? {} : { namesakes }),
  };
}

/** The ORCID iD of a name, where its papers tell of one only: of two, they are two people's. */
function orcidOf(slug: string, own: readonly CatalogPaper[]): Pick<Author, "orcid"> {
  const told = own.flatMap(({ authors }) =>
    authors.flatMap((author) => (author.slug === slug && author.orcid ? [author.orcid] : [])),
  );
  const [orcid, ...others] = new Set(told);
  return orcid === undefined || others.length > 0 ? {} : { orcid };
}

/** Everyone who signs a paper, by family name. People of one spelling are one person until `people.yaml` tells them apart. */
export function listAuthors(papers: readonly CatalogPaper[], known = new KnownPeople()): Author[] {
  const slugsOf = (paper: CatalogPaper) => paper.authors.map((author) => author.slug);
  const people = new Map<string, Person>();
  for (const paper of papers)
    for (const author of paper.authors)
      if (!people.has(author.slug))
        people.set(author.slug, known.all.get(author.slug)?.named ?? author);

  return [...groupBy(papers, slugsOf)]
    .flatMap(([slug, own]): Author[] => {
      const person = people.get(slug);
      if (!person || slug === "") return [];
      const told = known.all.get(slug);
      const others = countWith(own, slugsOf, slug);
      const coauthors = others.slice(0, COAUTHORS).map(([other, count]) => ({
        slug: other,
        name: people.get(other)?.name ?? other,
        count,
      }));
      return [
        {
          slug,
          name: person.name,
          papers: own.map((paper) => paper.key),
          sortName: sortName(person),
          letter: letterOf(person),
          coauthors,
          ...(others.length > COAUTHORS ? { moreCoauthors: others.length - COAUTHORS } : {}),
          ...orcidOf(slug, own),
          ...(told === undefined ? {} : tellOf(told, own, known, people)),
        },
      ];
    })
    .sort((a, b) => compareText(a.sortName, b.sortName) || compareText(a.slug, b.slug));
}
