import type { Redirect } from "./redirects.ts";

/**
 * What hosts take of a `_redirects` file at most: GitLab Pages reads 1,000 rules and 64 KB, Cloudflare 2,000 rules.
 * What does not fit has its page all the same.
 */
const MOST_RULES = 1000;
const MOST_BYTES = 60_000;

const written = (path: string) =>
  path
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");

/**
 * A `_redirects` file, as Cloudflare, Netlify and GitLab Pages read it, from the most needed address on. Only whole
 * addresses: no host's pattern can tell an arXiv id from its version.
 */
export function writeRules(redirects: readonly Redirect[], base: string): string {
  let text = "";
  for (const { from, to } of redirects.slice(0, MOST_RULES)) {
    const rule = `${base}${written(from)} ${base}${written(to)} 301\n`;
    if (text.length + rule.length > MOST_BYTES) break;
    text += rule;
  }
  return text;
}
