import { createHash } from "node:crypto";
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

const REFRESH = "0; url=";

/** Takes along what stands after # in the address: a sentence. The same on every page, so that one hash names it. */
const SCRIPT = `location.replace(document.querySelector("[http-equiv=refresh]").content.slice(${String(REFRESH.length)})+location.hash)`;

const HASH = createHash("sha256").update(SCRIPT).digest("base64");
const POLICY = `default-src 'none'; script-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`;

/** A page that leads on at once on any static host, with or without scripts, and by a link where a browser is told not to. */
export function drawRedirect({ path, url, title, language }: Target): string {
  const [at, name] = [escapeHtml(path), escapeHtml(title)];
  return `<!doctype html><html lang="${escapeHtml(language)}" data-offline="off"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${name}</title><meta http-equiv="refresh" content="${REFRESH}${at}"><script>${SCRIPT}</script><meta name="robots" content="noindex"><link rel="canonical" href="${escapeHtml(url)}"></head><body><main><h1>This page is elsewhere</h1><p><a href="${at}">${name}</a></p></main></body></html>
`;
}
