import { orcidIn } from "../../paper/orcid.ts";
import { readNamedOrcids, readPlacedOrcids, withNamedOrcids, withPlacedOrcids } from "../orcids.ts";
import type { SourceAuthor } from "../record.ts";

/** Fields that have authors' numbers: BibLaTeX's annotation, Web of Science's list, what people write. */
export const ORCID_FIELDS = ["author+an:orcid", "author+an", "orcid-numbers", "orcid"] as const;

/** One number for each author, in their order; gaps count. */
function listed(text: string, count: number): ReadonlyMap<number, string> {
  const parts = text.split(/\s*[;,]\s*|\s+and\s+/u);
  if (parts.length !== count) return new Map();
  return new Map(
    parts.flatMap((part, at) => {
      const orcid = orcidIn(part);
      return orcid === undefined ? [] : [[at + 1, orcid] as const];
    }),
  );
}

/** Authors of an entry with their ORCID iDs, and the names of the fields that tell them. */
export function addOrcids(
  authors: readonly SourceAuthor[],
  fields: ReadonlyMap<string, string>,
): { authors: SourceAuthor[]; used: string[] } {
  let known = [...authors];
  const used: string[] = [];
  const count = () => known.filter((author) => "orcid" in author).length;
  for (const name of ORCID_FIELDS) {
    const text = fields.get(name);
    if (text === undefined) continue;
    const before = count();
    known = name.startsWith("author+an")
      ? withPlacedOrcids(known, readPlacedOrcids(text))
      : name === "orcid-numbers"
        ? withNamedOrcids(known, readNamedOrcids(text))
        : withPlacedOrcids(known, listed(text, known.length));
    if (count() > before) used.push(name);
  }
  return { authors: known, used };
}
