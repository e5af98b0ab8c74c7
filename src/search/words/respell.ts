/** British endings and the American ones for the same words. Only an `l` after a second vowel is doubled: `modelling`. */
const TO_AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational|able)$/u, "iz$1"],
  [/ys(e|ed|es|er|ers|ing)$/u, "yz$1"],
  [/our(s|ed|ing|al|able|ably|ful|ite|ites|less)?$/u, "or$1"],
  [/tre(s|d)?$/u, "ter$1"],
  [/ogue(s)?$/u, "og$1"],
  [/(?<=[aeiou].*[aeiou])ll(ed|ing|er|ers)$/u, "l$1"],
  [/ence(s)?$/u, "ense$1"],
  [/aem/u, "em"],
  [/programme(s)?$/u, "program$1"],
];

const TO_BRITISH: readonly (readonly [RegExp, string])[] = [
  [/iz(e|ed|es|er|ers|ing|ation|ations|ational|able)$/u, "is$1"],
  [/yz(e|ed|es|er|ers|ing)$/u, "ys$1"],
  [/or(s|ed|ing|al|able|ably|ful|ite|ites|less)?$/u, "our$1"],
  [/ter(s|ed)?$/u, "tre$1"],
  [/og(s)?$/u, "ogue$1"],
  [/(?<=[aeiou].*[aeiou])l(ed|ing|er|ers)$/u, "ll$1"],
  [/ense(s)?$/u, "ence$1"],
];

/** Shorter words have endings by chance: `our`, `tense`. */
const SHORTEST = 6;

const rewrite = (word: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.filter(([ending]) => ending.test(word)).map(([ending, to]) => word.replace(ending, to));

/**
 * A word with its British and American spellings: the same set whichever is given. Many are no words at
 * all; whoever asks keeps those that the index has.
 */
export function spellings(word: string): string[] {
  if (word.length < SHORTEST) return [word];
  const american = [word, ...rewrite(word, TO_AMERICAN)];
  return [
    ...new Set([...american, ...american.flatMap((each) => rewrite(each, TO_BRITISH))]),
  ].sort();
}
