import type { Urls } from "../../urls.ts";
import type { LookUp } from "../look-up.ts";
import type { Saved } from "../saved.ts";
import { toSaved } from "../saved.ts";
import type { Shelf } from "../shelf.ts";
import { today } from "../toggle.ts";
import { askAll } from "./citations.ts";

/** Days after which a saved paper's page is asked again. */
const DAYS = 7;

const isOld = ({ checked }: Saved, now: number) =>
  checked === "" || now - Date.parse(checked) > DAYS * 86_400_000;

/** Asks one paper's page what has become of it, and keeps that. */
async function freshenOne(shelf: Shelf, urls: Urls, lookUp: LookUp, key: string): Promise<void> {
  const found = await lookUp(urls.paper(key));
  const checked = today();
  if (found.is === "paper") {
    shelf.rename(key, found.key);
    const saved = shelf.get(found.key);
    // Removed meanwhile: then it stays so.
    if (!saved) return;
    const { gone: _, ...rest } = saved;
    shelf.put({ ...rest, ...found.facts, checked });
  } else if (found.is === "gone") shelf.change(key, { gone: found.why, checked });
  else if (found.is === "nothing") shelf.change(key, { gone: "Its page is not there.", checked });
}

/**
 * Brings what the list shows up to date from the papers' own pages: facts, a key that changed, a paper that was
 * withdrawn. Each at most once a week; what cannot be reached stays as it is.
 */
export async function freshen(
  shelf: Shelf,
  urls: Urls,
  lookUp: LookUp,
  changed: () => void,
): Promise<void> {
  const old = shelf.list().papers.filter((saved) => isOld(saved, Date.now()));
  await askAll(old, ({ key }) => freshenOne(shelf, urls, lookUp, key), changed);
}

/** Puts new entries in the place of broken ones, as far as the papers' pages can tell; gives those that stay broken. */
export async function restore(
  shelf: Shelf,
  urls: Urls,
  lookUp: LookUp,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    const found = await lookUp(urls.paper(key));
    if (found.is === "unreachable") continue;
    const day = today();
    const facts = found.is === "paper" ? { ...found.facts, checked: day } : {};
    shelf.put(toSaved(key, { ...facts, place: shelf.top(), saved: day }));
  }
  await freshen(shelf, urls, lookUp, () => undefined);
}
