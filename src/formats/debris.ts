import { mathSign } from "../paper/text/tex-symbols.ts";

/** What the programs of publishers and archives leave in abstracts that pass through them, none of it an author's. */

/** IEEE Xplore declares the namespaces of formulas in every tag: `<sub xmlns:mml="…" xmlns:xlink="…">2</sub>`. */
const NAMESPACES = /(?<=<[a-z][\w:-]{0,40})(?:\s{1,9}xmlns(?::\w{1,20})?="[^"<>]{0,200}")+/giu;

/** What its oldest abstracts end with, `<<ETX>>`, also after a program took it for a tag and closed it. */
const END_OF_TEXT = /(?:<\s{0,3})?<ETX>(?:\s{0,3}(?:>|&gt;)?\s{0,3}<\/ETX>|>)/giu;

/** A soft hyphen, as readers of PDF name a glyph that they have no character for: every early NeurIPS paper has some. */
const SOFT_HYPHENS = /\(cid:173\)/gu;

/** Ligatures, by their places in TeX's first fonts (OT1; Knuth, The TeXbook, appendix F): `classi(cid:12)er`. */
const LIGATURES = /\(cid:1([1-5])\)(?=[\p{Ll}-])/gu;
const LETTERS: Readonly<Record<string, string>> = { 1: "ff", 2: "fi", 3: "fl", 4: "ffi", 5: "ffl" };

/** The carriage return of a line's end in XML, with the `\n` after it as a program wrote it. */
const RETURNS = /(?:&#13;|&#xd;)(?:\\n)?/giu;

/** TeX's own words that begin with an n: all else that follows a word as `\nframework` is a line's end. */
const LINE_ENDS =
  /(?<=(?:^|[\s(])[\p{L}\p{N}'’-]{1,30}[.,;:)]?)\\n(?=\p{Ll}{2})(?!(?:abla|atural|earrow|eg|eq|ewcommand|ewline|ewpage|exists|geq|gtr|leq|less|mid|obreak|obreakspace|oindent|olimits|onumber|ormal(?:font|size)|ot|otin|parallel|sim|um|warrow)(?![a-z]))/gu;

/** A dash guarded by braces, as PMLR writes it; `\text{—}` is a command's. */
const GUARDED_DASH = /(?<!\\[A-Za-z]{1,20})\{([—–]|-{2,3})\}/gu;

/** A quotation that `"` opens and TeX's sign closes. */
const HALF_QUOTED = /"(?=[\p{L}\p{N}])([^"“”`'\n]{1,120})''/gu;

/** The blank that a tag left behind before a comma or a point: `on YouTube . Our`. */
const BLANK_BEFORE = /(?<=[\p{L}\p{N})\]”"’%$>}]) (?=[.,](?:\s|$))/gu;

/** `\href` whose braces were stripped, as at the CVF: the address, and the word that led there. */
const BARE_LINK = /\\href\s{1,9}(https?:\/\/[^\s{}]{1,500})\s{1,9}([^\s{}\\]{1,500})/gu;

const withLink = (_: string, address: string, word: string): string => {
  if (/^https?:/u.test(word)) return word;
  const [, inner = word, after = ""] = /^(.*?)([.,;:)]*)$/u.exec(word) ?? [];
  return `[${inner}](${address})${after}`;
};

/** Formulas between signs that were written out: OpenReview's dollars, escaped once too often. */
const DOLLARS = /\\textdollar(?![a-z])\s?([^$]{1,300}?)\\textdollar(?![a-z])/gu;

const withDollars = (text: string) =>
  text.replace(DOLLARS, (_, tex: string) => `$${tex.replace(/\\\^\{\}/gu, "^").trim()}$`);

/** A formula of Springer's, as the whole document that it was drawn from. */
const DOCUMENT =
  /\\documentclass\s*(?:\[[^\]]{0,20}\])?\s*\{minimal\}[^$]{0,600}?\\begin\{document\}\s*(\${1,2})([^$]{1,600})\1\s*\\end\{document\}/gu;

/** Letters and digits as they are typed: `ℝ` and `𝑅` are `R`. */
const signsIn = (text: string): string[] => text.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? [];

/** What a formula shows of letters and digits; commands that stand for none are gone. */
const signsOf = (tex: string) =>
  signsIn(tex.replace(/\\([A-Za-z]+)/gu, (_, name: string) => mathSign(name) ?? " "));

/** The longest reading that is looked for, in UTF-16 units. */
const LONGEST_READING = 200;

/**
 * A text without the plain reading of a formula that ends it: `at a rate of O(1/T)`, before `O(1/\sqrt{T})`. As it was
 * where its end says something else.
 */
function withoutReading(text: string, tex: string): string {
  let left = signsOf(tex);
  if (left.length === 0) return text;
  const tail = Array.from(text.slice(-LONGEST_READING));
  for (let at = tail.length - 1; at >= 0; at -= 1) {
    const signs = signsIn(tail[at] ?? "");
    if (signs.join("") !== left.slice(left.length - signs.length).join("")) return text;
    left = left.slice(0, left.length - signs.length);
    if (left.length > 0) continue;
    // Half a word is no formula.
    if (/[\p{L}\p{N}]/u.test(tail[at - 1] ?? "")) return text;
    return text.slice(0, text.length - tail.slice(at).join("").length);
  }
  return text;
}

function withFormulas(text: string): string {
  let [made, done] = ["", 0];
  for (const match of text.matchAll(DOCUMENT)) {
    const [whole, , tex = ""] = match;
    made = `${withoutReading(made + text.slice(done, match.index), tex)}$${tex.trim()}$`;
    done = match.index + whole.length;
  }
  return made + text.slice(done);
}

/** Text whose tags are as HTML and JATS have them, without what IEEE Xplore puts into and after them. */
export const withoutXplore = (text: string): string =>
  text.includes("<") ? text.replace(NAMESPACES, "").replace(END_OF_TEXT, "") : text;

/** An abstract without the marks of programs that it passed through. Words stay as they are. */
export function withoutDebris(text: string): string {
  const formulas = text.includes("\\documentclass") ? withFormulas(text) : text;
  const tex = formulas.includes("\\")
    ? withDollars(formulas).replace(LINE_ENDS, "\n").replace(BARE_LINK, withLink)
    : formulas;
  return tex
    .replace(RETURNS, "\n")
    .replace(SOFT_HYPHENS, "-")
    .replace(LIGATURES, (sign, place: string) => LETTERS[place] ?? sign)
    .replace(GUARDED_DASH, "$1")
    .replace(HALF_QUOTED, '"$1"')
    .replace(BLANK_BEFORE, "");
}
