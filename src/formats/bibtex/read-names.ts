import { partInitials, partInitialsLast } from "../initials-last.ts";
import { isLoneV } from "../names.ts";
import type { SourceAuthor } from "../record.ts";
import { isLoneSuffix, isNameSuffix } from "../../paper/people.ts";
import { decodeEntity } from "../../paper/text/entities.ts";
import { closeCommands } from "./close-commands.ts";
import { readTexLine } from "./read-tex.ts";
import { readEntities } from "./typed-signs.ts";

const INITIALS = /^(?:\p{Lu}\.?[\s-]*){1,4}$/u;

/** Words that no person's name has: what they stand in names a group, though braces were forgotten. */
const OF_GROUPS = /^(?:of|for|on|the)$/u;

/** Words of firms and schools: `Research & Development Inc` is one. */
const OF_FIRMS =
  /\b(?:inc|ltd|llc|co|corp|gmbh|company|sons|university|institute|department|research|center|centre|group|team|lab|labs|society|association)\b/iu;

/** Characters that a web page's export has left as HTML writes them. */
export const withoutEntities = (text: string): string =>
  readEntities(text).replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu,
    (whole) => decodeEntity(whole, 0)?.value ?? whole,
  );

/** Splits at a pattern wherever no brace is open. The pattern must be sticky. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "\\") at += 1;
    else if (char === "{") depth += 1;
    else if (char === "}") depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      const match = separator.exec(text);
      if (!match || match[0] === "") continue;
      parts.push(text.slice(from, at));
      from = separator.lastIndex;
      at = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Whether braces stand about all of a text, so that BibTeX takes it as one. */
function isBraced(text: string): boolean {
  return /^\{[^]*\}$/u.test(text) && splitOutside(`${text} `, /\s/uy).length === 2;
}

/** BibLaTeX's own form: `family=Beethoven, given=Ludwig, prefix=van`. */
function readExtended(parts: readonly string[]): SourceAuthor | undefined {
  const named = new Map(
    parts.map((part): [string, string] => {
      const [name = "", ...rest] = part.split("=");
      return [name.trim().toLowerCase(), readTexLine(rest.join("=").replace(/^\s*"|"\s*$/gu, ""))];
    }),
  );
  const family = [named.get("prefix"), named.get("family")].filter(Boolean).join(" ");
  if (family === "") return undefined;
  const [suffix, orcid] = [named.get("suffix"), named.get("orcid")];
  return {
    ...{ family, given: named.get("given") ?? "" },
    ...(suffix ? { suffix } : {}),
    ...(orcid ? { orcid } : {}),
  };
}

