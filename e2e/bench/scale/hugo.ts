import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Item } from "./records.ts";
import type { Run } from "./run.ts";
import { run } from "./run.ts";

/** The plainest Hugo site of the same records: a page each with title, authors and abstract, and one list. */

const CONFIG = `baseURL = "http://localhost/"
title = "plain"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
`;
const LIST = `<!doctype html><html lang="en"><head><title>all</title></head><body><ul>{{ range first 50 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ delimit .Params.authors ", " }}</p><p>{{ .Params.abstract }}</p></main></body></html>`;

/** Builds it with Hugo and indexes it with Pagefind's own program. */
export async function runHugo(
  items: Iterable<Item>,
  dir: string,
): Promise<[hugo: Run, pagefind: Run]> {
  const content = join(dir, "content");
  for (const folder of ["content", "layouts/_default"])
    mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, "hugo.toml"), CONFIG);
  writeFileSync(join(dir, "layouts/index.html"), LIST);
  writeFileSync(join(dir, "layouts/_default/single.html"), PAGE);
  writeFileSync(join(dir, "layouts/_default/list.html"), LIST);
  for (const { id, title, abstract = "", author = [] } of items) {
    const authors = author.map(({ given = "", family = "" }) => `${given} ${family}`);
    writeFileSync(
      join(content, `${id}.md`),
      `${JSON.stringify({ title, authors, abstract }, undefined, 1)}\n`,
    );
  }
  const out = join(dir, "public");
  rmSync(out, { recursive: true, force: true });
  const hugo = await run("hugo", ["--source", dir, "--destination", out, "--quiet"]);
  return [hugo, await run("node_modules/.bin/pagefind", ["--site", out])];
}
