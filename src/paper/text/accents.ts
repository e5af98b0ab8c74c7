/** TeX's accent commands, and the combining character that each is. */
const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  '"': "\u0308",
  u: "\u0306",
  v: "\u030c",
  H: "\u030b",
  r: "\u030a",
  c: "\u0327",
  k: "\u0328",
  d: "\u0323",
  b: "\u0331",
  textcommabelow: "\u0326",
};

/** A letter, or a dotless one by its command, which a space or empty braces may end. */
const LETTER = String.raw`(?:\\([ij])(?![A-Za-z])(?:\{\}|[ \t\n]+(?=\S))?|(\p{L}))`;
const BASE = String.raw`(?:\{\s*${LETTER}\s*\}|${LETTER})`;
const PATTERN = new RegExp(
  String.raw`\{\s*\\(?:([\x60'^~=."])\s*|([uvHrckdb]|textcommabelow)(?:\s+|(?=\{)))${BASE}\s*\}` +
    String.raw`|\\(?:([\x60'^~=."])|([uvHrckdb]|textcommabelow)(?:\s+|(?=\{)))${BASE}`,
  "uy",
);

/** A TeX accent at `at`, braces around it included: `{\'e}`, `\"o`, `\v{c}`. Undefined where there is none. */
export function readAccent(text: string, at: number): { end: number; value: string } | undefined {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return readStacked(text, at);
  const [, mark1, mark2, d1, l1, d2, l2, mark3, mark4, d3, l3, d4, l4] = match;
  const mark = ACCENTS[mark1 ?? mark2 ?? mark3 ?? mark4 ?? ""];
  const letter = d1 ?? l1 ?? d2 ?? l2 ?? d3 ?? l3 ?? d4 ?? l4;
  if (mark === undefined || letter === undefined) return undefined;
  const value = accented(letter, mark);
  return value === undefined ? undefined : { end: PATTERN.lastIndex, value };
}

/** An accent that makes no letter of any alphabet was none: `\c o` and the like stay. */
function accented(letter: string, mark: string): string | undefined {
  const value = (letter + mark).normalize("NFC");
  return [...value].length === 1 ? value : undefined;
}

const STACKED = /(\{\s*)?\\([\x60'^~=."]|(?:[uvHrckdb]|textcommabelow)(?=\s*\{))\s*(\{+)(?=\\)/uy;

/** Two accents on one letter: `\~{\^e}`, `{\`{{\^{o}}}}`. */
function readStacked(text: string, at: number): { end: number; value: string } | undefined {
  STACKED.lastIndex = at;
  const [whole, around, name = "", braces = ""] = STACKED.exec(text) ?? [];
  const mark = ACCENTS[name];
  if (whole === undefined || mark === undefined) return undefined;
  PATTERN.lastIndex = at + whole.length;
  const inner = PATTERN.test(text) ? readAccent(text, at + whole.length) : undefined;
  const closing = "}".repeat(braces.length + (around === undefined ? 0 : 1));
  if (!inner || !text.startsWith(closing, inner.end)) return undefined;
  const value = accented(inner.value, mark);
  return value === undefined ? undefined : { end: inner.end + closing.length, value };
}
