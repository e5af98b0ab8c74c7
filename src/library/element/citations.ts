import type { CslItem } from "../../citation/styles/item.ts";
import type { StyleName } from "../../citation/styles/names.ts";
import type { ListFormat } from "../../search/element/selection.ts";
import { LIST_TYPES, selectPapers, SOURCES } from "../../search/element/selection.ts";
import type { Urls } from "../../urls.ts";

/** What an export found, and the papers for which the site had nothing. */
export interface Citations {
  text: string;
  missing: string[];
}

/** Formats in which the citations of a list are written. */
export type CitedFormat = ListFormat | "txt";

export const CITED_TYPES: Readonly<Record<CitedFormat, string>> = {
  ...LIST_TYPES,
  txt: "text/plain",
};

/** Requests under way at a time. */
const AT_ONCE = 4;

/** Asks for each in turn, a few at a time; answers in the order of what was asked. */
export async function askAll<T, A>(
  items: readonly T[],
  ask: (item: T) => Promise<A>,
  done: (count: number) => void = () => undefined,
): Promise<A[]> {
  const answers: A[] = [];
  let [next, count] = [0, 0];
  const work = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      answers[at] = await ask(items[at] as T);
      count += 1;
      done(count);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

async function fetchText(path: string): Promise<string | undefined> {
  const answer = await fetch(path);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return answer.text();
}

/**
 * The citations of papers, in their order. From each paper's own files where the site has those (`files`), else out of
 * those of the whole corpus. Rejects where the site cannot be reached.
 */
export async function collectCitations(
  format: CitedFormat,
  keys: readonly string[],
  options: {
    urls: Urls;
    files: boolean;
    /** How references are written. */
    style: StyleName;
    done: (count: number) => void;
  },
): Promise<Citations> {
  const { urls, files, done } = options;
  if (format === "txt") {
    const [{ writeReferences }, { text, missing }] = await Promise.all([
      import("../../citation/styles/write.ts"),
      collectCitations("json", keys, options),
    ]);
    const references = writeReferences(JSON.parse(text) as CslItem[], options.style);
    return { text: references.map((reference) => `${reference}\n`).join("\n"), missing };
  }
  if (!files) {
    const dump = (await fetchText(urls.data(SOURCES[format]))) ?? "";
    return { text: selectPapers(format, dump, keys), missing: [] };
  }
  const texts = await askAll(
    keys,
    (key) => fetchText(urls.paperFile(key, format === "csv" ? "json" : format)),
    done,
  );
  const missing = keys.filter((_, at) => texts[at] === undefined);
  const found = texts.filter((text) => text !== undefined);
  if (format === "json" || format === "csv") {
    const items = found.map((text) => JSON.parse(text) as { id: string });
    const ids = items.map(({ id }) => id);
    return { text: selectPapers(format, JSON.stringify(items), ids), missing };
  }
  const between = format === "ris" ? "" : "\n";
  return { text: found.join(between), missing };
}
