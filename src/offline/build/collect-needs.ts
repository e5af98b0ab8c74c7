import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a page loads from this site before and after it is drawn: styles, scripts and what they import, icons. */
export function collectNeeds(dir: string, page: string, base: string): string[] {
  const found = new Set<string>([page]);
  const visit = (file: string) => {
    const text = readFileSync(join(dir, file), "utf8");
    const add = (path: string) => {
      if (found.has(path)) return;
      found.add(path);
      if (/\.(?:js|css)$/u.test(path)) visit(path);
    };
    // Every hashed file that a text names, by its address or by its name beside it.
    for (const [, path = ""] of text.matchAll(/["'(=\s]([^"'()=\s>]*_astro\/[^"'()\s>]+)/gu))
      add(path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//u, ""));
    if (file.endsWith(".js"))
      for (const [, name = ""] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/gu))
        add(`_astro/${name}`);
  };
  visit(page);
  return [...found].sort();
}
