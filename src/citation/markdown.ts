import { formatDate } from "../paper/dates.ts";
import { describePlace } from "../paper/place.ts";
import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import { outLinks } from "./links.ts";

/** A paper's page as Markdown, for notes and for machines that read it. */
export function toMarkdown(paper: Paper, urls: Urls): string {
  const facts = [
    paper.authors.map((author) => author.name).join(", "),
    [paper.date ? formatDate(paper.date) : "", paper.venue?.label ?? "", ...describePlace(paper)]
      .filter(Boolean)
      .join(" · "),
    outLinks(paper)
      .map((link) => `[${link.label}](${link.url})`)
      .join(" · "),
  ].filter((fact) => fact !== "");
  const source = urls.absolute(urls.paper(paper.key));
  return `# ${paper.titleSource}\n\n${facts.join("\n\n")}\n\n## Abstract\n\n${paper.abstract.markdown ?? paper.abstract.text}\n\nSource: ${source}\n`;
}

/** Papers under a name: a topic, an author, a year. */
export interface PaperList {
  name: string;
  /** A sentence on it; may be empty. */
  about: string;
  /** The page's path. */
  path: string;
  papers: readonly Paper[];
}

/** Authors that a line of a list names before "et al.". */
const NAMED = 3;

function lineOf(paper: Paper, urls: Urls): string {
  const names = paper.authors.slice(0, NAMED).map(({ name }) => name);
  const rest = paper.authors.length > NAMED ? " et al." : "";
  const facts = [
    names.join(", ") + rest,
    paper.date ? formatDate(paper.date) : "",
    paper.venue?.label ?? "",
    ...outLinks(paper).map(({ label, url }) => `[${label}](${url})`),
  ].filter((fact) => fact !== "");
  // A bracket of the title must not end the link.
  const title = paper.titleSource.replace(/[[\]]/gu, "\\$&");
  const link = `[${title}](${urls.absolute(urls.paper(paper.key))})`;
  return [`- ${link}`, ...(facts.length === 0 ? [] : [`  ${facts.join(" · ")}`])].join("\n");
}

/** A list's page as Markdown: every paper of it, on however many pages it stands. */
export function listToMarkdown({ name, about, path, papers }: PaperList, urls: Urls): string {
  const count = `${String(papers.length)} ${papers.length === 1 ? "paper" : "papers, newest first"}.`;
  const head = [`# ${name}`, ...(about === "" ? [] : [about]), count].join("\n\n");
  const lines = papers.map((paper) => lineOf(paper, urls)).join("\n");
  return `${head}\n\n${lines}\n\nSource: ${urls.absolute(path)}\n`;
}

/** What an index lists: a topic, a venue; `path` leads to its page or, where it has one, its Markdown. */
export interface IndexEntry {
  name: string;
  path: string;
  papers: number;
  /** A sentence on it; may be empty. */
  about: string;
}

/** An index as Markdown: what it lists, each with how many papers it has. */
export function indexToMarkdown(
  { name, path, entries }: { name: string; path: string; entries: readonly IndexEntry[] },
  urls: Urls,
): string {
  const lines = entries.map((entry) => {
    const link = `[${entry.name.replace(/[[\]]/gu, "\\$&")}](${urls.absolute(entry.path)})`;
    const count = `${String(entry.papers)} ${entry.papers === 1 ? "paper" : "papers"}`;
    return `- ${link} (${count})${entry.about === "" ? "" : `: ${entry.about}`}\n`;
  });
  return `# ${name}\n\n${lines.join("")}\nSource: ${urls.absolute(path)}\n`;
}
