import type { Engine, Request, Response } from "../types.ts";
import { stem } from "../words/stem.ts";
import { makeFinder } from "./find.ts";
import { readLexicon } from "./lexicon.ts";
import type { Load } from "./open-index.ts";
import { fetchFrom, openIndex } from "./open-index.ts";
import type { Desk } from "./rank.ts";
import { search } from "./search.ts";
import { suggest } from "./suggest.ts";

/** What an engine is made with. */
export interface EngineOptions {
  /** The site's base path, with slashes: `/` or `/carrel/`. */
  base: string;
  /** Gives files below `<base>search/`; fetches them when left out. */
  load?: Load;
}

/** Opens an index and gets everything ready that searches share. */
export async function openDesk(load: Load): Promise<Desk> {
  const index = await openIndex(load);
  const toStem = index.manifest.language === "en" ? stem : (word: string) => word;
  return { index, finder: makeFinder(index), lexicon: readLexicon(index.terms, toStem) };
}

/** An engine over the index of a built site. Nothing is loaded before it is needed, everything once. */
export function createEngine({ base, load }: EngineOptions): Engine {
  let opening: Promise<Desk> | undefined;
  const open = () => {
    if (!opening) {
      opening = openDesk(load ?? fetchFrom(`${base}search/`));
      // A failure must not be the last word: the next search tries again.
      opening.catch(() => {
        opening = undefined;
      });
    }
    return opening;
  };
  return {
    search: async (request: Request): Promise<Response> => search(await open(), base, request),
    suggest: async (text, limit) => suggest((await open()).index, base, text, limit),
    warm: async () => {
      await open();
    },
  };
}

export type { Load } from "./open-index.ts";
