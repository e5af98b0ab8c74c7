import type { SourceAuthor, SourceRecord } from "../formats/record.ts";
import { fold } from "../paper/fold.ts";
import { personOf, writeAuthor } from "./authors.ts";
import { ownPage } from "./own-page.ts";
import { isPreprintServer } from "./venue-name.ts";

/** Fields of which a record has one, and which say the same however a source writes them. */
const SINGLE = ["arxiv", "category", "doi", "url", "pdf", "code", "project"] as const;

/** What says where in its venue a paper stands: the published version knows. */
const DETAILS = ["kind", "volume", "issue", "pages", "publisher"] as const;

const hasVenue = ({ venue }: SourceRecord) => venue !== undefined && !isPreprintServer(venue);

/** Names, folded: families, and givens without their points. */
const namesOf = (authors: readonly SourceAuthor[]) =>
  authors.flatMap((author) => {
    const field = writeAuthor(author);
    if (field === undefined) return [];
    const { family, given } = personOf(field);
    return [{ family: fold(family), given: fold(given).replace(/[^\p{L} ]/gu, "") }];
  });

/**
 * Whether the first of two lists of one paper's authors tells more: the second is cut off by "and others",
 * or has initials where the first has names.
 */
export function isFuller(a: readonly SourceAuthor[], b: readonly SourceAuthor[]): boolean {
  const [left, right] = [namesOf(a), namesOf(b)];
  const isPrefix = right.every(({ family }, i) => left[i]?.family === family);
  if (!isPrefix || left.length < right.length) return false;
  if (left.length > right.length) return true;
  const isInitial = ({ given }: { given: string }, i: number) =>
    (left[i]?.given ?? "").startsWith(given.slice(0, 1)) &&
    given.length <= (left[i]?.given.length ?? 0);
  const size = (list: { given: string }[]) =>
    list.reduce((sum, { given }) => sum + given.length, 0);
  return right.every(isInitial) && size(left) > size(right);
}

/** Authors with what the other list knows of them: who stands at the same place under the same family name. */
const shareOrcids = (authors: readonly SourceAuthor[], others: readonly SourceAuthor[]) => {
  const [names, otherNames] = [namesOf(authors), namesOf(others)];
  return authors.map((author, at) => {
    const other = others[at];
    if (other === undefined || "collective" in other || "collective" in author) return author;
    const isSame = names[at]?.family === otherNames[at]?.family;
    const orcid = author.orcid ?? other.orcid;
    return isSame && orcid !== undefined ? { ...author, orcid } : author;
  });
};

/** The day of first publication and the year of the venue, out of two versions of one paper. */
function datesOf(a: SourceRecord, b: SourceRecord): Pick<SourceRecord, "date" | "venueYear"> {
  const dates = [a.date, b.date].filter((date) => date !== undefined);
  // Of `2024` and `2024-05` the second is the same, told better; a preprint is older than what it became.
  const [first, second = first] = dates.toSorted();
  const isSame = first !== undefined && second?.startsWith(first);
  const date = isSame ? second : hasVenue(a) === hasVenue(b) ? (a.date ?? b.date) : first;
  const published = hasVenue(a) ? a : b;
  const year = published.venueYear ?? Number(published.date?.slice(0, 4));
  return {
    ...(date === undefined ? {} : { date }),
    ...(hasVenue(published) && year > 0 ? { venueYear: year } : {}),
  };
}

/** Two records of one paper as one: the first one's words, the facts of both, the venue of the published version. */
export function combine(a: SourceRecord, b: SourceRecord): SourceRecord {
  const { date: _, venueYear: __, venue: ___, ...rest } = a;
  const venue = [a, b].find(hasVenue)?.venue;
  const keywords = [...new Set([...(a.keywords ?? []), ...(b.keywords ?? [])])];
  const keys = [...(a.otherKeys ?? []), ...(b.sourceKey === undefined ? [] : [b.sourceKey])];
  const otherKeys = [...new Set([...keys, ...(b.otherKeys ?? [])])].filter(
    (key) => key !== a.sourceKey,
  );
  const joined: SourceRecord = {
    ...rest,
    abstract: a.abstract === "" ? b.abstract : a.abstract,
    authors: isFuller(b.authors, a.authors)
      ? shareOrcids(b.authors, a.authors)
      : shareOrcids(a.authors, b.authors),
    ...datesOf(a, b),
    ...(venue === undefined ? {} : { venue }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(otherKeys.length === 0 ? {} : { otherKeys }),
  };
  for (const field of SINGLE) {
    const value = a[field] ?? b[field];
    if (value !== undefined) joined[field] = value;
  }
  const page = ownPage(a) ?? ownPage(b);
  if (page !== undefined) joined.url = page;
  const published = hasVenue(b) && !hasVenue(a) ? b : a;
  const other = published === a ? b : a;
  for (const field of DETAILS) {
    const value = published[field] ?? other[field];
    if (value !== undefined) Object.assign(joined, { [field]: value });
  }
  return joined;
}

/** What two records of one paper tell differently, both values: `doi "10.1/a", there "10.1/b"`. */
export function listConflicts(a: SourceRecord, b: SourceRecord): string[] {
  const differ = (x: string | undefined, y: string | undefined) =>
    x !== undefined && y !== undefined && x !== y && !x.startsWith(y) && !y.startsWith(x);
  const [own, other] = [a, b].map((record) => ({ ...record, url: ownPage(record) }));
  return (["date", "venue", ...DETAILS, ...SINGLE] as const)
    .filter((field) => differ(own?.[field], other?.[field]))
    .map((field) => `${field} "${a[field] ?? ""}", there "${b[field] ?? ""}"`);
}
