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
  /** Their number in the register of researchers: `0000-0002-1825-0097`. */
  orcid?: string;
  /** Path segments of other spellings of theirs: they lead to the one page. */
  formerSlugs?: string[];
}

const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|af|al|el|bin|ibn|st\.?)$/u;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|2nd|3rd|[4-9]th)$/iu;

/** Whether a part of a name tells generations apart: `Jr.`, `III`, `3rd`. */
export const isNameSuffix = (part: string): boolean => SUFFIX.test(part);

/** Whether what stands where given names do, and is all of them, is such a suffix: `STRUB, JR` has initials. */
export const isLoneSuffix = (part: string): boolean => isNameSuffix(part) && !/^[JS]R$/u.test(part);

/** Firms and laboratories that sign papers; `@` and `University` are of no person's name. */
const ORGANISATION =
  /^(?:OpenAI|Anthropic|DeepSeek(?:-AI)?|(?:Google )?DeepMind|Google(?: Research| Brain)?|Meta(?: AI)?|Microsoft(?: Research)?|NVIDIA|Mistral AI|Cohere|xAI|01\.AI|Anonymous(?: Authors?)?)$|@|\b(?:university|universität|institute|laboratory|laboratories|inc|ltd|gmbh|foundation|association)\b\.?/iu;

/** Names in Chinese signs, kana or Hangul stand with the family name first. */
const EASTERN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々·・\s]+$/u;
/** Family names of two signs; others have one. */
const DOUBLE =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|长孙|長孫|宇文|司徒|夏侯|남궁|황보|제갈|선우|독고)/u;

/** Takes an eastern name apart: at its space where it has one. Undefined for any other. */
function parseEastern(name: string): Person | undefined {
  if (!EASTERN.test(name)) return undefined;
  const [first = "", ...rest] = name.split(" ");
  if (rest.length > 0) return { ...person(rest.join(" "), first), name, slug: slugify(name) };
  const signs = [...name];
  if (
    signs.length < 2 ||
    signs.length > 4 ||
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
  )
    return undefined;
  const size = DOUBLE.test(name) && signs.length > 2 ? 2 : 1;
  return person(signs.slice(size).join(""), signs.slice(0, size).join(""));
}

const COLLECTIVE =
  /\b(?:team|collaboration|consortium|group|authors|project|initiative|committee|working group|contributors|community)$/iu;

/**
 * Takes a name apart. Reads `Given Family`, `Family, Given` and `Family, Jr., Given`;
 * lower-case particles go with the family name, and names such as `Kimi Team` stay whole.
 */
export function parsePerson(text: string): Person {
  const name = text.replace(/\s+/gu, " ").trim();
  const parts = name.split(/\s*,\s*/u);
  // `Llama Team, AI @ Meta` is one.
  const isTeam =
    ORGANISATION.test(name) || (COLLECTIVE.test(parts[0] ?? "") && (parts[0] ?? "").includes(" "));
  if (parts.length >= 2 && !isTeam) {
    const [family = "", second = "", third] = parts;
    if (third === undefined && isLoneSuffix(second))
      return { ...parsePerson(family), suffix: second, name, slug: slugify(name) };
    const given = third ?? second;
    return person(given, family, third === undefined ? undefined : second);
  }
  const eastern = parseEastern(name);
  if (eastern) return eastern;
  if (isTeam || (COLLECTIVE.test(name) && name.includes(" ")))
    return { name, family: name, given: "", collective: true, slug: slugify(name) };
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const suffix = words.length > 2 && isNameSuffix(last) ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? "")) start -= 1;
  return person(words.slice(0, start).join(" "), words.slice(start).join(" "), suffix);
}

/** A person from the parts of their name, as bibliographies give them. */
export function person(given: string, family: string, suffix?: string): Person {
  const isEastern = given !== "" && EASTERN.test(given + family);
  const name = isEastern
    ? `${family}${/\s/u.test(given) ? " " : ""}${given}`
    : [given, family, suffix].filter(Boolean).join(" ");
  return { name, family, given, ...(suffix ? { suffix } : {}), slug: slugify(name) };
}
