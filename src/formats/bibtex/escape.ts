import { ARROWS, GREEK, SIGNS } from "../../paper/text/tex-symbols.ts";

/** Combining marks as TeX's accent commands. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030A": "r",
  "\u030B": "H",
  "\u030C": "v",
  "\u0323": "d",
  "\u0326": "textcommabelow",
  "\u0327": "c",
  "\u0328": "k",
  "\u0331": "b",
};

/** Letters and signs that have a command of their own. */
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  $: "\\$",
  ß: "{\\ss}",
  æ: "{\\ae}",
  Æ: "{\\AE}",
  œ: "{\\oe}",
  Œ: "{\\OE}",
  ø: "{\\o}",
  Ø: "{\\O}",
  ł: "{\\l}",
  Ł: "{\\L}",
  ı: "{\\i}",
  "–": "--",
  "—": "---",
  "“": "``",
  "”": "''",
  "‘": "`",
  "’": "'",
  "…": "\\ldots{}",
  "\u00A0": "~",
  "§": "\\S{}",
  "©": "\\copyright{}",
  "£": "\\pounds{}",
  "€": "\\texteuro{}",
  "°": "\\textdegree{}",
  "®": "\\textregistered{}",
  "™": "\\texttrademark{}",
};

const SCRIPTS = { "^": "⁰¹²³⁴⁵⁶⁷⁸⁹", _: "₀₁₂₃₄₅₆₇₈₉" } as const;

/**
 * Signs that TeX has in formulas only. Each stands in braces of its own: a style that lowers titles
 * would turn `\Gamma` into `\gamma`.
 */
const MATH: ReadonlyMap<string, string> = new Map([
  // Of several names of a sign the first is the one that every TeX knows.
  ...[...GREEK, ...ARROWS, ...SIGNS]
    .toReversed()
    .map(([name, sign]): [string, string] => [sign, `{$\\${name}$}`]),
  ...Object.entries(SCRIPTS).flatMap(([mark, digits]) =>
    Array.from(digits, (digit, n): [string, string] => [digit, `{$${mark}${String(n)}$}`]),
  ),
  ["−", "{$-$}"],
  ["<", "{$<$}"],
  [">", "{$>$}"],
  ["|", "{$|$}"],
]);

/** Spaces without width and other marks that are not to be seen: no TeX knows them. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFE0E\uFE0F]/gu;

/** What may need a command: TeX's own signs, and all beyond ASCII with its combining marks. */
const MARKED = /(?:[\\~^{}&%#_$<>|]|[^\0-\x7F])\p{M}*/gu;
/** The same where a combining mark may follow a plain letter: slower, and seldom. */
const MARKED_LETTERS = /(?:[\\~^{}&%#_$<>|]|[^\0-\x7F])\p{M}*|[a-z]\p{M}+/giu;

/**
 * A text as BibTeX and every TeX since 1989 read it: special signs escaped, Latin accents and signs of
 * formulas as commands, the rest as it is.
 */
export function escapeTex(text: string): string {
  const seen = text.replace(UNSEEN, "").replace(/\s+/gu, " ");
  return seen.replace(/\p{M}/u.test(seen) ? MARKED_LETTERS : MARKED, (letter) => {
    const command = COMMANDS[letter] ?? MATH.get(letter);
    if (command !== undefined) return command;
    const [base = "", ...marks] = letter.normalize("NFD");
    if (marks.length === 0 || !/[a-z]/iu.test(base)) return letter;
    return marks.reduce((inner, mark) => {
      const accent = ACCENTS[mark];
      if (accent === undefined) return inner + mark;
      // Dotless letters keep the accent from sitting on a dot. LaTeX sees to that itself for the accents of Western
      // Europe, and what is no TeX reads those letters only as they are.
      const dotless = inner === "j" || (inner === "i" && !"`'^\"".includes(accent));
      const under = dotless ? `\\${inner}` : inner;
      return `{\\${accent}{${under}}}`;
    }, base);
  });
}
