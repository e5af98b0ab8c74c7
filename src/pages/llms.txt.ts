import type { APIRoute } from "astro";
import { getCatalog } from "../catalog/index.ts";
import { site } from "../site.ts";

/** What the site is and where its data are, for machines that read prose (llmstxt.org). */
export const GET: APIRoute = async () => {
  const { papers, topics } = await getCatalog();
  const { title, tagline, description, urls } = site;
  const link = (name: string, path: string, about: string) =>
    `- [${name}](${urls.absolute(path)}): ${about}`;
  return new Response(`# ${title}

> ${tagline}

${description} ${String(papers.length)} papers. A paper's address is ${urls.absolute(urls.papers())}KEY/, its arXiv address ${urls.absolute(urls.asset("abs/"))}ID/. Pages of papers and lists name their Markdown in their head.

## Pages

${papers.length > site.perPaperFiles ? "" : `${link("papers.md", urls.twin("papers"), "every paper, newest first")}\n`}${link("tags.md", urls.twin("tags"), "methods, objects and questions, A to Z")}
${link("authors.md", urls.twin("authors"), "by family name")}
${link("venues.md", urls.twin("venues"), "conferences and journals")}
${link("years.md", urls.twin("years"), "by the year in which they first appeared")}

## Data

${link("papers.ndjson", urls.data("papers.ndjson"), "every paper, CSL-JSON, one a line")}
${link("papers.json", urls.data("papers.json"), "the same as one array")}
${link("papers.bib", urls.data("papers.bib"), "every paper as BibTeX")}
${link("papers.ris", urls.data("papers.ris"), "every paper as RIS")}
${link("schema.json", urls.data("schema.json"), "the JSON Schema of a paper in them")}
${link("feed.xml", urls.feed(), "the newest papers")}
${link("changes/feed.xml", urls.changesFeed(), "what the latest imports added, changed and found removed")}

## Topics

${topics.map((topic) => link(topic.name, urls.listFile("topics", topic.slug, "md"), topic.summary)).join("\n")}
`);
};
