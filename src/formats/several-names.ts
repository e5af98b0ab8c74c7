import { isNameSuffix } from "../paper/people.ts";
import type { Problem } from "../paper/problem.ts";
import { cleanLine } from "./clean.ts";
import { partInitials } from "./initials-last.ts";
import { readInTurn, readInverted } from "./names.ts";
import type { SourceAuthor } from "./record.ts";

/** In UTF-16 units: what is longer is no list of names that somebody typed. */
const LONGEST = 20_000;
/** `John Smith`, `J. van der Berg`; groups have words that no person's name has. */
const FULL = /^\p{Lu}\S*\s.*\p{Ll}$/u;
const OF_GROUPS =
  /\b(?:of|for|on|the|inc|ltd|llc|corp|gmbh|company|university|institute|department|research|cent(?:er|re)|group|team|labs?|society|association|consortium|collaboration)\b/iu;

const beginsWithInitial = (part: string) => /^\p{Lu}\./u.test(part);

/** `Smith J, Jones KL and Brown M`: initials stand behind every family name. */
function readInitialsLast(byAnd: readonly string[]): SourceAuthor[] | undefined {
  const names = byAnd.flatMap((part) => part.split(/\s*,\s*/u));
  const isVancouver = names.length > 1 && names.every((name) => partInitials(name));
  return isVancouver ? names.map((name) => ({ name })) : undefined;
}

/** `John Smith, Kate Jones and Lou Brown`: two commas, or one and an `and`, between names that are whole. */
function readEnumeration(byAnd: readonly string[]): SourceAuthor[] | undefined {
  const byComma = byAnd.map((part) => part.split(/\s*,\s*/u));
  const names = byComma.flat();
  if (names.length < 2 || names.some((name) => isNameSuffix(name.replace(/(?<!\.)\.$/u, ""))))
    return undefined;
  // `A B, C D and E F, G H` has family names first.
  const isListed = byAnd.length === 1 || byComma.at(-1)?.length === 1;
  if (!isListed || !names.every((name) => FULL.test(name))) return undefined;
  const isSure = names.length > 2 || names.every(beginsWithInitial);
  return isSure ? names.map((name) => ({ name })) : undefined;
}

/** The people of a text that is meant for one name and has several; undefined where it has one, or a group's. */
export function readSeveral(text: string): SourceAuthor[] | undefined {
  const line = cleanLine(text);
  // `Name,` is a group for whatever reads names.
  if (line.length > LONGEST || line.endsWith(",") || !/,|\s(?:and|&)\s/iu.test(line))
    return undefined;
  const byAnd = line.split(/,?\s+(?:and|&)\s+/iu);
  if (OF_GROUPS.test(line)) return undefined;
  return (
    readInTurn(line) ??
    readInitialsLast(byAnd) ??
    readInverted(byAnd, true) ??
    readEnumeration(byAnd)
  );
}

/** The problem of several names in a field that is for one. */
export const severalNames = (
  { source, line }: { source: string; line: number },
  field: string,
  text: string,
): Problem => ({
  code: "loose-authors",
  severity: "warning",
  source,
  line,
  message: `several names in one ${field}: ${cleanLine(text).slice(0, 80)}`,
  hint: "put each name into a field of its own",
});
