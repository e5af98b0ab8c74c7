import type { SourceRecord } from "../record.ts";
import { arxivIdIn } from "../identifiers.ts";
import { leavesAddress, shortDoiAddress } from "../links.ts";
import { isOnlyAddress } from "./note-address.ts";
import { readTexLine, readVerbatim } from "./read-tex.ts";

/** Fields that a record has whatever they say, or that only say how others are to be read. */
const READ = new Set(
  (
    "title subtitle abstract author date year month day crossref xdata ids keywords keyword author_keywords archiveprefix eprinttype " +
    "primaryclass eprintclass"
  ).split(" "),
);

/** Fields of which the first that says something is read: by what a record has of them. */
const FIRST_OF = {
  venue: ["journaltitle", "journal", "booktitle", "eventtitle", "series"],
  volume: ["volume"],
  issue: ["number", "issue"],
  pages: ["pages", "eid", "articleno", "art_number"],
  publisher: ["publisher", "school", "institution", "organization"],
  date: ["eventdate", "early access date"],
} as const;

/** Names of an entry's fields that say something and of which nothing is in its record. */
export function findUnplaced(
  fields: ReadonlyMap<string, string>,
  record: SourceRecord,
  used: readonly string[],
): string[] {
  const says = (name: string) => readTexLine(fields.get(name) ?? "") !== "";
  const taken = new Set<string>(used);
  for (const [field, names] of Object.entries(FIRST_OF)) {
    const value = record[field as keyof typeof FIRST_OF];
    if (value === undefined) continue;
    const first = names.find(says);
    const text = fields.get(first ?? "");
    // The same under another name, too: `journal` and `journaltitle`.
    for (const name of names) if (fields.get(name) === text) taken.add(name);
  }
  const addresses = [record.arxiv, record.doi, record.url, record.pdf, record.code, record.project];
  const isAddress = (name: string) => {
    const written = readVerbatim(fields.get(name) ?? "");
    if (name === "url") return !leavesAddress(written, record);
    if (name === "doi" && record.url !== undefined && shortDoiAddress(written) === record.url)
      return true;
    if (name === "note" && !isOnlyAddress(written) && arxivIdIn(written) === undefined)
      return false;
    const text = written.toLowerCase();
    return addresses.some((address) => address && text.includes(address.toLowerCase()));
  };
  return [...fields.keys()].filter(
    (name) => !READ.has(name) && !taken.has(name) && says(name) && !isAddress(name),
  );
}
