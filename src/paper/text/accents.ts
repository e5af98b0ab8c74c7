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
  String.raw`\{\s*\\(?:([\x60'^~=."])\s*|([uvHrckdb]|textcommabelow)(?:\s+|(?=[{\\])))${BASE}\s*\}` +
    String.raw`|\\(?:([\x60'^~=."])|([uvHrckdb]|textcommabelow)(?:\s+|(?=[{\\])))${BASE}`,
  "uy",
);

/** A TeX accent at `at`, braces around it included: `{\'e}`, `\"o`, `\v{c}`. Undefined where there is none. */
export function readAccent(text: string, at: number): { end: number; value: string } | undefined {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return readGrown(text, at) ?? readStacked(text, at);
  const [, mark1, mark2, d1, l1, d2, l2, mark3, mark4, d3, l3, d4, l4] = match;
  const mark = ACCENTS[mark1 ?? mark2 ?? mark3 ?? mark4 ?? ""];
  const letter = d1 ?? l1 ?? d2 ?? l2 ?? d3 ?? l3 ?? d4 ?? l4;
  if (mark === undefined || letter === undefined) return undefined;
  const isBraced = (d4 ?? l4) === undefined;
  const value =
    accented(letter, mark) ?? (isBraced && LOOSE.test(mark) ? letter + mark : undefined);
  return value === undefined ? undefined : { end: PATTERN.lastIndex, value };
}

/** Marks that people set on letters which no alphabet has with them: `Ji\u{r}\'{\i}`, where a caron was meant. */
const LOOSE = /[\u0300-\u0304\u0306-\u0308\u030C\u0327]/u;

/** An accent without braces that makes no letter of any alphabet was none: `\c o` and the like stay. */
function accented(letter: string, mark: string): string | undefined {
  const value = (letter + mark).normalize("NFC");
  return [...value].length === 1 ? value : undefined;
}

const GROWN = /\\([\x60'^"])\\i(?=[a-z])/uy;

/** The accent of `Mart\'\in`: a program has dropped what ended the name of `\i`. No other command takes an accent. */
function readGrown(text: string, at: number): { end: number; value: string } | undefined {
  GROWN.lastIndex = at;
  const mark = ACCENTS[GROWN.exec(text)?.[1] ?? ""];
  const value = mark === undefined ? undefined : accented("i", mark);
  const isInWord = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
  return value === undefined || !isInWord ? undefined : { end: GROWN.lastIndex, value };
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
