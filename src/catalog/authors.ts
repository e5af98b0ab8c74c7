import { fold } from "../paper/fold.ts";
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

/** Everyone who signs a paper, by family name. People of one spelling are one person until told apart. */
export function listAuthors(papers: readonly CatalogPaper[]): Author[] {
  const slugsOf = (paper: CatalogPaper) => paper.authors.map((author) => author.slug);
  const people = new Map<string, Person>();
  for (const paper of papers)
    for (const author of paper.authors)
      if (!people.has(author.slug)) people.set(author.slug, author);

  return [...groupBy(papers, slugsOf)]
    .flatMap(([slug, own]): Author[] => {
      const person = people.get(slug);
      if (!person || slug === "") return [];
      const coauthors = countWith(own, slugsOf, slug)
        .slice(0, COAUTHORS)
        .map(([other, count]) => ({
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
        },
      ];
    })
    .sort((a, b) => compareText(a.sortName, b.sortName) || compareText(a.slug, b.slug));
}
