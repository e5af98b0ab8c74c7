import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtDir, isBuilt, ROOT } from "./builds.ts";
import { filesIn } from "./folders.ts";
import type { Token } from "./html.ts";
import { tokens } from "./html.ts";
import { projectDir } from "./stage.ts";

/** A page of a built site. */
export interface Page {
  /** Its file, from the site's folder, with `/`. */
  file: string;
  /** Its path below the base path, without a leading slash: `papers/x/`. */
  path: string;
  html: string;
  tokens: Token[];
}

/** A built site, read. */
export interface BuiltSite {
  dir: string;
  base: string;
  /** Every file, sorted. */
  files: string[];
  pages: Page[];
  read(file: string): Buffer;
}

const pathOf = (file: string) => file.replace(/(^|\/)index\.html$/u, "$1");

const known = new Map<string, BuiltSite>();

/** Reads a built site once a worker. Redirect pages are pages too. */
export function readSite(name = ROOT.name, base = "/"): BuiltSite {
  const kept = known.get(name);
  if (kept) return kept;
  const dir = isBuilt(name) || name !== ROOT.name ? builtDir(name) : join(projectDir, "dist");
  const files = filesIn(dir);
  const read = (file: string) => readFileSync(join(dir, file));
  const pages = files
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = read(file).toString("utf8");
      return { file, path: pathOf(file), html, tokens: tokens(html) };
    });
  const site: BuiltSite = { dir, base, files, pages, read };
  known.set(name, site);
  return site;
}

/** Pages that stand in for others, at whatever address was asked for: they have none of their own. */
export const NOWHERE: ReadonlySet<string> = new Set(["404.html", "offline/lost/index.html"]);

/** A page that leads elsewhere at once. */
export const isRedirect = ({ html }: Page) => /<meta\s+http-equiv="?refresh/iu.test(html);

const PAPER = /^papers\/(?!page\/)([^/]+)\/$/u;

/** The key of a paper's page; undefined for other pages. */
export const keyOf = (page: Page): string | undefined =>
  isRedirect(page) ? undefined : PAPER.exec(page.path)?.[1];

/** Every paper's page. */
export const paperPages = (site: BuiltSite): Page[] =>
  site.pages.filter((page) => keyOf(page) !== undefined);
