import { gunzipSync } from "node:zlib";
import { readContents, unwrap } from "../bundle/bundle.ts";
import type { IndexRecord } from "./records.ts";
import type { IndexFile } from "./settle.ts";
import { settle } from "./settle.ts";

/** Records under way to Pagefind at once. */
const BATCH = 200;

/** What this project does not show: Pagefind's own interfaces. */
const INTERFACES = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** Says what is wrong as fact, next step, cause. */
function refuse(fact: string, cause: unknown): never {
  const reason = Array.isArray(cause) ? cause.join("; ") : String(cause);
  throw new Error(
    `Search index: ${fact}. Run the build again; if it stays so, reinstall with npm ci. ${reason}`,
  );
}

/** Papers must keep the order in which they were given: their numbers are used by every other file. */
function checkOrder(files: readonly IndexFile[], records: readonly IndexRecord[]): void {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const contents = files.find((file) => file.path.endsWith(".pf_meta"));
  if (!contents) return refuse("Pagefind wrote no table of contents", "");
  const { fragments } = readContents(unwrap(gunzipSync(contents.content)));
  if (fragments.length !== records.length)
    refuse(`Pagefind holds ${String(fragments.length)} papers of ${String(records.length)}`, "");
  for (const [number, path] of fragments.entries()) {
    const { url } = JSON.parse(
      new TextDecoder().decode(unwrap(gunzipSync(byPath.get(path) ?? new Uint8Array()))),
    ) as { url: string };
    if (url !== records[number]?.url) refuse(`Pagefind moved ${url} from its place`, "");
  }
}

/** Indexes records with Pagefind and gives its files, the same for the same records. */
export async function feedPagefind(records: readonly IndexRecord[]): Promise<IndexFile[]> {
  const pagefind = await import("pagefind");
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: records[0]?.language ?? "en",
    });
    if (!index || errors.length > 0) return refuse("Pagefind did not start", errors);
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH);
      const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
      for (const [i, answer] of answers.entries())
        if (answer.errors.length > 0)
          refuse(`Pagefind refused ${batch[i]?.url ?? ""}`, answer.errors);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) refuse("Pagefind wrote no files", written.errors);
    const files = settle(written.files.filter((file) => !INTERFACES.test(file.path)));
    checkOrder(files, records);
    return files;
  } finally {
    await pagefind.close();
  }
}
