import { ORIGIN } from "./builds.ts";
import type { Fault } from "./expect-none.ts";
import type { Tag } from "./html.ts";
import { attribute, tagsOf } from "./html.ts";
import type { BuiltSite, Page } from "./site.ts";

/** Attributes that hold an address, by what following them means. */
const ADDRESSES = ["href", "src", "action", "poster", "data"] as const;

/** Every address in a page, absolute, with the tag it stands on. */
export function addressesOf(page: Page, base: string): { tag: Tag; url: URL; written: string }[] {
  const from = new URL(base + page.path, ORIGIN);
  return tagsOf(page.tokens).flatMap((tag) => [
    ...ADDRESSES.flatMap((name) => {
      const written = tag.attributes.get(name);
      if (written === undefined) return [];
      return [{ tag, url: new URL(written, from), written }];
    }),
    ...attribute(tag, "srcset")
      .split(",")
      .flatMap((candidate) => {
        const written = candidate.trim().split(/\s+/u)[0] ?? "";
        return written === "" ? [] : [{ tag, url: new URL(written, from), written }];
      }),
  ]);
}

/** Whether following or loading an address is a request by the page itself, not by its reader. */
export function isLoaded({ name, attributes }: Tag): boolean {
  if (name === "link") {
    const rel = attributes.get("rel") ?? "";
    return /\b(?:stylesheet|preload|modulepreload|icon|manifest|prefetch|dns-prefetch|preconnect)\b/u.test(
      rel,
    );
  }
  return [
    "script",
    "img",
    "iframe",
    "source",
    "video",
    "audio",
    "object",
    "embed",
    "track",
  ].includes(name);
}

/** The internal links of a site that lead nowhere: no such file, or no such place in it. */
export function findDeadLinks(site: BuiltSite): Fault[] {
  const files = new Set(site.files);
  const pages = new Map(site.pages.map((page) => [page.file, page]));
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: Page) => {
    const known =
      ids.get(page.file) ?? new Set(tagsOf(page.tokens).map((tag) => attribute(tag, "id")));
    ids.set(page.file, known);
    return known;
  };
  const seen = new Map<string, string | undefined>();
  const check = (url: URL): string | undefined => {
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(site.base)) return "leaves the base path";
    const below = path.slice(site.base.length);
    const file = below === "" || below.endsWith("/") ? `${below}index.html` : below;
    if (!files.has(file))
      return files.has(`${below}/index.html`) ? "lacks its last slash" : "leads nowhere";
    const fragment = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/su, "");
    const page = pages.get(file);
    if (fragment === "" || !page || idsOf(page).has(fragment)) return undefined;
    return "has no such place in its page";
  };
  return site.pages.flatMap((page) =>
    addressesOf(page, site.base).flatMap(({ url, written }) => {
      if (url.origin !== ORIGIN) return [];
      const address = url.pathname + url.hash;
      if (!seen.has(address)) seen.set(address, check(url));
      const fault = seen.get(address);
      return fault === undefined ? [] : [{ at: page.path, fault: `${written} ${fault}` }];
    }),
  );
}
