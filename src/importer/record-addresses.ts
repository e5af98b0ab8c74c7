import { join } from "node:path";
import { listAddresses } from "../addresses/present.ts";
import { extendRegistry, REGISTRY } from "../addresses/registry.ts";
import { readOptional } from "../addresses/settled.ts";
import type { Known } from "../paper/known.ts";
import { toPaper } from "../paper/paper.ts";
import type { Paper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { readEntryFile } from "./entry-file.ts";

const UNREAD = { title: "", titleHtml: "", abstract: { html: "", text: "", sentences: [] } };

/** Addresses need fields, not prose. */
function readPaper(key: string, text: string, known: Known): Paper[] {
  const { data, success } = paperSchema.safeParse(readEntryFile(text)?.data);
  return success ? [toPaper(key, data, UNREAD, known)] : [];
}

/**
 * The registry of a content folder with the addresses of entries (key to file text) and of imports (ids) added. Undefined where the folder
 * keeps none, or nothing is new.
 */
export function extendAddresses(
  contentDir: string,
  entries: Iterable<[key: string, text: string]>,
  imports: readonly string[],
  known: Known,
): string | undefined {
  const present = readOptional(join(contentDir, REGISTRY));
  if (present === "") return undefined;
  const papers = [...entries].flatMap(([key, text]) => readPaper(key, text, known));
  return extendRegistry(present, listAddresses({ papers, topics: [], imports }));
}
