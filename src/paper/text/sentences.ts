/** A stretch of a text, in UTF-16 units: `start` counts in, `end` does not. */
export interface Span {
  start: number;
  end: number;
}

const words = (list: string) => new Set(list.split(" "));

/** Never the last word of a sentence: something always follows them. */
const OPEN_ABBREVIATIONS = words(
  "e.g i.e eg ie cf vs viz fig figs eq eqs eqn sec secs tab thm lem prop def ref refs ch chap vol pp " +
    "dr mr mrs ms prof st no nos resp approx ca aka a.k.a w.r.t s.t dept univ",
);

/** May end a sentence: what follows decides. */
const CLOSING_ABBREVIATIONS = words(
  "al etc i.i.d iid jr sr inc ltd co u.s u.k u.n ph.d a.m p.m et",
);

/** Words that, capitalised, begin a sentence rather than a name. */
const STARTERS = words(
  "a an the this that these those we our us it its they their he she i you in on at by for from to with without " +
    "as if when while where whereas since because although though however moreover furthermore therefore thus hence " +
    "here there then to also but and or yet so such some many most more all both each every no not one two three " +
    "first second third finally additionally specifically notably importantly consequently nevertheless nonetheless " +
    "despite due given using based through throughout under unlike instead rather indeed further after before during " +
    "how what why which who code experiments results extensive empirical existing recent previous prior",
);

/** What counts the sentence after it: `2.`, `(2).`, `3).`, `(iv.)`, `b)`. */
const NUMBER = /^[([]?(?:\d{1,3}|[ivx]{1,4}|[a-h])(?:[)\]]\.?|\.[)\]]?)$/iu;

/** A stop with the quotes and brackets that close after it, at the end of a text or before a space; or a CJK stop. */
const STOP = /(?:(?<![.!?…])[.!?…]+["'”’»)\]}*]*(?=\s|$))|[。！？]+[」』”’）]*/gu;

/** Brackets opened and closed again: positions that stand inside one. Unpaired brackets count for nothing. */
function markBracketed(text: string): Uint8Array {
  const depth = new Int32Array(text.length + 1);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "(" || char === "[") open.push(at);
    else if ((char === ")" || char === "]") && open.length > 0) {
      const from = open.at(-1) ?? 0;
      if ((text[from] === "(") !== (char === ")")) continue;
      open.pop();
      depth[from + 1] = (depth[from + 1] ?? 0) + 1;
      depth[at] = (depth[at] ?? 0) - 1;
    }
  }
  const inside = new Uint8Array(text.length + 1);
  for (let at = 0, sum = 0; at <= text.length; at += 1) {
    sum += depth[at] ?? 0;
    inside[at] = sum > 0 ? 1 : 0;
  }
  return inside;
}

/** The word right before a stop, lower case, inner points kept: `e.g`, `al`, `Smith`. */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? "";
}

/** Whether what begins at `from` goes on with a word by a hyphen, so that it is no initial: the `L` of `ViT-L`, not `J.-P.` */
const endsName = (text: string, from: number): boolean =>
  text[from - 1] === "-" && /[\p{L}\p{N}]/u.test(text[from - 2] ?? "");

/** Whether a point after `word` ends the sentence, when `next` follows the space. */
function pointEnds(word: string, next: string): boolean {
  const nextWord = /^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? "";
  const starts = STARTERS.has(nextWord.toLowerCase());
  const lower = word.toLowerCase();
  // `CF`, `DR`: where others are in small letters, a name made of initials, not the short form of a word.
  if (/^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(nextWord)) return true;
  if (OPEN_ABBREVIATIONS.has(lower)) return false;
  if (CLOSING_ABBREVIATIONS.has(lower)) return starts;
  // An initial (`J. Smith`), unless a word follows that no name begins with (`the matrix A. We …`).
  if (/^\p{Lu}$/u.test(word)) return starts;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return starts;
  return true;
}

/**
 * Sentences of a paragraph, in order. Spaces between sentences belong to neither; every other character to one.
 * Knows abbreviations, initials, decimals, addresses, brackets and quotes around a stop; inline math may stand
 * in the text as U+FFFC, one character a formula. Linear in the length of the text.
 */
export function splitSentences(text: string): Span[] {
  return [...walkSentences(text)];
}

/** The first sentence of a text, without reading the rest. */
export function firstSentence(text: string): Span | undefined {
  return walkSentences(text).next().value ?? undefined;
}

function* walkSentences(text: string): Generator<Span, undefined> {
  const inside = markBracketed(text);
  let start = /^\s*/u.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (inside[end - 1] === 1 || end <= start) continue;
    const rest = text.slice(end, end + 60);
    const next = rest.trimStart();
    if (next !== "" && !/^[。！？]/u.test(match[0])) {
      // A sentence begins with a capital, a digit, a formula, an opening mark or a letter that has no case.
      if (!/^["'“‘«([{¿¡*#$\\~–—-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}\uFFFC<]/u.test(next)) continue;
      const isPoint = /^\.(?!\.)/u.test(match[0]);
      const word = wordBefore(text, match.index);
      const from = match.index - word.length;
      if (NUMBER.test(text.slice(start, end))) continue;
      if (isPoint && !endsName(text, from) && !pointEnds(word, next)) continue;
      if (
        /^(?:\.{2,}|…)/u.test(match[0]) &&
        !STARTERS.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? "")
      )
        continue;
    }
    yield { start, end };
    start = end + (/^\s*/u.exec(text.slice(end, end + 400))?.[0].length ?? 0);
  }
  const end = text.trimEnd().length;
  if (start < end) yield { start, end };
  return undefined;
}
