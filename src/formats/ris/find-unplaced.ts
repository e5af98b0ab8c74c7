import { cleanLine } from "../clean.ts";
import type { SourceRecord } from "../record.ts";
import { ORCID_NOTE } from "./write.ts";
import { leavesAddress } from "../links.ts";
import { hasParagraph } from "./abstract.ts";
import type { TaggedField, TaggedRecord } from "./fields.ts";

/** Tags that a record has whatever they say; and those that only say again, shorter, what another says. */
const READ = new Set(
  (
    "TY ER ID LB TI T1 CT BT ST TT AU A1 PY Y1 DA VL IS SP EP C7 PB DO L1 KW AUID OI " +
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
  const isRead = ({ tag, value }: TaggedField) =>
    tag === "UR" || tag === "LK"
      ? !leavesAddress(value, made)
      : tag === "AB" || tag === "N2"
        ? hasParagraph(abstract, value)
        : READ.has(tag) || isPlaced(value);
  const left = record.fields.filter((field) => /[\p{L}\p{N}]/u.test(field.value) && !isRead(field));
  return [...new Set(left.map(({ tag, own }) => own ?? tag))];
}
