import { readAuthor } from "../paper/known-people.ts";
import { slugify } from "../paper/fold.ts";
import type { Problem } from "../paper/problem.ts";
import { lineWith } from "./line-with.ts";
import type { Corpus } from "./corpus.ts";

/** Names of people that `people.yaml` leaves unclear, and entries that disagree with it. */
function findUnclearPeople({ papers, known, people }: Corpus): Problem[] {
  const problems: Problem[] = [];
  const fault = (name: string, text: string, code: string, message: string, hint: string) =>
    problems.push({
      code,
      severity: "error",
      source: people.file,
      line: people.lineOf(name, text),
      message,
      hint,
    });
  const orcids = new Map<string, string>();
  const open = new Map<string, string>();
  const claims = new Map<string, string>();
  for (const { slug, data, spellings } of known.people.all.values()) {
    if (data.orcid !== undefined && orcids.has(data.orcid))
      fault(
        slug,
        "orcid:",
        "doubled-orcid",
        `"${slug}" has the ORCID iD of "${orcids.get(data.orcid) ?? ""}"`,
        "make them one person with variants, or mend one of the two",
      );
    else if (data.orcid !== undefined) orcids.set(data.orcid, slug);
    for (const spelling of spellings) {
      const other = open.get(spelling);
      if (data.papers === undefined && other !== undefined)
        fault(
          slug,
          "",
          "shared-name",
          `"${slug}" and "${other}" are both called "${spelling}", and neither says which papers are theirs`,
          "give one of the two `papers: [keys]`",
        );
      if (data.papers === undefined) open.set(spelling, slug);
      for (const paper of data.papers ?? []) {
        const claim = `${spelling} ${paper}`;
        const first = claims.get(claim);
        if (first !== undefined && first !== slug)
          fault(
            slug,
            paper,
            "doubled-claim",
            `"${paper}" is claimed by "${first}" too`,
            "leave it with the one whose paper it is",
          );
        claims.set(claim, slug);
      }
    }
  }
  const byKey = new Map(
    papers.flatMap((entry) =>
      [entry.name, ...(entry.read?.data.aliases ?? [])].map((key) => [key, entry] as const),
    ),
  );
  for (const { slug, data, spellings } of known.people.all.values())
    for (const paper of data.papers ?? []) {
      const entry = byKey.get(paper);
      if (!entry)
        fault(
          slug,
          paper,
          "unknown-paper",
          `"${paper}" is no paper`,
          "write the key of a paper: the name of its file",
        );
      else if (
        entry.read &&
        !entry.read.data.authors.some((author) => spellings.includes(readAuthor(author).slug))
      )
        fault(
          slug,
          paper,
          "not-an-author",
          `"${paper}" is not signed by any name of "${slug}"`,
          "add the name that it is signed with to variants, or take the paper out",
        );
    }
  return problems;
}

/** Authors of entries that could be several people, or that say they are somebody nobody knows. */
function findUnclearAuthors({ papers, known, people }: Corpus): Problem[] {
  return papers.flatMap(({ name, file, source, read }) =>
    (read?.data.authors ?? []).flatMap((author): Problem[] => {
      const say = (text: string, code: string, message: string, hint: string): Problem[] => [
        {
          code,
          severity: "error",
          source: file,
          line: lineWith(source, "authors", text),
          message,
          hint,
        },
      ];
      const marked = typeof author === "string" ? undefined : author.person;
      if (marked !== undefined && !known.people.all.has(marked))
        return say(
          marked,
          "unknown-person",
          `person "${marked}" is unknown`,
          `add them to ${people.file}`,
        );
      const { slug, name: written } = readAuthor(author);
      const namesakes = known.people.withSpelling(slug);
      const keys = [name, ...(read?.data.aliases ?? [])];
      if (
        namesakes.length === 0 ||
        known.people.find(author, slug, keys) ||
        !known.people.all.has(slug)
      )
        return [];
      return say(
        written,
        "unclear-author",
        `"${written}" may be ${namesakes.map((one) => `"${one.slug}"`).join(" or ")}, and none of them claims this paper`,
        `add "${name}" to the papers of one of them in ${people.file}`,
      );
    }),
  );
}

/** Names that two venues of `venues.yaml` have. */
function findUnclearVenues({ venues }: Corpus): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(venues.entries).flatMap(([slug, { short, full, variants }]) =>
    [...new Set([short, full, ...variants])].flatMap((name): Problem[] => {
      if (name === undefined) return [];
      const other = first.get(slugify(name));
      first.set(slugify(name), other ?? slug);
      if (other === undefined || other === slug) return [];
      return [
        {
          code: "shared-venue-name",
          severity: "error",
          source: venues.file,
          line: venues.lineOf(slug, name),
          message: `"${name}" is a name of "${other}" too`,
          hint: "leave it with one of the two",
        },
      ];
    }),
  );
}

/** Everything about people and venues that a reader of the site would get wrong. */
export const findUnclear = (corpus: Corpus): Problem[] => [
  ...findUnclearPeople(corpus),
  ...findUnclearAuthors(corpus),
  ...findUnclearVenues(corpus),
];
