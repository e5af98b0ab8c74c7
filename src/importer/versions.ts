import { fold } from "../paper/fold.ts";
import type { AuthorField } from "./authors.ts";
import { keepOrcids, personOf } from "./authors.ts";
import { digestValue } from "./digest.ts";
import type { EntryData, EntryFile, Field } from "./entry-file.ts";
import { FIELDS } from "./entry-file.ts";
import type { LedgerLine } from "./ledger.ts";

const has = (data: EntryData, field: Field) => data[field] !== undefined && data[field] !== null;
const isPublished = (data: EntryData) => has(data, "venue") || has(data, "doi");

/** Whether a list of authors has initials, or stops, where another one of the same people does not. */
function isShorter(next: unknown, now: unknown): boolean {
  if (!Array.isArray(next) || !Array.isArray(now)) return false;
  const [short, full] = [next, now].map((list) => (list as AuthorField[]).map(personOf)) as [
    ReturnType<typeof personOf>[],
    ReturnType<typeof personOf>[],
  ];
  const letters = (given: string) => fold(given).replace(/[^\p{L}]/gu, "");
  const sum = (people: typeof short) =>
    people.reduce((n, { given }) => n + letters(given).length, 0);
  const isSame = short.every(({ family, given }, i) => {
    const other = full[i];
    if (!other || fold(other.family) !== fold(family)) return false;
    const [a, b] = [letters(given), letters(other.given)];
    return a === "" || (a.length <= b.length && a[0] === b[0]);
  });
  return isSame && (short.length < full.length || sum(short) < sum(full));
}

/**
 * What a record may tell an entry where both are versions of one paper. A preprint only adds to what was published;
 * the day of first publication never moves to a later version's; nothing is told again with less precision.
 */
export function tellable(
  incoming: { data: EntryData; body: string },
  file: EntryFile,
  line: LedgerLine | undefined,
): { data: EntryData; body: string } {
  const { data: now } = file;
  const data = { ...incoming.data };
  const [from, to] = [data.date, now.date].map((date) =>
    typeof date === "string" ? date : "",
  ) as [string, string];
  const isFromPreprint = has(data, "arxiv") && !isPublished(data);
  const isFromVenue = isPublished(data) && (!has(data, "arxiv") || !isPublished(now));
  const isSameDay = from !== "" && from !== to && to.startsWith(from);
  if (isSameDay || (isFromVenue && has(now, "arxiv") && to !== "" && from > to)) delete data.date;
  if (isShorter(data.authors, now.authors)) delete data.authors;
  else if (Array.isArray(data.authors) && Array.isArray(now.authors))
    data.authors = keepOrcids(data.authors as AuthorField[], now.authors as AuthorField[]);
  const wasPublished = (["venue", "doi"] as const).some(
    (field) => has(now, field) && digestValue(now[field]) === line?.fields[field],
  );
  if (!isFromPreprint || !wasPublished) return { data, body: incoming.body };
  for (const field of FIELDS)
    if (has(now, field) && !(field === "date" && from < to)) Reflect.deleteProperty(data, field);
  return { data, body: file.body === "" ? incoming.body : "" };
}
