import { withoutHeading } from "./abstract-heading.ts";
import { withoutDebris, withoutXplore } from "./debris.ts";
import { withoutDoubling } from "./doubled.ts";
import { withoutMathml } from "./mathml.ts";
import { withoutRights } from "./rights.ts";
import { mathInLine, mathOf, withoutTexElements } from "./tex-elements.ts";

/** Elements of HTML and JATS that part blocks, with attributes as HTML writes them: `<div {x}>` is text. */
const BLOCKS =
  /<\/?((?:jats:)?(?:p|div|sec|abstract|abstracttext|list|ul|ol))(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>|(?:<br\s*\/?>\s*){2,}/giu;
const BREAKS = /<(?:br|jats:break)\s*\/?>/giu;
const ITEMS = /<(?:jats:list-item|li)(?:\s[^<>]*)?>/giu;
const ITEM_ENDS = /<\/(?:jats:list-item|li)>/giu;

/** A heading within an abstract, `Background`, begins its paragraph; `Abstract` says nothing. */
const TITLES = /<(jats:title|h[1-6])(?:\s[^<>]*)?>([^<]*)<\/\1>/giu;

/** JATS's names of what HTML has too. */
const SAME: Readonly<Record<string, string>> = {
  italic: "i",
  bold: "b",
  sub: "sub",
  sup: "sup",
  monospace: "code",
};
const INLINE = /<(\/?)jats:([a-z-]+)(?:\s[^<>]*)?(\/?)>/giu;
const TEX = /<(?:jats:)?tex-math(?:\s[^<>]*)?>([^<]*)<\/(?:jats:)?tex-math>/giu;
/** Formulas as MathML beside their TeX, in `alternatives`: the TeX is enough. */
function withoutTwins(text: string): string {
  return text
    .split(/(?=<(?:jats:)?alternatives>)/iu)
    .map((part) => {
      const [whole, inner = ""] =
        /^<(?:jats:)?alternatives>([^]*?)<\/(?:jats:)?alternatives>/iu.exec(part) ?? [];
      const tex = whole === undefined ? undefined : TEX_ALONE.exec(inner)?.[0];
      return whole === undefined || tex === undefined ? part : tex + part.slice(whole.length);
    })
    .join("");
}
const TEX_ALONE = /<(?:jats:)?tex-math(?:\s[^<>]*)?>[^<]*<\/(?:jats:)?tex-math>/iu;

const withMathInLine = (text: string) =>
  text
    .split(/(?=<(?:jats:)?inline-formula[\s>])/iu)
    .map((part, at) => {
      const end = at === 0 ? -1 : part.search(/<\/(?:jats:)?inline-formula>/iu);
      if (end === -1) return part;
      return part.slice(0, end).replace(TEX, (_, tex: string) => mathInLine(tex)) + part.slice(end);
    })
    .join("");

/** Stands behind a heading until its paragraph is joined to it; no text has it, controls are out. */
const JOINT = "\u0000";

/** JATS and HTML, as publishers' abstracts come, as text with the inline markup that `readText` reads. */
function withoutMarkup(text: string): string {
  // A tag without its other half is what somebody writes about; only paragraphs are left open by habit.
  const names = (tags: RegExp) =>
    Array.from(text.matchAll(tags), ([, name = ""]) => name.toLowerCase());
  const opened = new Set(names(/<([\w:-]+)(?=[\s>])/gu));
  const closed = new Set(names(/<\/([\w:-]+)\s*>/gu));
  const isMarkup = (name: string) =>
    opened.has(name.toLowerCase()) &&
    (name.toLowerCase() === "p" || closed.has(name.toLowerCase()));
  return withMathInLine(withoutTwins(text))
    .replace(TEX, (_, tex: string) => mathOf(tex))
    .replace(TITLES, (_, __, title: string) =>
      /^\s*(?:abstract|summary)?[\s.:]*$/iu.test(title)
        ? "\n\n"
        : `\n\n${title.trim().replace(/[.:]$/u, "")}:${JOINT}`,
    )
    .replace(ITEMS, "\n- ")
    .replace(ITEM_ENDS, "")
    .replace(BLOCKS, (tag, name?: string) =>
      name === undefined || isMarkup(name) || tag.endsWith("/>") ? "\n\n" : tag,
    )
    .replace(/\u0000\s*/gu, " ")
    .replace(BREAKS, "\n")
    .replace(INLINE, (_, slash: string, name: string, self: string) => {
      const same = SAME[name.toLowerCase()];
      return same === undefined || self !== "" ? "" : `<${slash}${same}>`;
    });
}

/** Tags that were escaped once too often: `&lt;sub&gt;2&lt;/sub&gt;`. Only in pairs: a tag alone is what somebody writes about. */
const ESCAPED_PAIR =
  /&lt;(i|em|b|strong|sub|sup|p|tt|italic|bold|sc|scp)&gt;([^]{0,2000}?)&lt;\/\1&gt;/giu;

const withTags = (text: string) =>
  text.replace(ESCAPED_PAIR, (_, tag: string, inner: string) => `<${tag}>${inner}</${tag}>`);

/** Signs that were so: Copernicus's abstracts, `&amp;lt;p&amp;gt;We do`, at Crossref and all that harvest there. */
const TWICE_ESCAPED = /&(?:amp;)+(?=(?:lt|gt|amp|quot|apos|nbsp|#\d{2,5});)/gu;

/** What Wiley sets in small capitals; its letters are as they should be read. */
const SMALL_CAPITALS = /<scp>([^<]{0,200})<\/scp>/giu;

/** Text whose inline tags are tags, and those that mean nothing here are gone; its backslashes are single. */
export function tidyMarkup(written: string): string {
  const text = withoutXplore(withoutDoubling(written).replace(TWICE_ESCAPED, "&"));
  // Twice, for a paragraph has others in it.
  const tags = text.includes("&lt;") ? withTags(withTags(text)) : text;
  const plain = withoutAttributes(withLinks(withoutTexElements(tags)));
  const tagged = withoutMathml(plain).replace(SMALL_CAPITALS, "$1");
  return STYLED.test(tagged) && /<\/span\s*>/iu.test(tagged) ? tagged.replace(SPAN, "") : tagged;
}

/** A tag of words with attributes, as web pages have them: `<strong class="x">`. Half of a pair is what somebody writes about. */
const WITH_ATTRIBUTES =
  /<(i|em|b|strong|sub|sup|u|code)(?:\s+[\w:-]{1,40}="[^"<>]{0,200}"){1,9}\s?>/giu;

const withoutAttributes = (text: string) => {
  const closed = new Set(Array.from(text.matchAll(/<\/([a-z]+)>/giu), ([, name = ""]) => name));
  return text.replace(WITH_ATTRIBUTES, (tag, name: string) =>
    closed.has(name) ? `<${name}>` : tag,
  );
};

/** A link of a web page. */
const LINK = /<a\s[^<>]{0,500}?\bhref="([^"<>]{0,500})"[^<>]{0,500}>([^<]{0,500})<\/a\s*>/giu;

/** Links as Markdown has them, which is read further on; one that leads nowhere is its words. */
const withLinks = (text: string) =>
  text.replace(LINK, (_, address: string, words: string) => {
    const isPlain = /^[^[\]\n]{1,200}$/u.test(words) && /^https?:\/\/[^\s()]+$/iu.test(address);
    return isPlain && words !== address ? `[${words}](${address})` : words;
  });

/** How reference managers mark words: `<span class="nocase">`. A bare `<span>` may be what somebody writes about. */
const STYLED = /<span\s+(?:class|style)\s*=[^<>]{0,200}>/iu;
const SPAN = /<span\s+(?:class|style)\s*=[^<>]{0,200}>|<\/span\s*>/giu;

/** Ends of lines that a program has written as the escapes that they are in its strings; CORE's are `\\ud`. */
const TYPED_BREAKS =
  /(?:(?:\\r)?\\n){2,}(?!\s?[a-z])|(?<=[.!?;]\s?)(?:\\r)?\\n(?=\s?[\p{Lu}\d•(])|(?:\\ud(?![\p{L}\p{N}])\s?)+/gu;

/** What stands where there is no abstract. HAL fills an empty one with its audience, or with what HAL is. */
const NONE =
  /^(?:[[(*_]*(?:no abstract(?: (?:is )?(?:available|provided|given|found))?|abstract (?:is )?(?:not available|unavailable)|not available|n\.?\/?a\.?|none|null|undefined|tba|tbd|\?+|(?:inter)?national audience|peer[- ]reviewed|status: published)[\])*_.]*|[-–—.,;:*]+)$/iu;
const OF_ARCHIVE = /^HAL is a multi-?disciplinary open access archive\b/u;

/** What is written on each paper's page of the ACM's library, and in no abstract. */
const OF_PAGE = ["View Profile", "Info & Claims"];

const isNone = (text: string) =>
  (text.length < 40 && NONE.test(text)) ||
  OF_ARCHIVE.test(text) ||
  OF_PAGE.every((words) => text.includes(words));

/**
 * An abstract without the heading that says that it is one and without the block markup of JATS and HTML:
 * paragraphs apart by a blank line. Words stay as they are.
 */
export function tidyAbstract(text: string): string {
  const tagged = tidyMarkup(text);
  const plain = (tagged.includes("<") ? withoutMarkup(tagged) : tagged).trim();
  if (isNone(plain)) return "";
  return withoutDebris(withoutRights(withoutHeading(plain)))
    .replace(TYPED_BREAKS, "\n\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{2,}\s*/gu, "\n\n")
    .trim();
}
