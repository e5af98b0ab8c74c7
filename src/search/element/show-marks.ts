import type { KeptMarks } from "./kept-marks.ts";
import { MARKS } from "./kept-marks.ts";

/**
 * How marks look. In a title lines stand so close that a ground behind the words would cover what reaches down from the
 * line above: there they are underlined.
 */
const STYLES = `
::highlight(found) { background-color: var(--color-mark) }
:is(h1, h1 *)::highlight(found) { background-color: transparent;
  text-decoration: underline .125em var(--color-accent); text-underline-offset: .15em }`;

const escape = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** Every place of a text where one of the words stands whole, as pairs of start and end. */
export function findWords(text: string, words: readonly string[]): [start: number, end: number][] {
  if (words.length === 0) return [];
  const any = words
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join("|");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(whole)].map((match) => [match.index, match.index + match[0].length]);
}

/** Marks the words that led here in the title and the abstract, without touching the page's markup. */
export function showMarks(): void {
  const kept = JSON.parse(sessionStorage.getItem(MARKS) ?? "null") as KeptMarks | null;
  sessionStorage.removeItem(MARKS);
  if (kept?.path !== location.pathname + location.hash || typeof Highlight === "undefined") return;
  const found = new Highlight();
  for (const root of document.querySelectorAll("main h1, main .abstract")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const [start, end] of findWords(node.nodeValue ?? "", kept.words)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        found.add(range);
      }
  }
  if (!CSS.highlights.has("found")) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    document.adoptedStyleSheets.push(sheet);
  }
  CSS.highlights.set("found", found);
}
