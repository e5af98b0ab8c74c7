/** The letters and digits of a text: two copies of an abstract differ in signs and spaces, and a cut one ends in points. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether an abstract has a text in it, whatever stands between its words. */
export const hasParagraph = (abstract: string, text: string): boolean =>
  bare(abstract).includes(bare(text));

/** More paragraphs has no abstract: comparing them would take time in the square of their number. */
const MOST = 100;

/** Whether a text, of several that are bare, is in another of them; of two that are the same the second is in the first. */
const isRepeated = (texts: readonly string[], at: number) =>
  texts.some(
    (other, place) =>
      place !== at && other.includes(texts[at] ?? "") && (place < at || other !== texts[at]),
  );

/** Texts of one tag as one: paragraphs, and lines where a sentence goes on; what another holds too is left out. */
function join(texts: readonly string[]): string {
  const few = texts.slice(0, MOST);
  const bares = few.map(bare);
  const whole = few.filter((_, at) => !isRepeated(bares, at));
  return whole.reduce((before, text) => {
    const goesOn = /[\p{L}\p{N},;-]$/u.test(before) && /^\p{Ll}/u.test(text);
    return before === "" ? text : `${before}${goesOn ? " " : "\n\n"}${text}`;
  }, "");
}

/**
 * The abstract of a record: of `AB` and `N2`, which programs fill with copies of one text, the longer; several of one tag
 * are its paragraphs.
 */
export function joinAbstract(...tags: readonly (readonly string[])[]): string {
  return tags
    .map(join)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
