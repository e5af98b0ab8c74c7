import type { Catalog } from "./types.ts";

/** Addresses that lead on to a paper: path below the base, without slashes around it, and the key. */
export function listRedirects(catalog: Catalog): { path: string; key: string }[] {
  const redirects = new Map<string, string>();
  for (const paper of catalog.papers) {
    if (paper.arxiv !== undefined && !redirects.has(`abs/${paper.arxiv}`))
      redirects.set(`abs/${paper.arxiv}`, paper.key);
  }
  for (const [alias, key] of catalog.aliases) redirects.set(`papers/${alias}`, key);
  return [...redirects].map(([path, key]) => ({ path, key }));
}
