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
};

/** A text as BibTeX and every TeX since 1989 read it: special signs escaped, Latin accents as commands, the rest as it is. */
export function escapeTex(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/(.)\p{M}*/gu, (letter) => {
    const command = COMMANDS[letter];
    if (command !== undefined) return command;
    const [base = "", ...marks] = letter.normalize("NFD");
    if (marks.length === 0 || !/[a-z]/iu.test(base)) return letter;
    return marks.reduce((inner, mark) => {
      const accent = ACCENTS[mark];
      if (accent === undefined) return inner + mark;
      // Dotless letters keep the accent from sitting on a dot.
      const under = inner === "i" || inner === "j" ? `\\${inner}` : inner;
      return `{\\${accent}{${under}}}`;
    }, base);
  });
}
