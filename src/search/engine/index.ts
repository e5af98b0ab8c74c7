import type { Engine, Request, Response } from "../types.ts";
import type { Desk } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Load, ReadFragment } from "./open-index.ts";
import { fetchFrom } from "./open-index.ts";
import { search } from "./search.ts";
import { suggest } from "./suggest.ts";

/** What an engine is made with. */
export interface EngineOptions {
  /** The site's base path, with slashes: `/` or `/carrel/`. */
  base: string;
  /** Gives files below `<base>search/`; fetches them when left out. */
  load?: Load;
  /** Gives what rows show of a paper, by its number; read from the index's own files when left out. */
  fragment?: ReadFragment;
}

/** An engine over the index of a built site. Nothing is loaded before it is needed, everything once. */
export function createEngine({ base, load, fragment }: EngineOptions): Engine {
  const read = load ?? fetchFrom(`${base}search/`);
  let opening: Promise<Desk> | undefined;
  const open = () => {
    if (!opening) {
      opening = openDesk(read, fragment);
      // A failure must not be the last word: the next search tries again.
      opening.catch(() => {
        opening = undefined;
      });
    }
    return opening;
  };
  return {
    search: async (request: Request): Promise<Response> => search(await open(), base, request),
    suggest: async (text, limit) => suggest(await open(), base, text, limit),
    warm: async () => {
      await open();
    },
  };
}

export type { Fragment, Load } from "./open-index.ts";
