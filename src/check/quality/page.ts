import { countText } from "../../paper/tell-problems.ts";
import type { Findings } from "./judge.ts";
import { KINDS } from "./kinds.ts";

/** Rows of one kind on the page; `--json` has all. */
const MOST = 500;

const escape = (text: string) =>
  text.replace(
    /[&<>"]/gu,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c,
  );

/** A part of all papers in per cent; what is there is never told as nothing. */
function share(part: number, papers: number): string {
  const percent = (100 * part) / Math.max(1, papers);
  return percent > 0 && percent < 0.1 ? "< 0.1 %" : `${percent.toFixed(1)} %`;
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:2rem auto;max-width:72rem;padding:0 1.5rem}
h1{font-size:1.75rem}h2{font-size:1.25rem;margin:2.5rem 0 .25rem}p{margin:.25rem 0}table{border-collapse:collapse;margin:.75rem 0;width:100%}
td,th{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top}
.at{font:.875rem/1.5 ui-monospace,monospace;white-space:nowrap;width:1%}.n{font-variant-numeric:tabular-nums;text-align:right}
.quiet{opacity:.75}td{overflow-wrap:anywhere}@media(max-width:40rem){.at,.at+td{display:block;white-space:normal;width:auto}.at{border:0;padding-bottom:0}}`;

/** The quality report as one page that needs nothing else: how much of what, then each finding with file and line. */
export function drawPage(findings: Findings, about: { title: string; papers: number }): string {
  const { title, papers } = about;
  const summary = [...findings].map(
    ([kind, found]) =>
      `<tr><td><a href="#${kind}">${escape(KINDS[kind].title)}</a></td><td class="n">${countText(found.length)}</td><td class="n">${share(new Set(found.map(({ source }) => source)).size, papers)}</td></tr>`,
  );
  const sections = [...findings].map(([kind, found]) => {
    const rows = found
      .slice(0, MOST)
      .map(
        ({ source, line, message }) =>
          `<tr><td class="at">${escape(source)}:${String(line ?? 1)}</td><td>${escape(message)}</td></tr>`,
      );
    const left = found.length - rows.length;
    const more =
      left > 0
        ? `<p class="quiet">… and ${countText(left)} more: <code>npm run check -- --quality --json</code> has all.</p>`
        : "";
    return `<h2 id="${kind}">${escape(KINDS[kind].title)} (${countText(found.length)})</h2>\n<p class="quiet">To mend: ${escape(KINDS[kind].hint)}.</p>\n<table>\n${rows.join("\n")}\n</table>\n${more}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Quality of ${escape(title)}</title>
<style>${STYLE}</style>
<h1>Quality of ${escape(title)}</h1>
<p>${countText(papers)} papers. ${findings.size === 0 ? "Nothing stands out." : "What readers would miss, or stumble over:"}</p>
${findings.size === 0 ? "" : `<table>\n<tr><th>What</th><th class="n">Findings</th><th class="n">Of papers</th></tr>\n${summary.join("\n")}\n</table>`}
${sections.join("\n")}
</html>
`;
}
