import { readAccent } from "./accents.ts";
import { readAddress } from "./addresses.ts";
import type { BareMath } from "./bare-math.ts";
import { readCommandMath, readOrder, readScripted } from "./bare-math.ts";
import type { DollarMath } from "./dollars.ts";
import { findDollars, readDollar } from "./dollars.ts";
import { decodeEntity } from "./entities.ts";
import { firstSentence } from "./sentences.ts";
import { mathSign } from "./tex-symbols.ts";
import { textSign } from "./text-signs.ts";

/** A piece of a line; `rule` is set where its value is not its source. */
export type Token = { at: number; end: number; rule?: string } & (
  | { kind: "text" | "code"; value: string }
  | { kind: "math"; tex: string; display: boolean }
  | { kind: "link"; url: string; words: string }
  | { kind: "command"; name: string }
  | { kind: "open" | "close" }
  | { kind: "mark"; mark: "*" | "**" | "***" | "_"; opens: boolean; closes: boolean }
  | { kind: "tag"; name: string; closing: boolean }
);

const TRIGGER =
  /https?:\/\/|[\\${}`~*_^<&%[]|-{2,}|'{1,2}|"|(?<![\p{L}\p{N}_\\])[OoΩΘ]\(|(?<![\\\p{L}])(?:emph|text(?:bf|it|tt|sc|sf|rm|sl)|mathcal|mathbb|mathbf|mathrm|mathsf)(?=\{)/gu;

const ESCAPED = /^[%&#_{}$]/u;
const TAG = /<(\/?)(?:jats:)?(i|em|italic|b|strong|bold|sub|sup|tt|code|p|br|u|sc)\s*\/?>/iuy;
const CODE = /`([^`\n]{1,100})`(?!`)/uy;
const QUOTED = /(?<![\p{L}\p{N}`])`(?=[\p{L}\p{N}\\$])([^`\n]{1,120}?)'(?![\p{L}\p{N}'])/uy;
const MARKDOWN_LINK = /\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,500})\)/uy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const LINE_SKIP = /^(?:\*|\[-?[\d.]{1,6}(?:pt|em|ex|[cm]m|in)\])/u;

