import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";
import { fold } from "../paper/fold.ts";
import type { Doubles } from "./doubles.ts";
import type { Draft } from "./draft.ts";
import type { Identity } from "./ledger.ts";
import type { Library } from "./library.ts";
import type { Telling } from "./likeness.ts";
import { isAlike } from "./likeness.ts";
import { romanName } from "./romanise.ts";

/** What names one paper alone, and what it is called. */
const IDS = { arxiv: "arXiv id", doi: "DOI" } as const;

type Id = keyof typeof IDS;

/** Who has an identifier already. */
export interface Holder {
  identity: Identity;
  /** Where it stands: its key, or file and line. */
  place: string;
  /** What it says, and the words of all its authors' names: asked for only where that decides, for it may lie in a file. */
  tell: () => Telling & { names: readonly string[] };
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
  }),
});

const meet = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.some((each) => b.includes(each));

/**
 * Whether two papers with one identifier are two all the same: a chapter has its book's DOI, a line was copied. Nothing
 * but the identifier may be common to them: no name of an author, no key in one file, no title, no text.
 */
export function isAnother(a: Holder, b: Holder): boolean {
  const [x, y] = [a.identity, b.identity];
  if (x.family === undefined || y.family === undefined || x.family === y.family) return false;
  if (meet(x.titles, y.titles)) return false;
  if (meet(x.keys, y.keys) && meet(x.sources, y.sources)) return false;
  const [own, other] = [a.tell(), b.tell()];
  return !meet(own.names, other.names) && !isAlike(own, other);
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
