import type { Draft } from "./drafts.ts";
import { finish, tidy } from "./drafts.ts";
import { pairTokens } from "./pairs.ts";
import type { Repair } from "./repair.ts";
import type { Token } from "./scan.ts";
import { scanLine } from "./scan.ts";
import type { Meaning } from "./tex-commands.ts";
import { citeKeys, COMMANDS, SWITCHES } from "./tex-commands.ts";
import { unicodeScript } from "./tex-symbols.ts";
import { Traced } from "./traced.ts";
import type { Inline } from "./tree.ts";
import { inlineText } from "./tree.ts";

/** A line read: `display` formulas stand between the stretches of text that they part. */
export type LinePart = { type: "inline"; children: Inline[] } | { type: "display"; tex: string };

interface Frame {
  /** Index of the token that ends it. */
  end: number;
  children: Draft[];
  close: (children: Draft[]) => void;
}

/** Deeper than anybody writes; what is nested deeper loses its styles, not its words. */
const DEEPEST = 8;

const TAG_STYLES: Readonly<Record<string, "emphasis" | "strong">> = {
  i: "emphasis",
  em: "emphasis",
  italic: "emphasis",
  b: "strong",
  strong: "strong",
  bold: "strong",
};

/** A sign that TeX has a way of its own to write, or a formula. */
const isTexSign = (token: Token): boolean =>
  token.kind === "math" || (token.kind === "text" && /^tex-/u.test(token.rule ?? ""));

const isOneWord = (token: Token): boolean =>
  token.kind === "text" && /^[\p{L}\p{M}\p{N}’'-]*$/u.test(token.value);

/** Whether commas or semicolons part what stands there. */
const isList = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === "text" && /^\s*[,;]/u.test(token.value));

class LineReader {
  readonly #line: Traced;
  readonly #tokens: Token[];
  readonly #pairs: ReadonlyMap<number, number>;
  readonly #frames: Frame[];
  readonly #repairs: Repair[];
  readonly #isTitle: boolean;
  #at = 0;

  constructor(line: Traced, repairs: Repair[], isTitle: boolean) {
    this.#line = line;
    this.#tokens = scanLine(line.text);
    this.#pairs = pairTokens(this.#tokens, line.text);
    this.#repairs = repairs;
    this.#isTitle = isTitle;
    this.#frames = [{ end: Infinity, children: [], close: () => undefined }];
  }

  read(): Draft[] {
    while (this.#at < this.#tokens.length) {
      const frame = this.#frames.at(-1);
      if (frame && frame.end === this.#at) {
        this.#frames.pop();
        this.#at += 1;
        frame.close(frame.children);
        continue;
      }
      const token = this.#tokens[this.#at];
      if (token === undefined) break;
      this.#readToken(token);
    }
    return this.#frames[0]?.children ?? [];
  }

