import { fragmentOf } from "../layout.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { byFirst, hash, list, pack, read } from "./pagefind-file.ts";

/**
 * Pagefind writes the values of its facets in the order of a hash table, another one every time: the
 * same papers would get other file names at each build. This puts them in order and renames what changed.
 * Fragments are named by their paper's number: digests, which do not compress, are most of the table that
 * every search begins with, and the folder's own name already says what is in it.
 */
export function settle(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const out: IndexFile[] = [];
  const fragments = new Map<string, IndexFile>();
  let contents: IndexFile | undefined;
  let entry: IndexFile | undefined;
  for (const file of files) {
    if (file.path.endsWith(".pf_meta")) contents = file;
    else if (file.path === "pagefind-entry.json") entry = file;
    else if (file.path.endsWith(".pf_filter")) {
      const [facet = "", values] = list(read(file));
      const content = pack([facet, list(values).sort(byFirst)]);
      const name = `${file.path.replace(/^filter\/|_.*$/gu, "")}_${hash(content, 10)}`;
      renamed.set(file.path.replace(/^filter\/|\.pf_filter$/gu, ""), name);
      out.push({ path: `filter/${name}.pf_filter`, content });
    } else if (file.path.endsWith(".pf_fragment")) fragments.set(file.path, file);
    else out.push(file);
  }
  if (!contents || !entry) throw new Error("Pagefind wrote no table of contents.");
  const parts = list(read(contents));
  parts[1] = list(parts[1]).map((page, number) => {
    const [name = "", ...rest] = list(page);
    const file = fragments.get(`fragment/${String(name)}.pf_fragment`);
    if (!file) throw new Error(`Pagefind names a fragment that it did not write: ${String(name)}`);
    const path = fragmentOf(number);
    out.push({ path, content: file.content });
    return [path.replace(/^fragment\/|\.pf_fragment$/gu, ""), ...rest];
  });
  parts[3] = list(parts[3])
    .map((filter) => {
      const [facet = "", file = ""] = list(filter);
      return [facet, renamed.get(String(file)) ?? file];
    })
    .sort(byFirst);
  parts[4] = list(parts[4]).sort(byFirst);
  const content = pack(parts);
  const [, language = "", old = ""] = /^pagefind\.(.*?_)(.*)\.pf_meta$/u.exec(contents.path) ?? [];
  const name = hash(content, 10);
  out.push({ path: `pagefind.${language}${name}.pf_meta`, content });
  const text = new TextDecoder()
    .decode(entry.content)
    .replaceAll(`${language}${old}`, language + name);
  out.push({ path: entry.path, content: new TextEncoder().encode(text) });
  return out.sort((a, b) => (a.path < b.path ? -1 : 1));
}
