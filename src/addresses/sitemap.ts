/** Addresses that one file of a sitemap may hold: the protocol's limit is 50,000. */
const MOST = 45_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const element = (name: string, tag: string, addresses: readonly string[]) =>
  `${HEAD}<${name} ${NAMESPACE}>\n${addresses
    .map((address) => `<${tag}><loc>${escape(address)}</loc></${tag}>\n`)
    .join("")}</${name}>\n`;

/**
 * A site's map for crawlers (sitemaps.org): its files by their names.
 *
 * @param pages absolute addresses; they are sorted here.
 * @param at gives the absolute address of one of the files.
 */
export function writeSitemap(
  pages: readonly string[],
  at: (file: string) => string,
): Map<string, string> {
  const sorted = pages.toSorted();
  const files = new Map<string, string>();
  for (let from = 0; from < Math.max(1, sorted.length); from += MOST)
    files.set(
      `sitemap-${String(from / MOST)}.xml`,
      element("urlset", "url", sorted.slice(from, from + MOST)),
    );
  files.set("sitemap-index.xml", element("sitemapindex", "sitemap", [...files.keys()].map(at)));
  return files;
}
