import type { Terms } from "../manifest.ts";

/** A way to write a concept: indexed forms of words, one after the other. */
export type Form = readonly string[];

/** What a query's words are called elsewhere in the corpus. */
export interface Lexicon {
  /** Parts of a compound written closed: `finetun` gives `fine`, `tune`. */
  partsOf(joined: string): Form | undefined;
  /** What a short form stands for, where it stands for one thing: `peft` gives the words of its long form. */
  longOf(short: string): { form: Form; name: string } | undefined;
  /** The compound of three or more words whose initials these are: `moe` gives `mixture-of-experts`. */
  initialsOf(letters: string): string | undefined;
  /** Everything of several words that is written in several ways, words apart by spaces. */
  phrases(): string[];
  /** The longest run of words from `at` that is written in several ways, with all of these. */
  conceptAt(
    words: Form,
    at: number,
  ): { length: number; forms: Form[]; other: string[] } | undefined;
}

/** Longest long form looked for, in words. */
const LONGEST = 7;

/** Reads what is written in several ways, each word brought to its indexed form by `stem`. */
export function readLexicon(terms: Terms, stem: (word: string) => string): Lexicon {
  const parts = new Map<string, Form>();
  const compounds = new Map<string, Form>();
  const initials = new Map<string, string>();
  for (const compound of terms.compounds === "" ? [] : terms.compounds.split(" ")) {
    const written = compound.split("-");
    const form = written.map(stem);
    if (written.length > 2) initials.set(written.map(([first]) => first).join(""), compound);
    compounds.set(form.join(" "), form);
    const joined = stem(written.join(""));
    if (!parts.has(joined)) parts.set(joined, form);
  }
  const meanings = new Map<string, Map<string, { form: Form; name: string }>>();
  const open = (text: string) =>
    text.split(" ").flatMap((word) => parts.get(stem(word)) ?? [stem(word)]);
  const link = (from: Form, to: Form, name: string) => {
    const key = from.join(" ");
    const known = meanings.get(key) ?? new Map<string, { form: Form; name: string }>();
    meanings.set(key, known.set(to.join(" "), { form: to, name }));
  };
  for (const [short, long] of terms.shortForms) {
    const [a, b] = [open(short), open(long)];
    link(a, b, long);
    link(b, a, short);
    // No rule of stemming sees a plural in `VLMs`.
    const plural = stem(`${short}s`);
    if (a.length > 1 || short.includes(" ") || plural === a[0]) continue;
    link([plural], b, long);
    link(b, [plural], short);
  }
  return {
    partsOf: (joined) => parts.get(joined),
    initialsOf: (letters) => initials.get(letters) ?? initials.get(letters.replace(/s$/u, "")),
    longOf: (short) => {
      const [only, second] = [...(meanings.get(short)?.values() ?? [])];
      return second === undefined && only && only.form.length > 1 ? only : undefined;
    },
    phrases: () => {
      const all = new Set([...compounds.keys(), ...meanings.keys()]);
      return [...all].filter((key) => key.includes(" "));
    },
    conceptAt: (words, at) => {
      for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
        const run = words.slice(at, at + length);
        const key = run.join(" ");
        const others = [...(meanings.get(key)?.values() ?? [])];
        if (others.length === 0 && !compounds.has(key)) continue;
        const siblings =
          others.length === 1 ? siblingsOf(meanings, others[0]?.form ?? [], key) : [];
        const all = [...others, ...siblings];
        return {
          length,
          forms: [run, ...all.map(({ form }) => form)],
          other: [...new Set(all.map(({ name }) => name))],
        };
      }
      return undefined;
    },
  };
}

/** Other names of the same thing, reached through its one long form: synonyms of a tag. */
function siblingsOf(
  meanings: ReadonlyMap<string, ReadonlyMap<string, { form: Form; name: string }>>,
  long: Form,
  but: string,
): { form: Form; name: string }[] {
  if (long.length < 2) return [];
  return [...(meanings.get(long.join(" ")) ?? [])]
    .filter(([key]) => key !== but)
    .map(([, meaning]) => meaning);
}
