import type { Acronym } from "./types.ts";

type ShortForm = Pick<Acronym, "short" | "long">;

/** Papers that must agree on a short form before it is explained where nobody defines it. */
const AGREED = 2;

/**
 * Short forms whose meaning no two papers dispute, by short form: what may be told to a reader of a paper that
 * uses one and does not define it.
 */
export function undisputed(acronyms: readonly Acronym[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, Acronym[]>();
  for (const acronym of acronyms)
    meanings.set(acronym.short, [...(meanings.get(acronym.short) ?? []), acronym]);
  return new Map(
    [...meanings.values()].flatMap((all) =>
      all.length === 1 && (all[0]?.papers.length ?? 0) >= AGREED
        ? all.map(({ short, long }) => [short, long] as const)
        : [],
    ),
  );
}

/** Tags, and what stands inside of formulas, links and code, which stay as they are; then runs of text. */
const PIECES = /<(math|a|code|abbr)\b[^>]*>.*?<\/\1>|<[^>]*>|[^<]+/gsu;

/** What may be a short form, and its plural: `LLMs`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.&/+-]*[\p{L}\p{N}])?/gu;

const CAPITAL = /\p{Lu}/u;

/** A word, its singular, and the same of what stands before its hyphen: `LLM-based`. */
function spellings(word: string): string[] {
  if (!word.includes("-") && !word.endsWith("s")) return [word];
  const first = word.replace(/-.*$/su, "");
  return [word, first].flatMap((each) => [each, each.replace(/(?<=\p{Lu})s$/u, "")]);
}

const quote = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/**
 * Drawn prose with the first use of each short form explained (`<abbr title="…">`): the paper's own first, then
 * those that the corpus agrees on. `html` is the loader's: its text is escaped.
 */
export function expandShortForms(
  html: string,
  own: readonly ShortForm[],
  agreed: ReadonlyMap<string, string>,
): string {
  // Asked, not copied: `agreed` grows with the corpus, and this is called for every page.
  const wanted = new Map(own.map(({ short, long }) => [short, long]));
  const told = new Set<string>();
  const longOf = (short: string) =>
    told.has(short) ? undefined : (wanted.get(short) ?? agreed.get(short));
  return html.replaceAll(PIECES, (piece) => {
    if (piece.startsWith("<")) return piece;
    return piece.replaceAll(WORD, (word) => {
      // A short form has a capital, which most words have not.
      if (!CAPITAL.test(word)) return word;
      const short = spellings(word).find((each) => longOf(each) !== undefined);
      const long = short === undefined ? undefined : longOf(short);
      if (short === undefined || long === undefined) return word;
      told.add(short);
      return `<abbr title="${quote(long)}">${short}</abbr>${word.slice(short.length)}`;
    });
  });
}
