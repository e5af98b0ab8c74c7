import { foldTitle } from "../paper/fold.ts";
import type { Draft } from "./draft.ts";
import { digest } from "./digest.ts";

const names = ({ identity }: Draft): string[] => [
  ...(identity.arxiv === undefined ? [] : [`arxiv:${identity.arxiv}`]),
  ...(identity.doi === undefined ? [] : [`doi:${identity.doi}`]),
  ...(identity.keys ?? []).map((key) => `key:${key.toLowerCase()}`),
];

/**
 * Tells records of one run that are the same paper: they share an arXiv id, a DOI or a key; or title and first
 * author. Two that a source gives different keys are different, unless their abstracts are the same too.
 */
export class Doubles {
  readonly #byName = new Map<string, Draft>();
  readonly #byTitle = new Map<string, Draft[]>();

  /** The earlier record of the same paper, if there is one; else this one is remembered. */
  meet(draft: Draft): Draft | undefined {
    const named = names(draft)
      .map((name) => this.#byName.get(name))
      .find(Boolean);
    const earlier =
      named ??
      draft.identity.titles
        .flatMap((title) => this.#byTitle.get(title) ?? [])
        .find((other) => isSame(draft, other));
    if (earlier) return earlier;
    for (const name of names(draft)) this.#byName.set(name, draft);
    for (const title of draft.identity.titles)
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), draft]);
    return undefined;
  }
}

const differ = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a !== b;

function isSame(a: Draft, b: Draft): boolean {
  if (differ(a.identity.arxiv, b.identity.arxiv) || differ(a.identity.doi, b.identity.doi))
    return false;
  if (differ(a.identity.family, b.identity.family)) return false;
  if (!differ(a.record.sourceKey, b.record.sourceKey)) return true;
  return digest(foldTitle(a.abstract)) === digest(foldTitle(b.abstract));
}
