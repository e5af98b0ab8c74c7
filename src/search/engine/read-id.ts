import type { Index } from "./open-index.ts";

const ARXIV =
  /^(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*|(?:(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\.)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?[.,;]?$/iu;
const DOI = /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+?)[.,;]?$/iu;

/** The ids that a text may be, bare and in lower case, however they are written: arXiv's own DOIs are arXiv ids first. */
function readIds(text: string): string[] {
  const ids = [ARXIV, DOI].map((form) => form.exec(text)?.[1]?.toLowerCase());
  return ids.filter((id) => id !== undefined);
}

/** The paper that a text names outright: by arXiv id, DOI, key or former key. */
export async function findNamed(index: Index, text: string): Promise<number | undefined> {
  const trimmed = text.trim();
  const isKey = /^(?=.*[a-z])[a-z0-9][a-z0-9._+-]*$/iu.test(trimmed);
  const [paper] = isKey ? await index.named("key", trimmed) : [];
  if (paper !== undefined) return paper;
  // A former key has digits in it, as keys have; plain words need no list of names.
  const former = isKey && /\d/u.test(trimmed) ? [trimmed.toLowerCase()] : [];
  for (const id of new Set([...readIds(trimmed), ...former])) {
    const [named] = await index.named("id", id);
    if (named !== undefined) return named;
  }
  return undefined;
}
