import { ARROWS, GREEK } from "./tex-symbols.ts";

/** A repair of words from which only a backslash was lost; `tex` where the outcome is a formula. */
interface WordRule {
  rule: string;
  pattern: RegExp;
  make: (match: RegExpExecArray) => { text: string } | { tex: string } | undefined;
}

const greek = [...GREEK.keys()].filter((name) => name.length > 2).join("|");
const arrows = [...ARROWS.keys()].sort((a, b) => b.length - a.length).join("|");

/** Dashes, quotes and dots as their code points in hexadecimal, the escape before them lost. */
const HEX: Readonly<Record<string, string>> = {
  "2013": "–",
  "2014": "—",
  "2018": "‘",
  "2019": "’",
  "201c": "“",
  "201d": "”",
  "2026": "…",
};

/** In this order. Each holds only where no word of a language can be meant. */
export const WORD_RULES: readonly WordRule[] = [
  {
    rule: "times",
    // `8times 8`, `256times256`, `4.5times`; never `10 times` or `sometimes`.
    pattern: /(?<=\d[KMB]?)times(?: ?(?=\d)|(?![\p{L}\p{N}]))/gu,
    make: () => ({ text: "×" }),
  },
  {
    rule: "hex-character",
    pattern: /(?<=\p{L})x(201[34]|2019|2026)(?=\p{L})/giu,
    make: ([, code = ""]) => ({ text: HEX[code.toLowerCase()] ?? "" }),
  },
  {
    rule: "hex-character",
    pattern: /(?<![\p{L}\p{N}])x(2018|201c)(?=\p{L})|(?<=\p{L})x(201d)(?![\p{L}\p{N}])/giu,
    make: ([, left, right]) => ({ text: HEX[(left ?? right ?? "").toLowerCase()] ?? "" }),
  },
  {
    rule: "arrow",
    // Inside a word, whose letters come first; or alone.
    pattern: new RegExp(
      String.raw`(?<=\p{Ll}\p{L})(?:${arrows})(?=\p{L}{2})|(?<![\p{L}\p{N}_\\-])(?:${arrows})(?![\p{L}\p{N}_])`,
      "gu",
    ),
    make: ([name]) => {
      const sign = ARROWS.get(name);
      return sign === undefined || name === "mapsto" ? undefined : { text: sign };
    },
  },
  {
    rule: "infinity",
    pattern: /(?<![\p{L}\p{N}_\\])infty(?![\p{L}\p{N}_])/gu,
    make: () => ({ text: "∞" }),
  },
  {
    rule: "greek",
    pattern: /(?<![\p{L}\p{N}_\\])var(?:epsilon|phi|theta)(?![\p{L}\p{N}_])/gu,
    make: ([name]) => ({ text: GREEK.get(name) ?? name }),
  },
  {
    rule: "plus-minus",
    pattern: /(?<=\d\.\d{1,4}%?)( ?)pm( ?)(?=\d)/gu,
    make: ([, before = "", after = ""]) => ({ text: `${before}±${after}` }),
  },
  {
    rule: "font-command",
    // `(rm StatsQ)`: `\rm` without its backslash; the shell's rm is followed by no capital.
    pattern: /(?<=^|[\s([{“"])(?:rm|bf|sf) (?=\p{Lu}[\p{L}\p{N}-]*)/gu,
    make: () => ({ text: "" }),
  },
  {
    rule: "bare-math",
    // `alpha B A / r`: a Greek name, then single letters and at least one operator. `delta/theta` is two words.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_\\-])(?:${greek})(?: [A-Z](?![\p{L}\p{N}'’]))* ?[/+*=](?: ?(?:${greek}|[A-Za-z])(?![\p{L}\p{N}'’-])(?: ?[/+*=])?)+`,
      "gu",
    ),
    make: ([formula]) => {
      if (/^[A-Za-z]{2,}(?: ?\/ ?[A-Za-z]{2,})+$/u.test(formula)) return undefined;
      const end = formula.replace(/[/+*= ]+$/u, "");
      if (end !== formula || /(?:^|[\s/+*=])[aI]$/u.test(formula)) return undefined;
      return { tex: formula.replace(/[A-Za-z]{2,}/gu, (name) => `\\${name}`) };
    },
  },
];
