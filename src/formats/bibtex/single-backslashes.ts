/** A letter's command whose backslashes a program has doubled, as JSON does: `{\\"u}`, `{\\v{c}}`, `{\\'\\i}`, `{\\o}`. */
const DOUBLED =
  /\{\\\\(?:(?:["'`^~=.]|[uvHckr](?=[\s{]))\s*(?:\{?(?:\\\\)?\p{L}\}?)|(?:o|O|l|L|i|j|ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|NG)(?:\{\})?)\}/gu;
/** The same within a word, without braces: `K\\"uhn`. */
const BARE = /(?<=\p{L})\\\\"(?=\{?[aeiouyAEIOUY])/gu;

/** A value whose letters have one backslash each. What ends a line, `First \\ Second`, has no brace before it. */
export const withSingleBackslashes = (value: string): string =>
  value.includes("\\\\")
    ? value.replace(DOUBLED, (letter) => letter.replaceAll("\\\\", "\\")).replace(BARE, () => '\\"')
    : value;
