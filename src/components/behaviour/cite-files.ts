import { PAGE_WRITERS } from "../../citation/page-paper.ts";
import { readHead } from "./page-head.ts";

/** Where a link of the paper's own leads, by the words on it. */
const linkTo = (words: string) =>
  [...document.querySelectorAll<HTMLAnchorElement>(".paper-links a")].find(
    (link) => link.textContent.trim() === words,
  )?.href;

/** The page's paper as a citation file of this ending. */
export const writeFile = (key: string, format: keyof typeof PAGE_WRITERS): string =>
  PAGE_WRITERS[format]({
    ...readHead(),
    key,
    code: linkTo("Code"),
    project: linkTo("Project"),
  });
