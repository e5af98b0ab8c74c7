/** HTML as the tests read it. The pages are checked for well-formedness elsewhere; this reads what is sound. */

/** A start tag. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Where it begins, counted in characters. */
  at: number;
}

/** What a page consists of, in order. */
export type Token =
  | ({ kind: "start" } & Tag)
  | { kind: "end"; name: string }
  | { kind: "text"; text: string }
  /** The inside of a `script` or `style`. */
  | { kind: "raw"; of: Tag; text: string };

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u{A0}",
};

/** Character references as characters; a name that no page of ours writes is an error. */
export function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z][a-z0-9]*);/giu, (whole, name: string) => {
    if (/^#x/iu.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    const character = NAMED[name];
    if (character === undefined) throw new Error(`unknown character reference ${whole}`);
    return character;
  });
}

const TAG = /<!--.*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gisu;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of source.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ""));
  return attributes;
}

/** The tokens of a page. */
export function tokens(html: string): Token[] {
  const found: Token[] = [];
  const text = (from: number, to: number) => {
    if (to > from) found.push({ kind: "text", text: decode(html.slice(from, to)) });
  };
  let done = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    text(done, match.index);
    done = TAG.lastIndex;
    const [, slash, written, rest = ""] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (slash !== "") {
      found.push({ kind: "end", name });
      continue;
    }
    const tag: Tag = { name, attributes: readAttributes(rest), at: match.index };
    found.push({ kind: "start", ...tag });
    if (name !== "script" && name !== "style") continue;
    const end = html.toLowerCase().indexOf(`</${name}`, done);
    const until = end < 0 ? html.length : end;
    found.push({ kind: "raw", of: tag, text: html.slice(done, until) });
    TAG.lastIndex = done = until;
  }
  text(done, html.length);
  return found;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;
const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|details|dialog|div|dl|dt|figure|footer|form|h\d|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul|option|template)$/u;

/** What stands inside the first element that `picks` accepts, itself included; empty when there is none. */
export function within(page: readonly Token[], picks: (tag: Tag) => boolean): Token[] {
  const start = page.findIndex((token) => token.kind === "start" && picks(token));
  const first = page[start];
  if (first?.kind !== "start") return [];
  let depth = 0;
  for (let at = start; at < page.length; at += 1) {
    const token = page[at];
    if (token?.kind === "start" && token.name === first.name && !VOID.test(token.name)) depth += 1;
    if (token?.kind === "end" && token.name === first.name) depth -= 1;
    if (depth === 0) return page.slice(start, at + 1);
  }
  return page.slice(start);
}

/** The same without the elements of some names and all that is in them. */
export function without(page: readonly Token[], names: readonly string[]): Token[] {
  const kept: Token[] = [];
  let depth = 0;
  for (const token of page) {
    const named =
      token.kind === "start" || token.kind === "end" ? names.includes(token.name) : false;
    if (named && token.kind === "start") depth += 1;
    if (depth === 0) kept.push(token);
    if (named && token.kind === "end") depth -= 1;
  }
  return kept;
}

/**
 * The text that a reader sees: no scripts, no styles, not the TeX that MathML carries along as an
 * annotation. Blocks are apart by a space; runs of white space are one.
 */
export function visibleText(page: readonly Token[]): string {
  return without(page, ["annotation", "annotation-xml", "title"])
    .map((token) => {
      if (token.kind === "text") return token.text;
      return (token.kind === "start" || token.kind === "end") && BLOCK.test(token.name) ? " " : "";
    })
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The start tags of a page. */
export const tagsOf = (page: readonly Token[]): Tag[] =>
  page.filter((token) => token.kind === "start");

/** An attribute, or an empty text. */
export const attribute = (tag: Tag | undefined, name: string): string =>
  tag?.attributes.get(name) ?? "";

/** Whether a tag has a class. */
export const hasClass = (tag: Tag, name: string): boolean =>
  attribute(tag, "class").split(/\s+/u).includes(name);
