import { escapeHtml } from "../paper/text/drawing.ts";

/** What a page that only leads on needs to know. */
export interface Target {
  /** Path of the page that it leads to, with the base. */
  path: string;
  /** The same with the origin. */
  url: string;
  title: string;
  /** The site's, as in its settings. */
  language: string;
}

/**
 * A page that leads on at once on any static host, and by a link where a browser is told not to. Only its script takes
 * along what stands after # in the address: a sentence.
 */
export function drawRedirect({ path, url, title, language }: Target): string {
  const [at, name] = [escapeHtml(path), escapeHtml(title)];
  const script = `location.replace(${JSON.stringify(path).replaceAll("<", "\\u003c")}+location.hash)`;
  return `<!doctype html><html lang="${escapeHtml(language)}" data-offline="off"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${name}</title><script>${script}</script><meta http-equiv="refresh" content="0; url=${at}"><meta name="robots" content="noindex"><link rel="canonical" href="${escapeHtml(url)}"></head><body><main><h1>This page is elsewhere</h1><p><a href="${at}">${name}</a></p></main></body></html>
`;
}
