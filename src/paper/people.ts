import { slugify } from "./fold.ts";

/** One author, as citations need a name taken apart. */
export interface Person {
  /** As people read it: `Ludwig van Beethoven`. */
  name: string;
  /** With its particle: `van Beethoven`. A collective's whole name. */
  family: string;
  /** Empty for a collective or a single name. */
  given: string;
  /** `Jr.`, `III`. */
  suffix?: string;
  /** A group that signs as one: never taken apart, never abbreviated. */
  collective?: true;
  /** Their path segment: `ludwig-van-beethoven`. */
  slug: string;
}

const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|af|al|el|bin|ibn|st\.?)$/u;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/iu;
const COLLECTIVE =
  /\b(?:team|collaboration|consortium|group|authors|project|initiative|committee|working group|contributors|community)$/iu;

/**
 * Takes a name apart. Reads `Given Family`, `Family, Given` and `Family, Jr., Given`;
 * lower-case particles go with the family name, and names such as `Kimi Team` stay whole.
 */
export function parsePerson(text: string): Person {
  const name = text.replace(/\s+/gu, " ").trim();
  const parts = name.split(/\s*,\s*/u);
  if (parts.length >= 2) {
    const [family = "", second = "", third] = parts;
    if (SUFFIX.test(third === undefined ? second : "") && third === undefined)
      return { ...parsePerson(family), suffix: second, name, slug: slugify(name) };
    const given = third ?? second;
    return person(given, family, third === undefined ? undefined : second);
  }
  if (COLLECTIVE.test(name) && name.includes(" "))
    return { name, family: name, given: "", collective: true, slug: slugify(name) };
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const suffix = words.length > 2 && SUFFIX.test(last) ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? "")) start -= 1;
  return person(words.slice(0, start).join(" "), words.slice(start).join(" "), suffix);
}

/** A person from the parts of their name, as bibliographies give them. */
export function person(given: string, family: string, suffix?: string): Person {
  const name = [given, family, suffix].filter(Boolean).join(" ");
  return { name, family, given, ...(suffix ? { suffix } : {}), slug: slugify(name) };
}
