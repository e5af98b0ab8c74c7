import { isNameSuffix } from "../paper/people.ts";
import { bareName } from "./names.ts";
import type { SourceAuthor } from "./record.ts";

/** `J`, `JA`, `J.A.`, `J.-P.`: capitals that stand for given names. */
const INITIALS = /^\p{Lu}(?:\.?-?\p{Lu}){0,2}\.?$/u;
/** One that is bare, or several with their points: in a name all in capitals `LEE` may be the family name. */
const SURE_INITIALS = /^(?:\p{Lu}|(?:\p{Lu}\.-?){1,3})$/u;
/** `III` behind a given and a family name is no initials. */
const NUMERAL = /^(?:II|III|IV)$/u;
/** A word of a family name: two letters at least, `d'Arcy`, `Al-Sayed`, `der`. */
const WORD = /^\p{L}[\p{L}\p{M}'’.-]*\p{L}$/u;

/** Words of a family name, no more: what is longer is something else. */
const MOST_WORDS = 4;

type PartedName = Extract<SourceAuthor, { family: string }>;

/** A name whose last word is of initials, taken apart; undefined for any other. */
export function partInitials(name: string): PartedName | undefined {
  const words = name.split(" ");
  const isSuffixed = words.length > 2 && isNameSuffix(words.at(-1) ?? "");
  const hasSuffix = isSuffixed && INITIALS.test(words.at(-2) ?? "");
  const suffix = hasSuffix ? words.pop() : undefined;
  let start = words.length;
  while (start > 0 && INITIALS.test(words[start - 1] ?? "")) start -= 1;
  const [family, initials] = [words.slice(0, start), words.slice(start)];
  const isFamily = family.every((word) => WORD.test(word)) && /\p{Lu}/u.test(family.join(""));
  if (family.length === 0 || family.length > MOST_WORDS || !isFamily) return undefined;
  if (initials.length === 0 || initials.length > 3) return undefined;
  const isLoud = !/\p{Ll}/u.test(family.join(""));
  if (isLoud && !initials.every((part) => SURE_INITIALS.test(part))) return undefined;
  if (family.length > 1 && NUMERAL.test(initials.join(" "))) return undefined;
  return {
    ...{ family: family.join(" "), given: initials.join(" ") },
    ...(suffix === undefined ? {} : { suffix }),
  };
}

const isInitials = (given: string) => given.split(" ").every((part) => INITIALS.test(part));

/**
 * The authors of a list in which every name is a family name and initials, `Smith J`, `van der Berg AB`, as medicine
 * cites (Vancouver), taken apart; any other list as it is. Two names at least must say it: `Malcolm X` alone does not.
 */
export function partInitialsLast(authors: readonly SourceAuthor[]): SourceAuthor[] {
  let count = 0;
  const parted: SourceAuthor[] = [];
  for (const author of authors) {
    const bare = "name" in author ? bareName(author.name) : "";
    if ("name" in author && bare !== "") {
      const { name: _, ...rest } = author;
      const parts = partInitials(bare);
      if (parts === undefined) return [...authors];
      count += 1;
      parted.push({ ...parts, ...rest });
    } else {
      if ("family" in author && !isInitials(author.given)) return [...authors];
      parted.push(author);
    }
  }
  return count > 1 ? parted : [...authors];
}
