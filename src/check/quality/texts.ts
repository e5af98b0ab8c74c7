import type { PaperEntry } from "../../loader/read-entry.ts";
import type { Problem } from "../../paper/problem.ts";
import { finding } from "./kinds.ts";
import { lineAt, lineOfBody, lineOfField } from "./places.ts";

/** What is to be judged: an entry as it was read, and its file. */
export interface Judged {
  key: string;
  file: string;
  source: string;
  read: PaperEntry;
}

/** Words; an abstract outside of these is looked at. */
const SHORT = 25;
const LONG = 600;

/** Characters that no abstract has: replaced, private, control, of text read in the wrong encoding. */
const ODD =
  /[\uFFFD\p{Co}\p{Cc}\u200B\u2060\uFEFF\u00AD]|[ÃÂ][\u0080-\u00BF]|â€[\u0080-\u00BF™œ]|[ﬀ-ﬆ]/u;
const NEWLINES = /[\n\r\t]/gu;

const NAMES: Readonly<Record<string, string>> = {
  "\uFFFD": "a character that was lost",
  "\u200B": "a space of no width",
  "\u2060": "a joiner that nobody sees",
  "\uFEFF": "a byte-order mark",
  "\u00AD": "a soft hyphen",
};

function nameOdd(text: string): string {
  const known = NAMES[text];
  if (known !== undefined) return known;
  if (/^[ÃÂâ]/u.test(text)) return `"${text}": text read in the wrong encoding`;
  if (/^[ﬀ-ﬆ]/u.test(text)) return `the ligature "${text}"`;
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function findOdd({ file, source }: Judged): Problem[] {
  const found = ODD.exec(source.replace(NEWLINES, " "));
  if (!found) return [];
  const around = source
    .slice(Math.max(0, found.index - 20), found.index + 20)
    .replace(/\s+/gu, " ");
  const message = `${nameOdd(found[0])} in "${around.replace(ODD, "�")}"`;
  return [finding("odd-characters", file, lineAt(source, found.index), message)];
}

/** TeX commands and environments outside of formulas, and tags and references of HTML, in words that readers see. */
const LEFT =
  /\\[a-zA-Z]{2,}|\\begin\{|[_^]\{|<\/?(?:p|b|i|em|sub|sup|span|div|br|jats:\w+)\b[^<>]{0,80}>|&(?:amp|lt|gt|nbsp|quot|#\d{2,6});/u;

function findLeft({ file, source, read }: Judged): Problem[] {
  const places = [
    ["title", read.title, lineOfField(source, "title")],
    // Formulas show as TeX in no text: what looks like TeX there is none of them.
    ["abstract", withoutMath(read.abstract.tex ?? read.abstract.text), lineOfBody(source)],
  ] as const;
  return places.flatMap(([name, text, line]) => {
    const found = LEFT.exec(text);
    return found
      ? [
          finding(
            "left-markup",
            file,
            line,
            `${name}: "${found[0].slice(0, 40)}" is shown as it is`,
          ),
        ]
      : [];
  });
}

/** A text in whose formulas stand between dollar signs, without them. */
const withoutMath = (text: string) =>
  text.replace(/\$\$[^$]{0,4000}\$\$|(?<!\\)\$[^$]{0,4000}\$/gu, " ");

/** A formula that could not be made is shown as its source: see the loader. */
const UNDRAWN = /<code class="tex">([^<]*)<\/code>/gu;

function findMath({ file, source, read }: Judged): Problem[] {
  const html = `${read.titleHtml}\n${read.abstract.html}`;
  const broken = [...html.matchAll(UNDRAWN)].map(([, tex = ""]) => tex);
  const [first] = broken;
  if (first === undefined) return [];
  const more = broken.length > 1 ? `, and ${String(broken.length - 1)} more` : "";
  const line = read.titleHtml.includes('class="tex"')
    ? lineOfField(source, "title")
    : lineOfBody(source);
  return [
    finding(
      "broken-math",
      file,
      line,
      `"${first.slice(0, 60)}" is no TeX that can be drawn${more}`,
    ),
  ];
}

function findLength({ file, source, read }: Judged): Problem[] {
  const { text } = read.abstract;
  const line = lineOfBody(source);
  if (text.trim() === "") return [finding("no-abstract", file, 1, "the paper has no abstract")];
  const words = text.split(/\s+/u).filter(Boolean).length;
  const tell = (kind: "short-abstract" | "long-abstract") =>
    finding(kind, file, line, `the abstract has ${words.toLocaleString("en")} words`);
  // Chinese and Japanese put no spaces between words.
  const isSpaced = text.length / words < 20;
  if (words < SHORT && isSpaced) return [tell("short-abstract")];
  if (words > LONG) return [tell("long-abstract")];
  const end = text.trimEnd().slice(-60);
  if (/(?:\.\.\.|…|\b(?:and|or|of|the|a|to|in|with|for|that|we)|[,;:(-])$/iu.test(end))
    return [finding("cut-abstract", file, line, `the abstract ends in "…${end.slice(-40)}"`)];
  return [];
}

function findTitle({ file, source, read }: Judged): Problem[] {
  const { title } = read;
  const letters = title.replace(/[^\p{L}]/gu, "");
  const upper = letters.replace(/[^\p{Lu}]/gu, "").length;
  const isShouted =
    letters.length >= 12 && upper / letters.length > 0.8 && /\s/u.test(title.trim());
  const fault = isShouted
    ? "is in capitals"
    : /(?<!\.|\b(?:etc|vs|al|Inc|Jr))\.$/u.test(title)
      ? "ends in a full stop"
      : title.length > 300
        ? `has ${String(title.length)} characters`
        : /^(?:untitled|title|abstract|no title|test)$|^[^\p{L}\p{N}]*$/iu.test(title)
          ? "says nothing"
          : undefined;
  if (fault === undefined) return [];
  return [
    finding("odd-title", file, lineOfField(source, "title"), `"${title.slice(0, 80)}" ${fault}`),
  ];
}

/** What is wrong with the words of an entry. */
export const judgeTexts = (entry: Judged): Problem[] => [
  ...findLength(entry),
  ...findMath(entry),
  ...findOdd(entry),
  ...findLeft(entry),
  ...findTitle(entry),
];
