import { fold } from "../paper/fold.ts";
import { orcidIn } from "../paper/orcid.ts";
import { readCommaName } from "./names.ts";
import type { SourceAuthor } from "./record.ts";

/** Somebody's number, as a source's list of them has it. */
export interface NamedOrcid {
  name: SourceAuthor;
  orcid: string;
}

const partsOf = (author: SourceAuthor) => {
  if ("collective" in author) return undefined;
  const words = "name" in author ? author.name.split(" ") : [];
  const family = "name" in author ? (words.at(-1) ?? "") : author.family;
  const given = "name" in author ? (words[0] ?? "") : author.given;
  return { family: fold(family), initial: fold(given).slice(0, 1) };
};

function isNamed(author: SourceAuthor, name: SourceAuthor): boolean {
  const [a, b] = [partsOf(author), partsOf(name)];
  return a !== undefined && a.family === b?.family && a.initial === b.initial;
}

/** Authors with the numbers of those whom a list names; who shares a name with another gets none. */
export const withNamedOrcids = (
  authors: readonly SourceAuthor[],
  list: readonly NamedOrcid[],
): SourceAuthor[] =>
  authors.map((author) => {
    const [found, ...others] = list.filter(({ name }) => isNamed(author, name));
    const isAlone = authors.filter((other) => isNamed(other, author)).length === 1;
    return found && others.length === 0 && isAlone && !("collective" in author)
      ? { ...author, orcid: found.orcid }
      : author;
  });

/** Web of Science's list: `Smith, John/0000-0002-1825-0097; Doe, Ann/…`. */
export const readNamedOrcids = (text: string): NamedOrcid[] =>
  text.split(/[;\n]/u).flatMap((part) => {
    const [name = "", number = ""] = part.split("/");
    const author = readCommaName(name);
    const orcid = orcidIn(number);
    return author && orcid !== undefined ? [{ name: author, orcid }] : [];
  });

/** Ovid's: `Smith, John; ORCID: https://orcid.org/0000-0002-1825-0097`, one or several in a value. */
export const readLabelledOrcids = (text: string): NamedOrcid[] =>
  [...text.matchAll(/(?:^|;)([^;:]+);\s*ORCID:\s*([^\s;]+)/giu)].flatMap(
    ([, name = "", number = ""]) => {
      const author = readCommaName(name);
      const orcid = orcidIn(number);
      return author && orcid !== undefined ? [{ name: author, orcid }] : [];
    },
  );

/** ORCID iDs by their authors' places, from 1 on, as BibLaTeX annotates names: `1="0000-0002-1825-0097"; 3="…"`. */
export const writePlacedOrcids = (authors: readonly { orcid?: string }[]): string =>
  authors
    .flatMap(({ orcid }, at) => (orcid === undefined ? [] : [`${String(at + 1)}="${orcid}"`]))
    .join("; ");

/** What `writePlacedOrcids` wrote, or BibLaTeX's users; places from 1 on. */
export const readPlacedOrcids = (text: string): Map<number, string> =>
  new Map(
    [...text.matchAll(/(?<![\d-])(\d{1,4})\s*=\s*"?([^";=]*)/gu)].flatMap(
      ([, place, value = ""]) => {
        const orcid = orcidIn(value);
        return orcid === undefined ? [] : [[Number(place), orcid] as const];
      },
    ),
  );

/** Authors with the numbers that stand at their places, from 1 on. */
export const withPlacedOrcids = (
  authors: readonly SourceAuthor[],
  places: ReadonlyMap<number, string>,
): SourceAuthor[] =>
  authors.map((author, at) => {
    const orcid = places.get(at + 1);
    return orcid === undefined || "collective" in author ? author : { ...author, orcid };
  });
