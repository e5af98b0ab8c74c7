import type { SourceAuthor } from "../formats/record.ts";
import { cleanLine } from "../formats/clean.ts";
import type { Person } from "../paper/people.ts";
import { parsePerson, person } from "../paper/people.ts";

/** An author as frontmatter writes one. */
export type AuthorField = string | { name: string; family: string; given?: string };

const says = (text: string, family: string, given: string, suffix: string | undefined) => {
  const person = parsePerson(text);
  return person.family === family && person.given === given && person.suffix === suffix;
};

/** An author's shortest writing that reads back as the same name parts: as people write it, else `Family, Given`, else both. */
export function writeAuthor(author: SourceAuthor): AuthorField | undefined {
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
  return { ...parsePerson(author.name), family: author.family, given: author.given ?? "" };
}
