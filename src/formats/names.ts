import { orcidIn } from "../paper/orcid.ts";
import { isLoneSuffix, isNameSuffix } from "../paper/people.ts";
import { cleanLine } from "./clean.ts";
import type { SourceAuthor } from "./record.ts";

/** Whether a part of a name is a V alone: a fifth of the name, or a middle initial. */
export const isLoneV = (part: string): boolean => /^v$/iu.test(part);

/** Behind family and given name a `V` is a suffix too: elsewhere it is an initial. */
const isSuffix = (part: string) => isNameSuffix(part) || isLoneV(part);

/** `Khoury T.`, as Embase and others write names: initials come last, with their points, and no comma before them. */
const INITIALS_LAST =
  /^(\p{Lu}[\p{L}'’-]*\p{Ll}(?: \p{Lu}[\p{L}'’-]*\p{Ll})?) ((?:\p{Lu}\.[ -]?){1,4})$/u;

/** Marks that lead to footnotes: they were copied along with the name. */
const FOOTNOTES = /[*†‡§¶∥⁺¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:\s*,\s*[*†‡§¶∥⁺¹²³⁴⁵⁶⁷⁸⁹⁰]+)*$/u;

/** What joined a name to those before and after it: it was copied along with them. */
const JOINTS = /^(?:and|&)\s+(?=\p{Lu})|(?<=\p{L}\.?),?\s+(?:and|&)$|[,;]+$/gu;

/** Degrees and forms of address: nobody is cited by them. */
const HONORIFICS =
  /^(?:(?:prof(?:essor)?|dr|mr|mrs|ms|sir|dipl|ing|m\.?sc|b\.?sc)\.?\s+)+(?=\p{Lu})|,?\s+(?:ph\.?\s?d|m\.?sc|b\.?sc|dr\.? rer\.? nat)\.?$/giu;

/** The degree of a physician, in capitals behind given names. `Md` is a name (Mohammad), and so may `MD` be initials. */
const PHYSICIAN = /,?\s+M\.?\s?D\.?$/u;
/** Of a whole name, `Smith MD`, two words that are not its degree or a comma tell the degree from initials. */
const PHYSICIAN_OF_NAME = /(?<=\S\s\S{1,100}),?\s+M\.?\s?D\.?$|,\s+M\.?\s?D\.?$/u;

/** What databases write where a paper has no author: Scopus, Web of Science. */
const NOBODY = /^\[(?:no authors?(?: names?)? (?:available|listed|found|given)|anonymous)\]$/iu;

/** Characters that nobody sees, and joiners that join nothing: they were copied along. */
const UNSEEN =
  /[\u00AD\u200B\u200E\u200F\u2060]|[\u200C\u200D]+(?=$|[\s,;])|(?<=^|[\s,;])[\u200C\u200D]+/gu;

/** What says that there are more, whoever they are. */
const OTHERS = /(?:^|[\s,;]+)(?:et\.? ?al(?:ii|\.)?|and others|others|等)\.?$/iu;

/** The same in German, behind a whole name or alone. `Stock, U. A.` has initials, and so may a name in small letters. */
const OTHERS_IN_GERMAN = /(?:^|[\s,;]+)u\.\s?a\.$/u;

/** What is longer is no name, in UTF-16 units, and patterns take time in the square of it. */
const LONGEST_NAME = 1000;

const saysOthers = (text: string) => text.length <= LONGEST_NAME && OTHERS.test(cleanLine(text));

const saysOthersInGerman = (text: string) =>
  text.length <= LONGEST_NAME && OTHERS_IN_GERMAN.test(cleanLine(text));

/** Whether a name ends in, or is, what stands for others. */
export const namesOthers = (author: SourceAuthor): boolean =>
  ("name" in author && (saysOthers(author.name) || saysOthersInGerman(author.name))) ||
  ("family" in author && (saysOthers(author.family) || saysOthers(author.given)));

/** A number by which DBLP tells people of one name apart: it is none of the name. */
const DBLP_NUMBER = /(?:^|\s+)0\d{3}$/u;

/** Hyphens that are not the keyboard's, as Wiley sets them: `Ji‐Zheng` is `Ji-Zheng`. */
const HYPHENS = /(?<=\p{L}\.?)[\u2010\u2011\u2013](?=\p{L})/gu;

