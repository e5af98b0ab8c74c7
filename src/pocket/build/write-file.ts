import { createHash } from "node:crypto";
import type { Catalog } from "../../catalog/types.ts";
import { FIRST_SCRIPT } from "../../components/behaviour/first-script.ts";
import { ICON_SHAPES } from "../../components/icon-shapes.ts";
import { escapeHtml } from "../../paper/text/drawing.ts";
import { createUrls } from "../../urls.ts";
import type { Block } from "./write-blocks.ts";

/** What a pocket file is put together from. */
export interface Parts {
  site: { title: string; description: string; language: string };
  app: { script: string; style: string };
  blocks: readonly Block[];
  catalog: Catalog;
  /** An SVG. */
  icon: string;
}

/** Up to this many papers, who has no script can read all of them. */
export const READABLE_UP_TO = 300;

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A script that cannot end its own element. Bundled code has these letters only within strings and patterns, where the
 * escape means the same; anywhere else it would be a fault of syntax, which the first opening would show.
 */
const contained = (script: string) =>
  script.replace(/<(?=\/script|!--|script)/giu, String.raw`\x3C`);

const svg = (name: keyof typeof ICON_SHAPES, size: number) =>
  `<svg aria-hidden="true" width="${String(size)}" height="${String(size)}" viewBox="0 0 24 24" fill="none" ` +
  `stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="${ICON_SHAPES[name]}"/></svg>`;

const urls = createUrls("#/");

const ways = [
  ["Papers", urls.papers(), ""],
  ["Topics", urls.topics(), ""],
  ["Tags", urls.tags(), ""],
  ["Authors", urls.authors(), ""],
  ["Venues", urls.venues(), ""],
  ["Years", urls.years(), ""],
  ["About", urls.about(), "in-menu"],
] as const;

function header(title: string): string {
  const links = ways.map(([name, path, show]) => `<a href="${path}" class="${show}">${name}</a>`);
  return `<header class="page site-head">
<a class="wordmark" href="#/">${svg("desk", 24)} ${escapeHtml(title)}</a>
<button class="icon-button menu-button needs-script" type="button" popovertarget="ways" aria-label="Menu">${svg("menu", 22)}</button>
<nav class="site-nav needs-script" id="ways" popover aria-label="Ways in" data-part="nav">${links.join("")}</nav>
<button class="icon-button theme-switch needs-script" type="button" data-theme-switch aria-keyshortcuts="t"><svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="1.75"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/></svg><span class="sr-only">Switch between light and dark</span></button>
<carrel-search-box class="needs-script" data-part="box"><form class="search-form" role="search" action="#/search/"><input class="field" type="search" name="q" aria-label="Search papers" aria-keyshortcuts="/" placeholder="Search papers" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"><button type="submit" aria-label="Search">${svg("search", 18)}</button></form></carrel-search-box>
</header>`;
}

/** What stands in the file for those who have no script. */
export function plainList(catalog: Catalog, title: string): string {
  const { papers } = catalog;
  if (papers.length > READABLE_UP_TO)
    return (
      `<h1>${escapeHtml(title)}</h1><p>This file holds ${String(papers.length)} papers, compressed. ` +
      "Reading them needs JavaScript, which is off here.</p>"
    );
  const rows = papers.map((paper) => {
    const by = [
      paper.authors.map(({ name }) => name).join(", "),
      paper.date?.iso,
      paper.venue?.label,
    ]
      .filter((fact) => fact !== undefined && fact !== "")
      .join(" · ");
    const text = paper.abstract.text.split(/\n{2,}/u).map((block) => `<p>${escapeHtml(block)}</p>`);
    return `<li class="row"><h2 class="row-title">${paper.titleHtml}</h2><p class="row-by">${escapeHtml(by)}</p><div class="prose">${text.join("")}</div></li>`;
  });
  return `<h1>${escapeHtml(title)}</h1><p>JavaScript is off: search and topics need it, and here are all papers.</p><ol class="rows">${rows.join("")}</ol>`;
}

/** The whole file. The same parts give the same bytes. */
export function writeFile({ site, app, blocks, catalog, icon }: Parts): string {
  const script = contained(app.script);
  const style = app.style.replaceAll("</", "<\\/");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(FIRST_SCRIPT)} ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const data = blocks.map(
    ({ name, bytes }) =>
      `<script type="application/octet-stream" id="block:${name}">${Buffer.from(bytes).toString("base64")}</script>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script>${FIRST_SCRIPT}</script>
<title>${escapeHtml(site.title)}</title>
<meta name="description" content="${escapeHtml(site.description)}">
<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
${header(site.title)}
<main class="page" id="main" tabindex="-1" data-part="main"><noscript>${plainList(catalog, site.title)}</noscript></main>
<footer class="site-foot"><div class="page"><p class="sign">${escapeHtml(site.title)}, in one file. No network, no tracker, no account.</p><ul class="needs-script"><li><a href="${urls.about()}">About this file</a></li></ul></div></footer>
<p class="toast" id="toast" aria-live="polite"></p>
${data.join("\n")}
<script>${script}</script>
</body>
</html>
`;
}
