import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";
import { fold } from "../paper/fold.ts";
import type { Doubles } from "./doubles.ts";
import type { Draft } from "./draft.ts";
import type { Identity } from "./ledger.ts";
import type { Library } from "./library.ts";
import type { Telling } from "./likeness.ts";
import { isAlike, isOtherText, isOtherTitle } from "./likeness.ts";
import { romanName } from "./romanise.ts";

/** What names one paper alone, and what it is called. */
const IDS = { arxiv: "arXiv id", doi: "DOI" } as const;

type Id = keyof typeof IDS;

/** Who has an identifier already. */
export interface Holder {
  identity: Identity;
  /** Where it stands: its key, or file and line. */
  place: string;
  /** What it says: asked for only where that decides, for it may lie in a file. */
  tell: () => Told;
}

/** What a paper says, its year, and the words of all its authors' names. */
interface Told extends Telling {
  names: readonly string[];
  year: number | undefined;
}

/** The words of names, however a source spells them: in Latin letters, `Müller` and `Mueller` as one, no initials. */
export const nameWords = (people: readonly { name: string }[]): string[] =>
  people.flatMap(({ name }) =>
    name
      .normalize("NFC")
      .split(/[^\p{L}\p{M}]+/u)
      .map((word) => fold(romanName(word)).replace(/(?<=[aou])e/gu, ""))
      .filter((word) => word.length > 1),
  );

export const holderOf = (draft: Draft): Holder => ({
  identity: draft.identity,
  place: `${draft.record.source}:${String(draft.record.line)}`,
  tell: () => ({
    title: draft.title,
    abstract: draft.abstract,
    names: nameWords(draft.authors),
    year: draft.year,
  }),
});

const meet = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.some((each) => b.includes(each));

/** From preprint to publication it takes so many years at most, where nothing else tells that it is one paper. */
const YEARS = 2;

/**
 * Whether papers of authors in common, whose titles are not, are two: their years or their texts are others. A list of
 * somebody's own papers has that name in each of them. Under another first author one year is enough.
 */
function isOfOther(a: Told, b: Told, isSameFirst: boolean): boolean {
  if (!isOtherTitle(a.title, b.title)) return false;
  const years = Math.abs((a.year ?? b.year ?? 0) - (b.year ?? a.year ?? 0));
  return years > (isSameFirst ? YEARS : 0) || isOtherText(a.abstract, b.abstract);
}

/**
 * Whether two papers with one identifier are two all the same: a chapter has its book's DOI, a line was copied. Hardly
 * anything but the identifier may be common to them: no key in one file, no title, no text, and no name of an author
 * unless the rest tells them apart.
 */
export function isAnother(a: Holder, b: Holder): boolean {
  const [x, y] = [a.identity, b.identity];
  if (x.family === undefined || y.family === undefined || meet(x.titles, y.titles)) return false;
  if (meet(x.keys, y.keys) && meet(x.sources, y.sources)) return false;
  const [own, other] = [a.tell(), b.tell()];
  if (isAlike(own, other)) return false;
  return !meet(own.names, other.names) || isOfOther(own, other, x.family === y.family);
}

/**
 * The record without identifiers that another paper has already, of this run or of the content folder, and what is to be
 * said of each. Two entries with one identifier would be one address for two papers.
 */
export function withoutClaimed(
  draft: Draft,
  { doubles, library }: { doubles: Doubles; library: Library },
): { record: SourceRecord; problems: Problem[] } {
  const own = holderOf(draft);
  const record = { ...draft.record };
  const problems: Problem[] = [];
  for (const id of Object.keys(IDS) as Id[]) {
    const value = draft.identity[id];
    if (value === undefined) continue;
    const holders = [
      ...doubles.holders(`${id}:${value}`).map(holderOf),
      ...library.holders(`${id}:${value}`),
    ];
    const [other] = holders;
    if (!other || !holders.every((holder) => isAnother(own, holder))) continue;
    Reflect.deleteProperty(record, id);
    problems.push({
      code: "claimed-id",
      severity: "warning",
      source: record.source,
      line: record.line,
      message: `the ${IDS[id]} ${value} of "${draft.title.slice(0, 80)}" is also that of another paper, "${other.tell().title.slice(0, 80)}" (${other.place}): it is imported without it`,
      hint: `give each paper its own ${IDS[id]}${id === "doi" ? ": that of a chapter is not that of the book" : ""}`,
    });
  }
  return { record, problems };
}
