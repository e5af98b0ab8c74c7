import { stem } from "../words/stem.ts";
import type { Finder } from "./find.ts";
import { makeFinder } from "./find.ts";
import { makeLargeFinder } from "./find-large.ts";
import type { Lexicon } from "./lexicon.ts";
import { readLexicon } from "./lexicon.ts";
import type { Graph } from "./neighbours.ts";
import { readNeighbours } from "./neighbours.ts";
import type { Index, Load, ReadFragment } from "./open-index.ts";
import { openIndex } from "./open-index.ts";

/** An open index with what searches share. */
export interface Desk {
  index: Index;
  finder: Finder;
  lexicon: Lexicon;
  /** Where the corpus is large enough for it to help. */
  neighbours?: Graph;
}

/** Opens an index and gets everything ready that searches share. */
export async function openDesk(load: Load, fragment?: ReadFragment): Promise<Desk> {
  const index = await openIndex(load, fragment);
  const { neighbours } = index;
  const toStem = index.manifest.language === "en" ? stem : (word: string) => word;
  const { large } = index.manifest;
  const exact = makeFinder(index);
  return {
    index,
    finder: large ? makeLargeFinder(index, exact) : exact,
    lexicon: readLexicon(index.terms, toStem),
    ...(neighbours ? { neighbours: readNeighbours(neighbours) } : {}),
  };
}
