import { stem } from "../words/stem.ts";
import { IN_AUTHORS, IN_TITLE } from "../bundle/word-lists.ts";
import type { Chunk } from "../words/fold-token.ts";
import { isSpoken } from "../words/fold-token.ts";
import type { Evidence } from "./evidence.ts";
import type { Finder } from "./find.ts";
import { BEGINS, MEANT, onTheWay } from "./find.ts";
import { Impacts, inAll, NO_IMPACTS, readImpacts, uniteImpacts } from "./impacts.ts";
import type { Form } from "./lexicon.ts";
import type { Index } from "./open-index.ts";
import { once } from "./once.ts";
import type { Term } from "./parse-query.ts";

/** Files that a beginning may load, words that it may stand for beside itself, and postings that they may have together, by share of all papers. */
const PREFIX_FILES = 3;
const PREFIX_WORDS = 60;
const PREFIX_SHARE = 0.25;

/** Findings that are kept: a common word of 100,000 papers takes half a megabyte. */
const KEPT = 80;

/** A finder over the word lists of a large index; phrases that have no list are `exact`'s, which reads places. */
export function makeLargeFinder(index: Index, exact: Finder): Finder {
  const { papers, language } = index.manifest;
  const { spelled } = exact;
  const toStem = language === "en" ? stem : (word: string) => word;
  const unite = (all: readonly Impacts[], sure?: number[]) => uniteImpacts(all, papers, sure);
  const plain = once(async (word) => readImpacts(await index.list(word)), KEPT);
  const word = once(async (typed) => {
    return unite(await Promise.all(spelled(typed).map(plain)));
  }, KEPT);
  const form = once(async (key) => {
    const parts = key.split(" ");
    const [only = ""] = parts;
    if (parts.length === 1) return plain(only);
    const spoken = parts.filter(isSpoken);
    return unite(
      await Promise.all([
        plain(toStem(parts.join(""))),
        spoken.length > 1 ? plain(spoken.join(" ")) : NO_IMPACTS,
      ]),
    );
  }, KEPT);
  const beginning = once(async (letters) => {
    const whole = await word(letters);
    const chosen: string[] =
      whole.size > 0 ? [] : await onTheWay(letters, async (each) => (await plain(each)).size > 0);
    let room = Math.max(papers * PREFIX_SHARE, 1000);
    for (const each of await index.wordsFrom(letters, PREFIX_FILES)) {
      if (each.word === toStem(letters) || each.word.includes(" ")) continue;
      // The commonest comes in however common it is, and after it what there is room for.
      if (chosen.length > 0 && each.papers > room) continue;
      room -= each.papers;
      chosen.push(each.word);
      if (chosen.length === PREFIX_WORDS) break;
    }
    const lists = [whole, ...(await Promise.all(chosen.map(plain)))];
    const sure = whole.size > 0 ? BEGINS : MEANT;
    return unite(
      lists,
      lists.map((list) => (list === whole ? 1 : sure)),
    );
  }, KEPT);
  const columns = (evidence: Evidence) => (evidence instanceof Impacts ? evidence : NO_IMPACTS);
  const unions = new Map<string, Evidence>();
  const chunk = ({ joined, parts }: Chunk) =>
    parts.length === 1 ? word(joined) : form(parts.map(toStem).join(" "));
  return {
    word,
    form: (parts: Form) => form(parts.join(" ")),
    united: (forms, evidence) => {
      const key = forms.map((each) => each.join(" ")).join("|");
      const known = unions.get(key) ?? unite(evidence.map(columns));
      unions.set(key, known);
      const [oldest = key] = unions.keys();
      if (unions.size > KEPT) unions.delete(oldest);
      return known;
    },
    beginning,
    stem: toStem,
    spelled,
    term: async (term: Term) => {
      const { chunks, field, phrase } = term;
      const [only] = chunks;
      if (field === undefined && only && chunks.length === 1) return chunk(only);
      const flag = field === "author" ? IN_AUTHORS : field === "title" ? IN_TITLE : 0;
      if (flag !== 0 && (chunks.length === 1 || !phrase || field === "author"))
        return inAll((await Promise.all(chunks.map(chunk))).map((each) => each.flagged(flag)));
      if (field === undefined) {
        const spoken = chunks.flatMap(({ parts }) => parts.filter(isSpoken).map(toStem));
        const known = await plain(spoken.join(" "));
        if (known.size > 0) return known;
      }
      return exact.term(term);
    },
  };
}
