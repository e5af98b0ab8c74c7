import type { Index } from "./open-index.ts";

const ARXIV =
  /^(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/iu;
const DOI = /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+?)[.,;]?$/iu;

/** The arXiv id or DOI that a text is, bare and in lower case, however it is written. */
export function readId(text: string): string | undefined {
  const trimmed = text.trim();
  return (ARXIV.exec(trimmed)?.[1] ?? DOI.exec(trimmed)?.[1])?.toLowerCase();
}

/** The paper that a text names outright: by arXiv id, DOI, key or former key. */
export async function findNamed(index: Index, text: string): Promise<number | undefined> {
  const trimmed = text.trim();
  const id = readId(trimmed);
  const isKey = /^(?=.*[a-z])[a-z0-9][a-z0-9._+-]*$/iu.test(trimmed);
  const [paper] = isKey ? await index.named("key", trimmed) : [];
  if (paper !== undefined) return paper;
  // A former key has digits in it, as keys have; plain words need no list of names.
  if (id === undefined && !(isKey && /\d/u.test(trimmed))) return undefined;
  return (await index.named("id", id ?? trimmed.toLowerCase()))[0];
}