/** A command's name, `\\alpha`, or an accent within a word, `H\\"older`, of which a program has doubled the backslash. */
function isTwiceEscaped(before: string, after: string): boolean {
  const name = /^[A-Za-z]+/u.exec(after)?.[0] ?? "";
  if (mathSign(name) !== undefined || textSign(name) !== undefined) return true;
  return /\p{L}$/u.test(before) && /^["'`^~=.]\{?\p{Ll}/u.test(after);
}

/** Whether two backslashes between these end a line: not in a path, nor before a command or sign that was escaped twice. */
const endsLine = (before: string, after: string): boolean =>
  /^["“‘'(]{0,2}(?:\p{Lu}|\\[A-Za-z]{3})/u.test(after) &&
  !/^[A-Za-z]+\{/u.test(after) &&
  !isTwiceEscaped(before, after) &&
  !/^\P{L}*\p{L}:(?:\\|$)|\\{3}|[\\"“‘'([{]$/u.test(before) &&
  !(/^\P{L}*$/u.test(before) && /^[\w.$-]+\\\w/u.test(after));

/** Reads one line into tokens, left to right, each character once. */
class Scanner {
  readonly tokens: Token[] = [];
  readonly #text: string;
  readonly #dollars: number[];
  readonly #orphans = new Set<number>();
  #nextDollar = 0;
  #done = 0;
  #openQuotes = 0;
  /** Where a quotation in single marks closes that has more in it than words. */
  readonly #singleEnds = new Set<number>();
  #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#dollars = findDollars(text);
  }

  scan(): Token[] {
    TRIGGER.lastIndex = 0;
    let at = 0;
    for (;;) {
      TRIGGER.lastIndex = at;
      const match = TRIGGER.exec(this.#text);
      if (!match) break;
      const found = this.#read(match[0], match.index);
      if (found !== undefined) this.#push(found);
      at = Math.max(match.index + 1, found?.end ?? 0);
      // A run of signs that meant nothing is passed over as one.
      if (found === undefined && /^(?:-{2,}|'')/u.test(match[0]))
        at = match.index + match[0].length;
    }
    this.#flush(this.#text.length);
    return this.tokens;
  }

  #flush(end: number): void {
    if (end > this.#done)
      this.tokens.push({
        kind: "text",
        at: this.#done,
        end,
        value: this.#text.slice(this.#done, end),
      });
    this.#done = Math.max(this.#done, end);
  }

  #push(token: Token): void {
    this.#flush(token.at);
    this.tokens.push(token);
    this.#done = token.end;
  }

  #swap(at: number, end: number, rule: string, value: string): Token {
    return { kind: "text", at, end, rule, value };
  }

  #bare(found: BareMath | undefined): Token | undefined {
    if (found === undefined || found.start < this.#done) return undefined;
    const { start: at, end, rule } = found;
    if (found.text !== undefined) return this.#swap(at, end, rule, found.text);
    return { kind: "math", at, end, rule, tex: found.tex ?? "", display: false };
  }

  #read(trigger: string, at: number): Token | undefined {
    const text = this.#text;
    const before = text[at - 1] ?? "";
    const after = text[at + 1] ?? "";
    if (trigger.startsWith("http")) return this.#readLink(at, at);
    if (trigger.startsWith("--")) return this.#readDash(trigger, at);
    switch (trigger) {
      case "\\":
        return this.#readBackslash(at);
      case "$":
        return this.#readDollar(at);
      case "{": {
        const accent = readAccent(text, at);
        return accent
          ? this.#swap(at, accent.end, "tex-accent", accent.value)
          : { kind: "open", at, end: at + 1 };
      }
      case "}":
        return { kind: "close", at, end: at + 1 };
      case "`":
        return this.#readTick(at);
      case "'":
        return this.#singleEnds.has(at) ? this.#swap(at, at + 1, "tex-quotes", "’") : undefined;
      case "''":
        return this.#openQuotes > 0 ? this.#closeQuote(at, at + 2) : this.#openDoubled(at, before);
      case '"':
        return this.#openQuotes > 0 && !/[\s([]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
          ? this.#closeQuote(at, at + 1)
          : undefined;
      case "~":
        return this.#readTie(at, before, after);
      case "*":
      case "_":
        return (
          this.#bare(trigger === "_" ? readScripted(text, at, this.#done) : undefined) ??
          this.#readMark(at)
        );
      case "^":
        return this.#bare(readScripted(text, at, this.#done));
      case "<":
        return this.#readAngle(at);
      case "&": {
        const entity = decodeEntity(text, at);
        return entity ? this.#swap(at, entity.end, "html-entity", entity.value) : undefined;
      }
      case "%":
        return this.#readComment(at);
      case "[": {
        const link = matchAt(MARKDOWN_LINK, text, at);
        const [whole = "", words = "", url = ""] = link ?? [];
        if (!link || !URL.canParse(url)) return undefined;
        return {
          kind: "link",
          at,
          end: at + whole.length,
          url,
          words: words.replaceAll("`", ""),
          rule: "markdown-link",
        };
      }
      default:
        if (trigger.endsWith("(")) return this.#bare(readOrder(text, at));
        if (trigger.startsWith("math")) return this.#readLostMath(trigger, at);
        return { kind: "command", name: trigger, at, end: at + trigger.length };
    }
  }

  #readLink(at: number, from: number): Token | undefined {
    const address = readAddress(this.#text, from);
    if (!address) return undefined;
    const { url, end } = address;
    const source = this.#text.slice(from, end);
    return {
      kind: "link",
      at,
      end,
      url,
      words: url,
      ...(source === url ? {} : { rule: "address" }),
    };
  }

  #closeQuote(at: number, end: number): Token {
    this.#openQuotes -= 1;
    return this.#swap(at, end, "tex-quotes", "”");
  }

  /** `''teacher''`: closing marks on both sides, as a word processor's habit and DBLP leave them; `don't` is within. */
  #openDoubled(at: number, before: string): Token | undefined {
    if (
      !/^$|[\s([]/u.test(before) ||
      !/^''[\p{L}\p{N}](?:[^'\n]|'(?!')){0,200}''/u.test(this.#text.slice(at, at + 210))
    )
      return undefined;
    this.#openQuotes += 1;
    return this.#swap(at, at + 2, "tex-quotes", "“");
  }

  #readDash(run: string, at: number): Token | undefined {
    const text = this.#text;
    const end = at + run.length;
    const before = text[at - 1] ?? "";
    const after = text[end] ?? "";
    if (run.length > 3 || /[<!>]/u.test(before) || after === ">") return undefined;
    // `--flag`: no dash has a space before it only, unless another one closes what it opened.
    if (
      /^$|[\s`]/u.test(before) &&
      /[a-z]/u.test(after) &&
      !/^[^.]{1,200}?[^\s-]--(?:\s|$)/u.test(text.slice(end, end + 210))
    )
      return undefined;
    return this.#swap(at, end, "tex-dash", run.length === 2 ? "–" : "—");
  }

  #readBackslash(at: number): Token | undefined {
    const text = this.#text;
    const after = text[at + 1] ?? "";
    const accent = readAccent(text, at);
    if (accent) return this.#swap(at, accent.end, "tex-accent", accent.value);
    if (after === "(" || after === "[")
      return this.#readDelimited(at, after === "(" ? "\\)" : "\\]");
    // An ampersand that was escaped for HTML and then for TeX: `\&amp;`.
    const entity = after === "&" ? decodeEntity(text, at + 1) : undefined;
    if (entity) return this.#swap(at, entity.end, "html-entity", entity.value);
    if (ESCAPED.test(after)) return this.#swap(at, at + 2, "tex-escape", after);
    // An accent over nothing is the sign itself.
    if (/^[\^~]\{\}/u.test(text.slice(at + 1, at + 4)))
      return this.#swap(at, at + 4, "tex-escape", after);
    if (/^\\\$\d/u.test(text.slice(at + 1, at + 4)))
      return this.#swap(at, at + 3, "tex-escape", "$");
    if (after === "\\") return this.#readLineEnd(at);
    if (/[,;: ]/u.test(after) && after !== "") return this.#swap(at, at + 2, "tex-space", " ");
    if (/[/@!-]/u.test(after) && /[\p{L}\s]/u.test(text[at + 2] ?? ""))
      return this.#swap(at, at + 2, "tex-space", "");
    // An escape of quotes that TeX does not know.
    if (/[`'"‘’“”]/u.test(after)) return this.#swap(at, at + 1, "tex-escape", "");
    const name = /^[A-Za-z]+/u.exec(text.slice(at + 1, at + 40))?.[0];
    if (name === undefined) return undefined;
    const end = at + 1 + name.length;
    const sign = textSign(name);
    if (sign !== undefined) return this.#readSign(at, end, sign);
    const math = this.#bare(readCommandMath(text, at));
    if (math === undefined) return { kind: "command", name, at, end };
    const lone = math.end === end ? mathSign(name) : undefined;
    return lone === undefined ? math : this.#swap(at, end, "tex-sign", lone);
  }

  /** TeX's end of a line, with the skip that it may name: `First\\[2pt]Second`. */
  #readLineEnd(at: number): Token | undefined {
    const text = this.#text;
    const end = at + 2 + (LINE_SKIP.exec(text.slice(at + 2, at + 16))?.[0].length ?? 0);
    const before = /\S*$/u.exec(text.slice(Math.max(0, at - 100), at))?.[0] ?? "";
    const after = /^\S*/u.exec(text.slice(end, end + 100))?.[0] ?? "";
    return after === "" || endsLine(before, after)
      ? this.#swap(at, end, "tex-space", " ")
      : undefined;
  }

  /** `\ie`, `\LaTeX{}`, `\o `: braces and a space that only end the name go with it; after a word the space is meant. */
  #readSign(at: number, end: number, sign: string): Token {
    const text = this.#text;
    if (text.startsWith("{}", end)) return this.#swap(at, end + 2, "tex-sign", sign);
    // A dash has a space on both sides or on neither.
    const isSpaced = /[–—]/u.test(sign) && /\s/u.test(text[at - 1] ?? "");
    const endsName = /^[ \t\n]\S/u.test(text.slice(end, end + 2)) && !isSpaced;
    if (endsName && !/[A-Za-z.…]$/u.test(sign)) return this.#swap(at, end + 1, "tex-sign", sign);
    // Where the author's own point follows, ours is one too many.
    const doubled = sign.endsWith(".") && text[end] === ".";
    return this.#swap(at, end + (doubled ? 1 : 0), "tex-sign", sign);
  }

  #readDelimited(at: number, closing: string): Token | undefined {
    if (this.#missing.has(closing)) return undefined;
    const close = this.#text.indexOf(closing, at + 2);
    if (close < 0) this.#missing.add(closing);
    const tex =
      close < 0 || close - at > 4000
        ? ""
        : this.#text
            .slice(at + 2, close)
            .replace(/\s+/gu, " ")
            .trim();
    if (tex === "" || tex.length > 2000 || /https?:/u.test(tex)) return undefined;
    return { kind: "math", at, end: close + 2, tex, display: closing === "\\]" };
  }

  #readDollar(at: number): Token | undefined {
    while ((this.#dollars[this.#nextDollar] ?? Infinity) < at) this.#nextDollar += 1;
    if (this.#orphans.has(at)) return this.#swap(at, at + 1, "unclosed-formula", "");
    if (this.#dollars[this.#nextDollar] !== at) return undefined;
    const math: DollarMath | undefined = readDollar(this.#text, this.#dollars, this.#nextDollar);
    if (math === undefined) return undefined;
    if (math.orphan !== undefined) this.#orphans.add(math.orphan);
    const { end, tex, display, rule } = math;
    if (tex === "") return this.#swap(at, end, rule ?? "", "");
    return { kind: "math", at, end, tex, display, ...(rule === undefined ? {} : { rule }) };
  }

  #readTick(at: number): Token | undefined {
    const text = this.#text;
    if (text[at + 1] === "`" && text[at + 2] !== "`" && text[at - 1] !== "`") {
      this.#openQuotes += 1;
      return this.#swap(at, at + 2, "tex-quotes", "“");
    }
    const code = matchAt(CODE, text, at);
    const value = code?.[1];
    if (code && value !== undefined && value.trim() === value && !/'(?![\p{L}\p{N}])/u.test(value))
      return { kind: "code", at, end: at + code[0].length, value, rule: "markdown-code" };
    const quoted = matchAt(QUOTED, text, at);
    if (!quoted) return undefined;
    const [whole, words = ""] = quoted;
    if (!/[\\${}~&<_^*"]|--/u.test(words))
      return this.#swap(at, at + whole.length, "tex-quotes", `‘${words}’`);
    this.#singleEnds.add(at + whole.length - 1);
    return this.#swap(at, at + 1, "tex-quotes", "‘");
  }

  /** TeX's unbreakable space; before a number it may mean "about". */
  #readTie(at: number, before: string, after: string): Token | undefined {
    if (before === "~" || after === "~") return undefined;
    // A dash keeps its space: `Skald~-- and Music`.
    const isDashed = /^(?:-{2,3}|[–—])(?:\s|$)/u.test(this.#text.slice(at + 1, at + 5));
    if (isDashed && !/\s/u.test(before)) return this.#swap(at, at + 1, "tex-tie", " ");
    if (/\s/u.test(before))
      return after === "\\" ? this.#swap(at, at + 1, "tex-tie", "") : undefined;
    if (!/[\p{L}\p{N})\]}$.,:;%'"”’]/u.test(before) || !/[\p{L}\p{N}(\\$[“"`{]/u.test(after))
      return undefined;
    if (/[\d%]/u.test(before) && /\d/u.test(after)) return undefined;
    return this.#swap(at, at + 1, "tex-tie", " ");
  }

  #readMark(at: number): Token | undefined {
    const text = this.#text;
    const char = text[at];
    const run = /^(?:\*+|_+)/u.exec(text.slice(at, at + 8))?.[0] ?? "";
    const before = text[at - 1] ?? " ";
    const after = text[at + run.length] ?? " ";
    if (run.length > 3 || (char === "_" && run.length > 1))
      return this.#swap(at, at + run.length, "", run);
    const spaced = { before: /\s/u.test(before), after: /\s/u.test(after) };
    const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
    const mark = run as "*" | "**" | "***" | "_";
    const opens =
      !spaced.after &&
      (mark === "**" || mark === "***" || (!isWord(before) && !/[*_^)\]}\\]/u.test(before)));
    const closes = !spaced.before && (mark !== "_" || !isWord(after));
    return { kind: "mark", at, end: at + run.length, mark, opens, closes };
  }

  #readAngle(at: number): Token | undefined {
    const text = this.#text;
    const tag = matchAt(TAG, text, at);
    if (tag)
      return {
        kind: "tag",
        name: (tag[2] ?? "").toLowerCase(),
        closing: tag[1] === "/",
        at,
        end: at + tag[0].length,
      };
    if (!/^https?:/iu.test(text.slice(at + 1, at + 7))) return undefined;
    const link = this.#readLink(at, at + 1);
    return link && text[link.end] === ">"
      ? { ...link, end: link.end + 1, rule: "address" }
      : undefined;
  }

  /** A TeX comment whose line end was lost: it was commented out up to the end of its sentence. */
  #readComment(at: number): Token | undefined {
    const text = this.#text;
    if (
      !/^%[A-Z]/u.test(text.slice(at, at + 2)) ||
      !/^$|[.!?]\s$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      return undefined;
    for (const length of [160, 500, 1500]) {
      const rest = text.slice(at + 1, at + 1 + length);
      const sentence = firstSentence(rest);
      // A sentence that fills the window may go on behind it.
      if (sentence === undefined || sentence.end > length - 40) continue;
      const space = /^\s*/u.exec(rest.slice(sentence.end))?.[0].length ?? 0;
      return this.#swap(at, at + 1 + sentence.end + space, "tex-comment", "");
    }
    return undefined;
  }

  /** `mathcal{O}(n)`: the backslash was lost, the braces tell. */
  #readLostMath(name: string, at: number): Token | undefined {
    const group =
      /^\{[^{}$\n]{1,40}\}(?:[_^](?:\{[^{}$\n]{1,40}\}|[A-Za-z0-9]))*(?:\([^()\s$]{1,40}\))?/u.exec(
        this.#text.slice(at + name.length, at + name.length + 160),
      )?.[0];
    if (group === undefined) return undefined;
    const end = at + name.length + group.length;
    return { kind: "math", at, end, tex: `\\${name}${group}`, display: false, rule: "bare-math" };
  }
}

/** The pieces of a line: text, formulas, links, commands and the marks that may pair. Linear time. */
export function scanLine(text: string): Token[] {
  return new Scanner(text).scan();
}
