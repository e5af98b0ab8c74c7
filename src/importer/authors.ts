import type { SourceAuthor } from "../formats/record.ts";
import { cleanLine } from "../formats/clean.ts";
import { fold } from "../paper/fold.ts";
import type { Person } from "../paper/people.ts";
import { parsePerson, person } from "../paper/people.ts";

/** An author as frontmatter writes one. */
export type AuthorField =
  string | { name: string; family?: string; given?: string; orcid?: string };

const says = (text: string, family: string, given: string, suffix: string | undefined) => {
  const person = parsePerson(text);
  return person.family === family && person.given === given && person.suffix === suffix;
};

/** An author's shortest writing that reads back as the same, an ORCID iD beside the name where there is one. */
export function writeAuthor(author: SourceAuthor): AuthorField | undefined {
  const field = writeName(author);
  const orcid = "collective" in author ? undefined : author.orcid;
  if (field === undefined || orcid === undefined) return field;
  return { ...(typeof field === "string" ? { name: field } : field), orcid };
}

/** A name as people write it, else `Family, Given`, else both. */
function writeName(author: SourceAuthor): Exclude<AuthorField, { orcid: string }> | undefined {
  if ("name" in author) return cleanLine(author.name) || undefined;
  if ("collective" in author) {
    const name = cleanLine(author.collective);
    if (name === "") return undefined;
    return parsePerson(name).family === name ? name : { name, family: name };
  }
  const { family, given, suffix } = author;
  const { name } = person(given, family, suffix);
  if (says(name, family, given, suffix)) return name;
  const inverted = [family, suffix, given].filter(Boolean).join(", ");
  if (given !== "" && says(inverted, family, given, suffix)) return inverted;
  return { name, family, ...(given === "" ? {} : { given }) };
}

/** The name parts of what `writeAuthor` wrote. */
export function personOf(author: AuthorField): Person {
  if (typeof author === "string") return parsePerson(author);
  const parsed = parsePerson(author.name);
  if (author.family === undefined) return parsed;
  return { ...parsed, family: author.family, given: author.given ?? "" };
}

/**
 * Authors with the ORCID iDs that another list of one paper's authors has: who stands at the same place under the
 * same family name is the same.
 */
export function keepOrcids(authors: AuthorField[], others: readonly AuthorField[]): AuthorField[] {
  return authors.map((author, at) => {
    const other = others[at];
    if (other === undefined || typeof other === "string" || other.orcid === undefined)
      return author;
    if (typeof author !== "string" && author.orcid !== undefined) return author;
    if (fold(personOf(author).family) !== fold(personOf(other).family)) return author;
    return { ...(typeof author === "string" ? { name: author } : author), orcid: other.orcid };
  });
}
