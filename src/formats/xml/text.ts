import { cleanLine, cleanParagraph } from "../clean.ts";
import type { XmlElement } from "./elements.ts";

/** The elements below an element, by a path of names: `["AuthorList", "Author"]`. */
export function find(element: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) =>
      found.flatMap(({ children }) =>
        children.filter((child) => typeof child !== "string" && child.name === name),
      ) as XmlElement[],
    [element],
  );
}

/** All text in an element, as it stands. */
export function rawText(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : rawText(child)))
    .join("");
}

/** The text of the first element at a path that has any, on one line; undefined where none has. */
export function textAt(element: XmlElement, ...path: string[]): string | undefined {
  return textsAt(element, ...path)[0];
}

/** The texts of all elements at a path, each on one line, without empty ones. */
export const textsAt = (element: XmlElement, ...path: string[]): string[] =>
  find(element, ...path)
    .map((found) => cleanLine(rawText(found)))
    .filter((text) => text !== "");

/** Names of the elements right below an element that say something and are none of these; a space parts names. */
export function findUnplaced(element: XmlElement, read: string): string[] {
  const names = new Set(read.split(" "));
  const left = element.children.filter(
    (child) =>
      typeof child !== "string" &&
      !names.has(child.name) &&
      /[\p{L}\p{N}]/u.test(rawText(child) + Object.values(child.attributes).join("")),
  );
  return [...new Set((left as XmlElement[]).map(({ name }) => name))];
}

/** Elements of text that `readText` knows, by the names that formats give them. */
const INLINE: Readonly<Record<string, string>> = {
  i: "i",
  em: "i",
  italic: "i",
  b: "b",
  strong: "b",
  bold: "b",
  sub: "sub",
  sup: "sup",
  tt: "code",
};

/**
 * Text with its inline markup as the HTML that `readText` reads, and TeX between dollar signs: for titles
 * and abstracts, whose sources write `<i>E. coli</i>` and `<tex-math>n^2</tex-math>`.
 */
export function markedText(element: XmlElement): string {
  const inner = element.children
    .map((child) => (typeof child === "string" ? child : markedText(child)))
    .join("");
  if (element.name === "tex-math") return inner.trim() === "" ? "" : `$${inner.trim()}$`;
  const tag = INLINE[element.name.toLowerCase()];
  return tag === undefined || inner.trim() === "" ? inner : `<${tag}>${inner}</${tag}>`;
}

/** The same, of paragraphs: lines within one are joined, a blank line parts them. */
export const blockText = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === "string" ? child : markedText(child)))
    .join("")
    .split(/\n\s*\n/u)
    .map(cleanParagraph)
    .filter((block) => block !== "")
    .join("\n\n");
