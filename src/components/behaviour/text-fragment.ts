/** Words at either end by which a long passage is found. */
const ENDS = 4;

/** A part of a text directive: `-`, `,` and `&` mean something there (URL Fragment Text Directives, 3.2). */
const encode = (words: readonly string[]) =>
  encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");

/**
 * What follows `#:~:text=` to have a browser mark a passage: all of it if it is short, else its first and last words.
 * `runs` are its stretches of plain text: formulas between them are drawn in signs that a browser does not find.
 */
export function textDirective(runs: readonly string[]): string {
  const words = runs.map((run) => run.trim().split(/\s+/u).filter(Boolean)).filter((run) => run[0]);
  const [first = [], last = []] = [words[0], words.at(-1)];
  if (words.length === 1 && first.length <= 2 * ENDS) return encode(first);
  return `${encode(first.slice(0, ENDS))},${encode(last.slice(-ENDS))}`;
}

/** The text directive of an element on this page. */
export function fragmentOf(element: Element): string {
  const runs = [""];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let formula: Element | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (formula?.contains(node)) continue;
    if (node instanceof Element) {
      if (node.localName !== "math") continue;
      formula = node;
      runs.push("");
    } else runs.push(`${runs.pop() ?? ""}${node.nodeValue ?? ""}`);
  }
  return textDirective(runs);
}