/** Where somebody works, in parentheses behind the name, or an address of theirs. */
const AFFILIATION = /(?<=\p{L})\s*(?:\([^()]*\)|\[[^[\]]*\]|<[^<>]*@[^<>]*>)$/u;

/** A part of a name on one line, without marks of a kind that were copied along with it. */
const without = (part: string, marks: readonly RegExp[]): string =>
  part.length > LONGEST_NAME
    ? cleanLine(part)
    : [UNSEEN, OTHERS, ...marks, HONORIFICS, FOOTNOTES, JOINTS].reduce(
        (text, mark) => cleanLine(text.replace(mark, "")),
        cleanLine(part).replace(HYPHENS, "-"),
      );

/** A whole name on one line, without what was copied along with it. */
export const bareName = (name: string): string =>
  without(name, [OTHERS_IN_GERMAN, DBLP_NUMBER, AFFILIATION, PHYSICIAN_OF_NAME]);

/** A family name or given names on one line, likewise. */
const barePart = (part: string): string => without(part, [DBLP_NUMBER, AFFILIATION, PHYSICIAN]);

/** Whether a name part is shouted: its letters are all capitals, and more than initials. */
const isShouted = (part: string) => /\p{Lu}{2}/u.test(part) && !/\p{Ll}/u.test(part);

/** A shouted name part as people write it: `O'NEILL-McKAY` as `O'Neill-Mckay`, initials as they are. */
function lowerName(part: string): string {
  return part
    .replace(
      /\p{Lu}[\p{Lu}\p{M}]+/gu,
      (word) => (word[0] ?? "") + word.slice(1).toLocaleLowerCase("en"),
    )
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(?<=^|\s)(?:Van|Von|De|Der|Den|Del|La|Di|Da|Dos|Du|Ten|Ter)(?=\s+\p{Lu})/gu, (word) =>
      word.toLowerCase(),
    );
}

/** A family name beside initials, in a list in which every name is in capitals: `DOE, J.` beside `SMITH, JOHN`. */
export const asQuiet = (author: SourceAuthor): SourceAuthor =>
  "family" in author && isShouted(author.family)
    ? { ...author, family: lowerName(author.family) }
    : author;

/** Three capitals that no given name is spelled with: `RME`, `JBF`, `AFM`, and not `TOM`, `EVA`, `ANN`. */
const INITIALS =
  /^(?:[^AEIOUY\W\d]{3}|[^AEIOUY\W\d]{2}[AEIOU]|[AEIOU](?!([B-DF-HJ-NP-TV-XZ])\1)[B-DF-HJ-NP-TV-XZ]{2})$/u;

/** A given name in capitals, by its length and its vowels: `LSST` is none, it stands as it is. */
const isShoutedName = (given: string) =>
  /^\p{Lu}{4,}$/u.test(given) && !/^[B-DF-HJ-NP-TV-XZ]+$/u.test(given);

/** What a group is called by, though a comma has parted it from its name: `Collaboration, ATLAS`. */
const GROUP = /^(?:collaborations?|consortium|team|task force|working group)$/iu;

/** The name of a group that was taken apart as a person's; undefined where it may be a person. */
const asGroup = (family: string, given: string) =>
  GROUP.test(family) && /\p{L}{3}/u.test(given) && !given.includes(",")
    ? `${given} ${family}`
    : undefined;

/**
 * An author with white space single, marks of footnotes gone, and capitals as people write them where all of
 * family and given name is shouted (`SMITH, JOHN`); `XU, Y.` may be so in print and stays. Undefined where
 * nothing of the name is left.
 */
export function tidyAuthor(author: SourceAuthor): SourceAuthor | undefined {
  const tidied = tidyName(author);
  const orcid = "collective" in author ? undefined : orcidIn(author.orcid ?? "");
  const hasNone = orcid === undefined || tidied === undefined || "collective" in tidied;
  return hasNone ? tidied : { ...tidied, orcid };
}

