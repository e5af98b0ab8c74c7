/**
 * Snowball's English stemmer (Porter 2), as Pagefind stems what it indexes: a query's word must end
 * up where the index put it. Rules after snowballstem.org/algorithms/english/stemmer.html.
 */

const VOWEL = "aeiouy";
const isVowel = (letter: string | undefined) => letter !== undefined && VOWEL.includes(letter);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["skis", "ski"],
  ["skies", "sky"],
  ...["d", "h", "l", "t", "v"].map((letter) => [`${letter}ying`, `${letter}ie`] as const),
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
  ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((w) => [w, w] as const),
]);

const STOPS_AFTER_PLURAL = new Set(
  "inning outing canning herring earring evening proceed exceed succeed".split(" "),
);

const STEP2: readonly (readonly [string, string])[] = [
  ["ization", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["entli", "ent"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ousli", "ous"],
  ["iviti", "ive"],
  ["fulli", "ful"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["izer", "ize"],
  ["ator", "ate"],
  ["alli", "al"],
  ["bli", "ble"],
  ["ogist", "og"],
];

const STEP3: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

const STEP4 = "ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic".split(" ");

/** Where the region after the first vowel-consonant pair at or after `from` begins. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i += 1)
    if (isVowel(word[i - 1]) && !isVowel(word[i])) return i + 1;
  return word.length;
}

/** Whether a word ends in a short syllable: `hop`, `bed`, but not `cow`, `fix`. */
function endsShort(word: string): boolean {
  const n = word.length;
  if (n === 2) return isVowel(word[0]) && !isVowel(word[1]);
  return (
    n > 2 &&
    !isVowel(word[n - 3]) &&
    isVowel(word[n - 2]) &&
    !isVowel(word[n - 1]) &&
    !"wxY".includes(word[n - 1] ?? "")
  );
}

/** Marks consonantal y, so that the vowel test needs no context. */
function markY(word: string): string {
  let out = "";
  for (let i = 0; i < word.length; i += 1) {
    const letter = word[i] ?? "";
    out += letter === "y" && (i === 0 || isVowel(out[i - 1])) ? "Y" : letter;
  }
  return out;
}

const hasVowel = (text: string) => [...text].some(isVowel);

function dropPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ied") || word.endsWith("ies")) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith("us") || word.endsWith("ss") || !word.endsWith("s")) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function dropPast(word: string, p1: number): string {
  const eed = /(?:eedly|eed)$/u.exec(word);
  if (eed) return eed.index >= p1 ? word.slice(0, eed.index + 2) : word;
  const ending = /(?:ingly|edly|ing|ed)$/u.exec(word);
  if (!ending || !hasVowel(word.slice(0, ending.index))) return word;
  const rest = word.slice(0, ending.index);
  if (/(?:at|bl|iz)$/u.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(rest)) return rest.slice(0, -1);
  return endsShort(rest) && p1 >= rest.length ? `${rest}e` : rest;
}

function replaceIn(
  word: string,
  p1: number,
  rules: readonly (readonly [string, string])[],
): string | undefined {
  for (const [ending, to] of rules) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    return at >= p1 ? word.slice(0, at) + to : word;
  }
  return undefined;
}

function step2(word: string, p1: number): string {
  const replaced = replaceIn(word, p1, STEP2);
  if (replaced !== undefined) return replaced;
  const at = word.length;
  if (word.endsWith("ogi") && at - 3 >= p1 && word[at - 4] === "l") return word.slice(0, -1);
  if (word.endsWith("li") && at - 2 >= p1 && /[cdeghkmnrt]li$/u.test(word))
    return word.slice(0, -2);
  return word;
}

function step3(word: string, p1: number, p2: number): string {
  if (word.endsWith("ative")) return word.length - 5 >= p2 ? word.slice(0, -5) : word;
  return replaceIn(word, p1, STEP3) ?? word;
}

function step4(word: string, p2: number): string {
  const ending = STEP4.find((candidate) => word.endsWith(candidate));
  if (ending !== undefined) {
    const at = word.length - ending.length;
    return at >= p2 ? word.slice(0, at) : word;
  }
  if (/[st]ion$/u.test(word) && word.length - 3 >= p2) return word.slice(0, -3);
  return word;
}

function step5(word: string, p1: number, p2: number): string {
  const at = word.length - 1;
  if (word.endsWith("e"))
    return at >= p2 || (at >= p1 && !endsShort(word.slice(0, -1))) ? word.slice(0, -1) : word;
  return word.endsWith("ll") && at >= p2 ? word.slice(0, -1) : word;
}

/** Stems found before: marking texts asks for the same words again and again. */
const known = new Map<string, string>();
const KEPT = 20_000;

/** The stem of a folded lower-case word: `universities` becomes `universiti`. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size > KEPT) known.clear();
  const found = findStem(word);
  known.set(word, found);
  return found;
}

function findStem(word: string): string {
  if (word.length <= 2) return word;
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  let w = markY(word.replace(/^'/u, ""));
  const prefix = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/u.exec(w);
  const p1 = prefix ? prefix[0].length : regionAfter(w, 0);
  const p2 = regionAfter(w, p1);
  w = dropPlural(w.replace(/(?:'s'|'s|')$/u, ""));
  if (STOPS_AFTER_PLURAL.has(w)) return w;
  w = dropPast(w, p1);
  if (w.length > 2 && /[yY]$/u.test(w) && !isVowel(w[w.length - 2])) w = `${w.slice(0, -1)}i`;
  w = step5(step4(step3(step2(w, p1), p1, p2), p2), p1, p2);
  return w.replaceAll("Y", "y");
}

/**
 * A folded word without the endings that only bend it, plural, past and -ing: `optimizers` and `optimizer` are one,
 * `optimal`, which has the same stem, is another.
 */
export function unbend(word: string): string {
  const singular = dropPlural(word.replace(/'s?$/u, ""));
  return dropPast(singular, regionAfter(singular, 0))
    .replace(/e$|(?<=l)l$/u, "")
    .replace(/y$/u, "i");
}
