import { formatDate } from "../paper/dates.ts";
import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import { outLinks } from "./links.ts";

/** A paper's page as Markdown, for notes and for machines that read it. */
export function toMarkdown(paper: Paper, urls: Urls): string {
  const facts = [
    paper.authors.map((author) => author.name).join(", "),
    [paper.date ? formatDate(paper.date) : "", paper.venue?.label ?? ""]
      .filter(Boolean)
      .join(" · "),
    outLinks(paper)
      .map((link) => `[${link.label}](${link.url})`)
      .join(" · "),
  ].filter((fact) => fact !== "");
  const source = urls.absolute(urls.paper(paper.key));
  return `# ${paper.titleSource}\n\n${facts.join("\n\n")}\n\n## Abstract\n\n${paper.abstract.markdown ?? paper.abstract.text}\n\nSource: ${source}\n`;
}