function tidyName(author: SourceAuthor): SourceAuthor | undefined {
  const whole = "name" in author ? author.name : "collective" in author ? author.collective : "";
  if (NOBODY.test(cleanLine(whole))) return undefined;
  if ("collective" in author) {
    const collective = cleanLine(author.collective.replace(UNSEEN, ""));
    return /[\p{L}\p{N}]/u.test(collective) ? { collective } : undefined;
  }
  if ("name" in author) {
    const name = bareName(author.name);
    const parted = readInitialsLast(name);
    if (parted) return parted;
    if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
    const words = name.split(" ");
    const isLoud = words.length > 1 && words.every((word) => !/\p{Ll}/u.test(word));
    const full = words.filter((word) => /^\p{Lu}[\p{Lu}\p{M}'’-]{2,}$/u.test(word));
    return { name: isLoud && full.length > 1 ? lowerName(name) : name };
  }
  const family = barePart(author.family);
  const given = barePart(author.given);
  const suffix = author.suffix === undefined ? "" : cleanLine(author.suffix);
  // What stands behind a comma may be no given name: `Llama Team, AI @ Meta`, `Jane Doe, PhD`.
  if (given.includes("@")) return { collective: `${family}, ${given}` };
  if (/^(?:ph\.?\s?d|m\.?sc|b\.?sc)\.?$/iu.test(given)) return tidyName({ name: family });
  if (!/[\p{L}\p{N}]/u.test(family)) return given === "" ? undefined : { name: given };
  const collective = asGroup(family, given);
  if (collective !== undefined) return { collective };
  const isLoud =
    isShouted(family) && /\p{Lu}{3}/u.test(given) && isShouted(given) && !INITIALS.test(given);
  // Of `MacDonald, JAMES` the given name alone is shouted: four letters are more than initials.
  const isGivenLoud = isLoud || (/\p{Ll}/u.test(family) && isShoutedName(given));
  return {
    family: isLoud ? lowerName(family) : family,
    given: isGivenLoud ? lowerName(given) : given,
    ...(suffix === "" ? {} : { suffix }),
  };
}

/** `Serre JP`, `Hinton G. E.`: the family name, then initials, as medicine cites. */
function readInitialsLast(name: string): SourceAuthor | undefined {
  const [, family = "", given = ""] =
    /^((?:\p{Ll}+\s){0,2}\p{Lu}\p{Ll}[\p{L}'’-]+)\s+(\p{Lu}{2,3}|(?:\p{Lu}\.[\s-]?){1,4})$/u.exec(
      name,
    ) ?? [];
  const isGeneration = isSuffix(given) && !/^[JS]R$/u.test(given);
  return family === "" || isGeneration ? undefined : { family, given: given.trim() };
}

/**
 * A name as tagged formats write it: `Family, Given, Suffix` or `Family, Suffix, Given`; with a comma
 * and nothing after it, a group (EndNote's convention); without one, the name as it stands.
 */
export function readCommaName(text: string): SourceAuthor | undefined {
  const parts = cleanLine(text)
    .split(",")
    .map((part) => part.trim());
  const [family = "", ...rest] = parts;
  const [second = "", third = ""] = rest.filter((part) => part !== "");
  if (family === "") return second === "" ? undefined : { name: second };
  if (second === "") {
    if (parts.length > 1) return { collective: family };
    const [, before = "", initials = ""] = INITIALS_LAST.exec(family) ?? [];
    return before === "" ? { name: family } : { family: before, given: initials };
  }
  if (third === "") {
    // `L. Brown, 3rd`: what has several words is the whole name; `van der Berg, Jr.` lacks a given one.
    if (isLoneSuffix(second))
      return /^\p{Lu}\S*\s/u.test(family)
        ? { name: `${family} ${second}` }
        : { family, given: "", suffix: second };
    return { family, given: second };
  }
  // Web of Science takes the middle initial of John V. Doe for a fifth of his name: `Doe, V, John`.
  if (isLoneV(second)) return { family, given: `${third} ${second}` };
  return isNameSuffix(second)
    ? { family, given: third, suffix: second }
    : isSuffix(third)
      ? { family, given: second, suffix: third }
      : { family, given: [second, third].join(" ") };
}

/** What stands about names and is none: affiliations in parentheses, as arXiv's raw lists have them. */
function withoutAsides(text: string): string {
  let depth = 0;
  let out = "";
  for (const char of text) {
    if (char === "(") depth += 1;
    if (depth === 0) out += char;
    if (char === ")") depth = Math.max(0, depth - 1);
  }
  // One that is never closed was no aside.
  return depth === 0 ? out : text;
}

/**
 * A list of names in one text: parted by semicolons, by `and`, or by commas where each part is a name of its own.
 * `Family, Given; Family, Given` and `Given Family, Given Family and Given Family` are both read.
 */
export function readNameList(text: string): SourceAuthor[] {
  const line = withoutAsides(cleanLine(text)).trim();
  if (line === "") return [];
  const isNamed = (author: SourceAuthor | undefined) => author !== undefined;
  if (/[;|]/u.test(line))
    return line
      .split(/\s*[;|]\s*(?:and\s+|&\s+)?/u)
      .map(readCommaName)
      .filter(isNamed);
  const inTurn = readInTurn(line);
  if (inTurn) return inTurn;
  const byAnd = line.split(/,?\s+(?:and|&)\s+/iu).filter((part) => part.trim() !== "");
  const named = byAnd.filter((part) => !saysOthers(part));
  const isAlone = named.length === 1 && isInverted(line);
  const authors = isAlone ? named.map(readCommaName).filter(isNamed) : readInverted(named);
  return authors ?? byAnd.flatMap(readCommaRun).filter((author) => !isOthers(author));
}

const isInitials = (part: string) =>
  /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u.test(part) && !/\p{Ll}{2}/u.test(part);

/** `Smith, J., Doe, A., & Lee, B.`, as APA has it: family names and initials in turn; undefined for any other list. */
export function readInTurn(line: string): SourceAuthor[] | undefined {
  const parts = line.replace(/,?\s+(?:and|&)\s+/giu, ", ").split(/\s*,\s*/u);
  const isPaired = parts.length > 3 && parts.length % 2 === 0;
  if (!isPaired || !parts.every((part, at) => isInitials(part) === (at % 2 === 1)))
    return undefined;
  return parts.flatMap((family, at) =>
    at % 2 === 0 ? [{ family, given: parts[at + 1] ?? "" }] : [],
  );
}

/** Family name and given name of `Family, Given` and `Family, Given, Jr.`; undefined for any other text. */
function invertedParts(text: string): readonly [family: string, given: string] | undefined {
  const [family = "", given = "", ...rest] = text.trim().split(/\s*,\s*/u);
  const isName = family !== "" && /^\p{L}/u.test(given) && !isSuffix(given);
  return isName && rest.every((part) => isSuffix(part)) ? [family, given] : undefined;
}

/**
 * Whether a text is `Family, Given` and no two names: one part is a single word, or the second alone ends in an initial
 * (`Smith J, Jones K` is two).
 */
function isInverted(text: string): boolean {
  const [family = "", given = ""] = invertedParts(text) ?? [];
  if (given === "") return false;
  const isWord = !family.includes(" ") || !given.includes(" ");
  const [endsFamily, endsGiven] = [family, given].map((part) => /\s\p{Lu}{1,3}\.?$/u.test(part));
  return isWord || (endsFamily !== true && (endsGiven === true || /^\p{Ll}/u.test(family)));
}

/**
 * Names that `and` parted, each `Family, Given`; undefined where they are not, or where nothing tells them from two:
 * neither one of them nor who asks, for it is a field of such names.
 */
export function readInverted(names: readonly string[], isSure = false): SourceAuthor[] | undefined {
  if (names.length < 2 || !names.every(invertedParts)) return undefined;
  if (!isSure && !names.some(isInverted)) return undefined;
  return names.map(readCommaName).filter((author) => author !== undefined);
}

const isOthers = (author: SourceAuthor) =>
  "name" in author && /^(?:others|et\.? al\.?)$/iu.test(author.name);

/** `A B, C D, E F` is three names; `Family, Given` is one; a suffix goes with the name before it. */
function readCommaRun(text: string): SourceAuthor[] {
  const parts = text
    .split(/\s*,\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [first = "", second = ""] = parts;
  if (parts.length === 2 && !first.includes(" ") && !isLoneSuffix(second))
    return [{ family: first, given: second }];
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    if (last !== undefined && isSuffix(part)) names[names.length - 1] = `${last} ${part}`;
    else names.push(part);
  }
  return names.map((name): SourceAuthor =>
    /^(?:the|for the)\s|\b(?:collaboration|consortium)$/iu.test(name)
      ? { collective: name.replace(/^for\s+/iu, "") }
      : { name },
  );
}