/** `Given von Family` by BibTeX's rule: the family name begins with the first word in lower case. */
function readPlain(name: string): SourceAuthor {
  const words = splitOutside(name, /[\s~]+/uy).filter((word) => word !== "");
  if (words.slice(1).some((word) => OF_GROUPS.test(word))) return { collective: readTexLine(name) };
  const small = words.findIndex(
    (word, at) => at > 0 && at < words.length - 1 && /^\p{Ll}/u.test(word),
  );
  const last = words.at(-1) ?? "";
  const start = small !== -1 ? small : isBraced(last) && words.length > 1 ? words.length - 1 : -1;
  if (start === -1) return { name: readTexLine(name) };
  const join = (part: string[]) => readTexLine(part.join(" "));
  const suffix = isNameSuffix(last) ? readTexLine(words.pop() ?? "") : undefined;
  return {
    family: join(words.slice(start)),
    given: join(words.slice(0, start)),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function readName(name: string): SourceAuthor | undefined {
  if (isBraced(name)) {
    const collective = readTexLine(name);
    return collective === "" ? undefined : { collective };
  }
  const parts = splitOutside(name, /\s*,\s*/uy);
  if (parts.length > 1 && parts.every((part) => /^\s*[a-z-]+\s*=/u.test(part)))
    return readExtended(parts);
  const [family = "", second = "", third] = parts.map(readTexLine);
  if (parts.length === 1 || (family !== "" && second === "" && third === undefined))
    return family === "" ? undefined : readPlain(parts[0] ?? "");
  if (third === undefined)
    return isLoneSuffix(second)
      ? { ...asParts(readPlain(parts[0] ?? "")), suffix: second }
      : { family, given: second };
  // Web of Science takes the middle initial of John V. Doe for a fifth of his name: `Doe, V, John`.
  if (isLoneV(second)) return { family, given: `${third} ${second}` };
  // `Family, Jr., Given`; many write the last two the other way round.
  return isNameSuffix(third) && !isNameSuffix(second)
    ? { family, given: second, suffix: third }
    : { family, given: third, ...(second === "" ? {} : { suffix: second }) };
}

function asParts(author: SourceAuthor): { family: string; given: string } {
  if ("family" in author) return author;
  const words = ("name" in author ? author.name : author.collective).split(" ");
  return { family: words.at(-1) ?? "", given: words.slice(0, -1).join(" ") };
}

/** A list of names that somebody parted by commas or semicolons instead of `and`; undefined where it is none. */
function readLoose(text: string, isAlone: boolean, endsInComma: boolean): string[] | undefined {
  const byAnd = splitOutside(text, /\s+\\?&\s+/uy).map((part) => part.trim());
  if (
    byAnd.length > 1 &&
    byAnd.every((part) => /^[^\s]+[\s,].*\S/u.test(part) && !OF_FIRMS.test(part))
  ) {
    // `Jane Doe, John Smith & Bob Lee`: the last has no comma, so those of the others part names.
    const isPlain = !(byAnd.at(-1) ?? "").includes(",");
    return byAnd.flatMap((part) => readLoose(part, false, isPlain) ?? [part]);
  }
  const byMark = splitOutside(text, /\s*;\s*/uy).filter((part) => part.trim() !== "");
  if (isAlone && byMark.length > 1) return byMark;
  const parts = splitOutside(text, /\s*,\s*/uy).filter((part) => part.trim() !== "");
  // `Smith J, Jones KL`: initials stand last, so commas part names.
  if (parts.length > 1 && parts.every((part) => partInitials(readTexLine(part)))) return parts;
  // `John Smith, Jane Doe, and Bob Lee`: the comma before the last says what the others are.
  // Of three parts, `Family, Jr., Given`, no two have several words unless each is a name.
  if (parts.length < 3 && !endsInComma) return undefined;
  if (parts.length === 3 && !endsInComma && parts.some((part) => isNameSuffix(part.trim())))
    return undefined;
  if (parts.length > 1 && parts.every((part) => part.trim().includes(" ") && !INITIALS.test(part)))
    return parts;
  const isPaired =
    parts.length % 2 === 0 && parts.every((part, at) => at % 2 === 0 || INITIALS.test(part));
  if (!isPaired) return undefined;
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1] ?? ""}`] : []));
}

/**
 * `John Smith, Kate Jones, Mo Hill` before the one `and` of a list whose last name has no comma: commas part names there.
 * Of two parts before it, `Garcia Marquez, Gabriel Jose`, BibTeX makes one name.
 */
function isEnumeration([first = "", last = "", ...more]: readonly string[]): boolean {
  const parts = splitOutside(first, /\s*,\s*/uy);
  const isFull = (part: string) => /^\p{Lu}\S*\s.*\p{Ll}$/u.test(readTexLine(part));
  return more.length === 0 && parts.length > 2 && !last.includes(",") && parts.every(isFull);
}

/** `\textsuperscript{2,*}` and `$^{a}$` behind a name or a part of it: marks that lead to footnotes and affiliations. */
const NOTE =
  /\s*(?:\\textsuperscript\s*\{([^{}]{0,40})\}|\$\s*\^\s*(?:\{[^{}$]{0,40}\}|\\[a-z]+\s*|[^{}$\s\\])\s*\$|\\(?:thanks|footnote)\s*\{[^{}]{0,200}\})(?=[\s,\\$]|$)/giu;
/** What is set high and no mark: of `2\textsuperscript{nd}`, of `M\textsuperscript{lle}`. */
const NO_MARK = /^\s*(?:st|nd|rd|th|\p{L}{3,})\s*$/iu;

const withoutNotes = (name: string) =>
  name.replace(NOTE, (whole, high?: string) => (NO_MARK.test(high ?? "") ? whole : "")).trim();

/** Authors of a list in which initials stand behind every family name, however BibTeX itself would part them. */
function withInitialsLast(names: readonly string[], authors: readonly SourceAuthor[]) {
  const isWhole = (name: string) => !isBraced(name) && splitOutside(name, /,/uy).length === 1;
  const written = authors.map((author, at): SourceAuthor => {
    const name = names[at] ?? "";
    return isWhole(name) && !("collective" in author) ? { name: readTexLine(name) } : author;
  });
  const parted = partInitialsLast(written);
  return parted.some((author, at) => author !== written[at]) ? parted : [...authors];
}

/** The people of an `author` field; `isCut` where it ends in `and others`, `isLoose` where `and` did not part it. */
export function readNames(value: string): {
  authors: SourceAuthor[];
  isCut: boolean;
  isLoose: boolean;
} {
  const commas = new Set<string>();
  const text = withoutEntities(value).replace(/\s+/gu, " ");
  const names = splitOutside(text, /\s+(?:and\s+)+/iuy).map((name) => {
    const bare = closeCommands(name.trim().replace(/^and\s+|\s+and$|[,;\s]+$/giu, ""));
    if (/,\s*$/u.test(name)) commas.add(bare);
    return bare;
  });
  const isOthers = (name: string) => /^\{*(?:others|et\.? al\.?)\}*$/iu.test(name);
  const kept = names.filter((name) => name !== "" && !isOthers(name));
  const isListed = isEnumeration(kept);
  const loose = kept.map(
    (name) => readLoose(name, kept.length === 1, isListed || commas.has(name)) ?? [name],
  );
  const people = loose.flat().flatMap((text) => {
    const name = withoutNotes(text.trim());
    const author = readName(name);
    return author === undefined ? [] : [{ name, author }];
  });
  return {
    authors: withInitialsLast(
      people.map(({ name }) => name),
      people.map(({ author }) => author),
    ),
    isCut: names.some(isOthers),
    isLoose: loose.some((list) => list.length > 1),
  };
}
