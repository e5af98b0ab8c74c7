import { cleanLine } from "../clean.ts";
import type { SourceRecord } from "../record.ts";
import { ORCID_NOTE } from "./write.ts";
import type { TaggedRecord } from "./fields.ts";

/** Tags that a record has whatever they say; and those that only say again, shorter, what another says. */
const READ = new Set(
  (
    "TY ER ID LB TI T1 CT BT ST TT AU A1 AB N2 PY Y1 DA VL IS SP EP C7 PB DO UR LK L1 KW AUID OI " +
    "JF JO JA J1 J2"
  ).split(" "),
);

/** Names of a record's tags that say something and of which nothing is in what was made of it. */
export function findUnplaced(record: TaggedRecord, made: SourceRecord): string[] {
  const { arxiv, doi, url, pdf, code, project, title, venue, abstract } = made;
  const lines = [title, venue].map((text) => cleanLine(text ?? "").toLowerCase());
  const addresses = [arxiv, doi, url, pdf, code, project];
  const isPlaced = (value: string) => {
    const text = cleanLine(value).toLowerCase();
    return (
      lines.includes(text) ||
      addresses.some((address) => address && text.includes(address.toLowerCase())) ||
      abstract.includes(value) ||
      value.startsWith(ORCID_NOTE) ||
      made.authors.some(
        (author) => "orcid" in author && author.orcid && text.includes(author.orcid.toLowerCase()),
      )
    );
  };
  const left = record.fields.filter(
    ({ tag, value }) => !READ.has(tag) && /[\p{L}\p{N}]/u.test(value) && !isPlaced(value),
  );
  return [...new Set(left.map(({ tag, own }) => own ?? tag))];
}
