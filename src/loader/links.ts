import { isSafeUrl } from "../paper/text/drawing.ts";
import type { Block, Inline } from "../paper/text/tree.ts";
import type { Urls } from "../urls.ts";

/** A link inside the site, as entries write it: `paper:dao2025improved`, `topic:scaling-laws`, `tag:moe`. */
export interface SiteLink {
  kind: "paper" | "topic" | "tag";
  /** Key or slug. */
  name: string;
}

/** A name as it is, where its `%` stand for characters and where they do not. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Reads `paper:…`, `topic:…` and `tag:…`; undefined for any other address. */
export function parseSiteLink(url: string): SiteLink | undefined {
  const match = /^(paper|topic|tag):([^/#?]+)$/u.exec(url);
  if (!match) return undefined;
  return { kind: match[1] as SiteLink["kind"], name: decoded(match[2] ?? "") };
}

const addressOf = (link: SiteLink, urls: Urls) => urls[link.kind](link.name);

/** Turns a site link into a path below the base; every other address stays. */
export function resolveLink(url: string, urls: Urls): string {
  const link = parseSiteLink(url);
  return link ? addressOf(link, urls) : url;
}

/** Whether a page may link to an address: one of the web, of the site or of the page. */
export function isSafeLink(url: string): boolean {
  // Browsers see through tabs and line ends: `/\t/host` is another host.
  if (/[\t\r\n]/u.test(url)) return false;
  return url.startsWith("#") || parseSiteLink(url) !== undefined || isSafeUrl(url);
}

/** An address with site links as paths; undefined where no page may link to it. */
export const safeAddress = (url: string, urls: Urls): string | undefined =>
  isSafeLink(url) ? resolveLink(url, urls) : undefined;

function resolveInline(node: Inline, urls: Urls): Inline {
  if (!("children" in node)) return node;
  const children = node.children.map((child) => resolveInline(child, urls));
  return node.type === "link"
    ? { ...node, url: resolveLink(node.url, urls), children }
    : { ...node, children };
}

/** The same text with its site links as paths. */
export function resolveLinks(blocks: readonly Block[], urls: Urls): Block[] {
  return blocks.map((block): Block => {
    if (block.type === "list")
      return {
        ...block,
        items: block.items.map((item) => resolveLinks(item, urls)),
      };
    if (block.type === "quote") return { ...block, children: resolveLinks(block.children, urls) };
    if (!("children" in block)) return block;
    return {
      ...block,
      children: block.children.map((child) => resolveInline(child, urls)),
    };
  });
}