  #source = (from: number, to: number) => {
    const source = this.#line.text.slice(from, to);
    return source.length > 160 ? `${source.slice(0, 159)}…` : source;
  };

  #report(rule: string, from: number, to: number, after: string): void {
    this.#repairs.push({
      rule,
      before: this.#source(from, to),
      after,
      offset: this.#line.originOf(from),
    });
  }

  #add(draft: Draft): void {
    this.#frames.at(-1)?.children.push(draft);
  }

  #addWords(value: string, at: number): void {
    const children = this.#frames.at(-1)?.children;
    const last = children?.at(-1);
    const origin = this.#line.originOf(at);
    if (last?.type === "words") last.words.append(value, origin);
    else children?.push({ type: "words", words: new Traced().append(value, origin) });
  }

  /** The token as the text that it is. */
  #addSource(token: Token): void {
    this.#addWords(this.#line.text.slice(token.at, token.end), token.at);
  }

  #readToken(token: Token): void {
    const at = this.#at;
    this.#at += 1;
    switch (token.kind) {
      case "text":
        if (token.rule !== undefined && token.rule !== "")
          this.#report(token.rule, token.at, token.end, token.value);
        this.#addText(token.value, token.at);
        return;
      case "code":
        this.#report(token.rule ?? "", token.at, token.end, token.value);
        this.#add({ type: "node", node: { type: "code", value: token.value } });
        return;
      case "math":
        if (token.rule !== undefined)
          this.#report(token.rule, token.at, token.end, `$${token.tex}$`);
        this.#add(
          token.display && !this.#isTitle && this.#frames.length === 1
            ? { type: "display", tex: token.tex }
            : { type: "node", node: { type: "math", tex: token.tex } },
        );
        return;
      case "link": {
        if (token.rule !== undefined) this.#report(token.rule, token.at, token.end, token.url);
        const words = new Traced().append(token.words, this.#line.originOf(token.at));
        this.#add({ type: "link", url: token.url, children: [{ type: "words", words }] });
        return;
      }
      case "open":
        this.#readGroup(token, at);
        return;
      case "command":
        this.#readCommand(token);
        return;
      case "mark":
      case "tag":
        this.#readMark(token, at);
        return;
      case "close":
        this.#addSource(token);
    }
  }

  /** Words; a space that would double the one before it is dropped with what was taken out there. */
  #addText(value: string, at: number): void {
    const previous = this.#tokens[this.#at - 2];
    const removed = previous?.kind === "text" && previous.rule === "tex-comment";
    this.#addWords(removed ? value.trimStart() : value, at);
  }

  /** Reads on until the token at `end` with what comes in a frame of its own. */
  #enter(end: number, close: (children: Draft[]) => void): void {
    this.#frames.push({ end, children: [], close });
  }

  #isDeep(): boolean {
    return this.#frames.length > DEEPEST;
  }

  /** Braces: `{\bf …}` styles its words; a title's `{BERT}` only guards its capitals; others are text. */
  #readGroup(token: Token, at: number): void {
    const end = this.#pairs.get(at);
    const close = end === undefined ? undefined : this.#tokens[end];
    const first = this.#tokens[at + 1];
    if (end === undefined || close === undefined) {
      this.#addSource(token);
      return;
    }
    const meaning =
      first?.kind === "command"
        ? (SWITCHES.get(first.name) ?? this.#meaningOfRest(first.name, at + 2))
        : undefined;
    if (first && meaning !== undefined) {
      this.#at = at + 2;
      this.#dropSpace();
      this.#openMeaning(meaning, token.at, end, "tex-command");
      return;
    }
    if (end === at + 1 || ((this.#isTitle || this.#isTexGroup(at, end)) && !this.#isDeep())) {
      this.#report("tex-braces", token.at, close.end, this.#source(token.end, close.at));
      if (end === at + 1) this.#at = end + 1;
      else this.#enter(end, (children) => this.#splice(children));
      return;
    }
    this.#addSource(token);
  }

  /**
   * Whether what stands in braces says that they are TeX's own, which no reader sees: a command with its words,
   * `{\\textit{five}}`; a sign or formula alone or within one word, `{\\%}`, `{$x$-axis}`. `{$x$, $y$}` is a set.
   */
  #isTexGroup(at: number, end: number): boolean {
    const inner: Token[] = [];
    for (let next = at + 1; next < end; next = (this.#pairs.get(next) ?? next) + 1) {
      const token = this.#tokens[next];
      if (token !== undefined) inner.push(token);
    }
    const [first, second] = inner;
    if (first?.kind === "command")
      return (
        first.name.length > 1 && (inner.length === 1 || second?.kind === "open") && !isList(inner)
      );
    if (inner.some(({ kind }) => kind === "math") && this.#isSetAt(at, end)) return false;
    return inner.every((token) => isTexSign(token) || isOneWord(token)) && inner.some(isTexSign);
  }

  /** What `{\\textit Some words}` means: a command whose argument has no braces, written as a switch is. */
  #meaningOfRest(name: string, at: number): Meaning | undefined {
    const next = this.#tokens[at];
    const isWords = next?.kind === "text" && /^\s+\S/u.test(next.value);
    return isWords && name.startsWith("text") ? COMMANDS.get(name) : undefined;
  }

  /** Whether a formula goes on about braces between text, or a sign before them says that they are a set's. */
  #isSetAt(at: number, end: number): boolean {
    const [before, open, close, after] = [at - 1, at, end, end + 1].map((n) => this.#tokens[n]);
    const touches =
      (before?.kind === "math" && before.end === open?.at) ||
      (after?.kind === "math" && after.at === close?.end);
    return touches || (before?.kind === "text" && /[=∈]\s?$/u.test(before.value));
  }

  #splice(children: Draft[]): void {
    for (const child of children) {
      if (child.type === "words") this.#addWords(child.words.text, 0);
      else this.#add(child);
    }
  }

  /** The space that ends a command's name. */
  #dropSpace(): void {
    const next = this.#tokens[this.#at];
    if (next?.kind === "text" && next.rule === undefined && /^\s/u.test(next.value)) {
      const value = next.value.trimStart();
      this.#tokens[this.#at] = { ...next, at: next.end - value.length, value };
    }
  }

  /** The argument that follows: index of its opening token, past spaces. */
  #argument(): number | undefined {
    const next = this.#tokens[this.#at];
    const isSpace = next?.kind === "text" && next.value.trim() === "";
    const index = isSpace ? this.#at + 1 : this.#at;
    return this.#tokens[index]?.kind === "open" && this.#pairs.has(index) ? index : undefined;
  }

  #readCommand(token: Token & { kind: "command" }): void {
    const { name } = token;
    if (name === "href") {
      this.#readHref(token);
      return;
    }
    const known = COMMANDS.get(name);
    // Who paid for it, or where it was presented, is no part of a title.
    const meaning = this.#isTitle && known === "aside" ? "nothing" : known;
    if (meaning === "citation" || meaning === "aside") this.#skipOptions();
    const open = meaning === undefined ? undefined : this.#argument();
    const end = open === undefined ? undefined : this.#pairs.get(open);
    if (meaning !== undefined && open !== undefined && end !== undefined) {
      this.#at = open + 1;
      this.#openMeaning(meaning, token.at, end, "tex-command");
      return;
    }
    const group = this.#argument();
    const switched = SWITCHES.get(name);
    if (switched !== undefined && group === undefined) {
      this.#report("tex-command", token.at, token.end, "");
      this.#dropSpace();
      return;
    }
    if (name === "textcolor" && group !== undefined) {
      const inner = (this.#pairs.get(group) ?? group) + 1;
      if (this.#tokens[inner]?.kind === "open" && this.#pairs.has(inner)) {
        this.#at = inner + 1;
        this.#openMeaning("plain", token.at, this.#pairs.get(inner) ?? inner, "tex-command");
        return;
      }
    }
    this.#readMacro(token, open ?? this.#argument());
  }

  /**
   * A name of the author's own, `\\ours` or `\\hl{words}`: what it stood for is lost. Its argument says it, else its name.
   * Where no TeX would stand, as in a path of Windows, it stays as it is.
   */
  #readMacro(token: Token & { kind: "command" }, open: number | undefined): void {
    const before = this.#line.text[token.at - 1] ?? " ";
    const isTex =
      !/^(?:begin|end)$/u.test(token.name) &&
      token.name.length > 1 &&
      /[\s([{“‘"'—–\-/~$*_]/u.test(before) &&
      this.#line.text[token.end] !== "\\";
    const end = open === undefined ? undefined : this.#pairs.get(open);
    if (!isTex || (open !== undefined && open !== this.#at)) {
      this.#addSource(token);
      return;
    }
    if (open !== undefined && end !== undefined && end > open + 1) {
      this.#at = open + 1;
      this.#openMeaning("plain", token.at, end, "author-macro");
      return;
    }
    const close = end === undefined ? undefined : this.#tokens[end];
    this.#report("author-macro", token.at, close?.end ?? token.end, token.name);
    this.#addWords(token.name, token.at);
    if (end !== undefined) this.#at = end + 1;
  }

  #skipOptions(): void {
    const next = this.#tokens[this.#at];
    const option =
      next?.kind === "text" ? /^(?:\[[^[\]]{0,80}\]){1,2}$/u.exec(next.value.trim()) : null;
    if (option) this.#at += 1;
  }

  #readHref(token: Token & { kind: "command" }): void {
    const open = this.#argument();
    const end = open === undefined ? undefined : this.#pairs.get(open);
    const words = end === undefined ? undefined : end + 1;
    const wordsEnd = words === undefined ? undefined : this.#pairs.get(words);
    if (open === undefined || end === undefined) {
      this.#addSource(token);
      return;
    }
    if (words === undefined || wordsEnd === undefined) {
      this.#at = open + 1;
      this.#openMeaning("plain", token.at, end, "tex-command");
      return;
    }
    const [link] = this.#tokens.slice(open + 1, end);
    const url = link?.kind === "link" && end === open + 2 ? link.url : undefined;
    this.#at = words + 1;
    const from = token.at;
    this.#enter(wordsEnd, (children) => {
      this.#report("tex-command", from, this.#tokens[wordsEnd]?.end ?? from, url ?? "");
      if (url === undefined) this.#splice(children);
      else this.#add({ type: "link", url, children });
    });
  }

  #openMeaning(meaning: Meaning, from: number, end: number, rule: string): void {
    if (this.#isDeep()) {
      this.#enter(end, (children) => this.#splice(children));
      return;
    }
    this.#enter(end, (children) => {
      const text = inlineText(finish(children, []));
      this.#report(rule, from, this.#tokens[end]?.end ?? from, meaning === "nothing" ? "" : text);
      this.#closeMeaning(meaning, children, text, from);
    });
  }

  #closeMeaning(meaning: Meaning, children: Draft[], text: string, from: number): void {
    switch (meaning) {
      case "emphasis":
      case "strong":
      case "strike":
        if (text.trim() !== "") this.#add({ type: "style", style: meaning, children });
        return;
      case "code":
        if (text.trim() !== "") this.#add({ type: "node", node: { type: "code", value: text } });
        return;
      case "plain":
        this.#splice(children);
        return;
      case "aside":
        this.#addWords(" (", from);
        this.#splice(children);
        this.#addWords(")", from);
        return;
      case "citation":
        this.#addWords(`${/\s$/u.test(this.#lastWords()) ? "" : " "}(${citeKeys(text)})`, from);
        return;
      case "superscript":
      case "subscript": {
        const kind = meaning === "superscript" ? "^" : "_";
        const small = unicodeScript(kind, text);
        if (small !== undefined) this.#addWords(small, from);
        else if (/^[\w+*-]{1,20}$/u.test(text))
          this.#add({ type: "node", node: { type: "math", tex: `${kind}{${text}}` } });
        else this.#splice(children);
        return;
      }
      case "nothing":
    }
  }

  #lastWords(): string {
    const last = this.#frames.at(-1)?.children.at(-1);
    return last?.type === "words" ? last.words.text : last === undefined ? " " : "";
  }

  #readMark(token: Token & { kind: "mark" | "tag" }, at: number): void {
    if (token.kind === "tag" && (token.name === "br" || token.name === "p")) {
      this.#report("html-tag", token.at, token.end, " ");
      this.#addWords(" ", token.at);
      return;
    }
    const end = this.#pairs.get(at);
    if (end === undefined) {
      this.#addSource(token);
      return;
    }
    if (token.kind === "mark") {
      const meaning = token.mark.length > 1 ? "strong" : "emphasis";
      this.#openMeaning(meaning, token.at, end, "markdown-emphasis");
      return;
    }
    const style = TAG_STYLES[token.name];
    const scripts: Readonly<Record<string, Meaning>> = {
      sub: "subscript",
      sup: "superscript",
      tt: "code",
      code: "code",
    };
    this.#openMeaning(style ?? scripts[token.name] ?? "plain", token.at, end, "html-tag");
  }
}

/** One paragraph, item or title: its parts, with every repair told to `repairs`. */
export function readLine(line: Traced, repairs: Repair[], isTitle = false): LinePart[] {
  const drafts = new LineReader(line, repairs, isTitle).read();
  const parts: LinePart[] = [];
  let stretch: Draft[] = [];
  const endStretch = () => {
    const children = tidy(finish(stretch, repairs));
    if (children.length > 0) parts.push({ type: "inline", children });
    stretch = [];
  };
  for (const draft of drafts) {
    if (draft.type === "display") {
      endStretch();
      parts.push(draft);
    } else stretch.push(draft);
  }
  endStretch();
  return parts;
}
