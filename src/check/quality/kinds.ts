import type { Problem } from "../../paper/problem.ts";

/** What the quality report looks for, in the order in which it tells it: what readers miss most stands first. */
export const KINDS = {
  "no-abstract": {
    title: "Without an abstract",
    hint: "put the abstract below the frontmatter, or import a source that has it",
  },
  "likely-duplicate": {
    title: "Likely duplicates",
    hint: "if it is one paper, keep one entry and give it the other's key as an alias",
  },
  "broken-math": {
    title: "Formulas that cannot be drawn",
    hint: "mend the TeX: until then it is shown as it was written",
  },
  "odd-characters": {
    title: "Odd characters",
    hint: "look the words up in the paper and type them",
  },
  "left-markup": {
    title: "Left-over TeX and HTML",
    hint: "write formulas between dollar signs, everything else in plain words or Markdown",
  },
  "no-authors": { title: "Without authors", hint: "add authors: with a line for each" },
  "odd-name": {
    title: "Names that look odd",
    hint: "write names as `Given Family`; an author who is no person as { name, family } of the same words",
  },
  "no-date": { title: "Without a date", hint: "add date: with what is known, if only the year" },
  "no-venue": {
    title: "Without a venue",
    hint: "add venue: with the year, as ICLR 2025, where the paper has appeared",
  },
  "no-link": {
    title: "Without arXiv id, DOI, page or PDF",
    hint: "add arxiv:, doi:, url: or pdf:, so that readers get to the paper",
  },
  "odd-link": {
    title: "Links that look dead",
    hint: "open it; write the address at which the thing stands, or take the line out",
  },
  "short-abstract": {
    title: "Very short abstracts",
    hint: "see whether the source has all of it",
  },
  "cut-abstract": {
    title: "Abstracts that break off",
    hint: "see whether the source has the rest",
  },
  "long-abstract": {
    title: "Very long abstracts",
    hint: "see whether more than the abstract was copied",
  },
  "odd-title": {
    title: "Titles that look odd",
    hint: "write the title as the paper prints it",
  },
} as const satisfies Record<string, { title: string; hint: string }>;

export type Kind = keyof typeof KINDS;

export const KIND_LIST = Object.keys(KINDS) as Kind[];

/** A finding: no fault that a build would mind, but one that readers do. */
export const finding = (kind: Kind, source: string, line: number, message: string): Problem => ({
  code: kind,
  severity: "warning",
  source,
  line,
  message,
  hint: KINDS[kind].hint,
});
