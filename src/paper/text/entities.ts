/** HTML's named characters that turn up in bibliographies. */
export const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  times: "×",
  plusmn: "±",
  deg: "°",
  micro: "µ",
  middot: "·",
  bull: "•",
  rarr: "→",
  larr: "←",
  harr: "↔",
  le: "≤",
  ge: "≥",
  ne: "≠",
  infin: "∞",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  eacute: "é",
  egrave: "è",
  aacute: "á",
  oacute: "ó",
  uuml: "ü",
  ouml: "ö",
  auml: "ä",
  ntilde: "ñ",
  ccedil: "ç",
  szlig: "ß",
  copy: "©",
  reg: "®",
};

/** Numbers 128 to 159 mean the characters of Windows-1252 there, as HTML reads them. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const PATTERN = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/uy;

/** The HTML character reference at `at`, decoded once; undefined where none is or it names no character of text. */
export function decodeEntity(text: string, at: number): { end: number; value: string } | undefined {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, decimal, hexadecimal, name] = match;
  const end = PATTERN.lastIndex;
  if (name !== undefined)
    return Object.hasOwn(NAMED_ENTITIES, name)
      ? { end, value: NAMED_ENTITIES[name] ?? "" }
      : undefined;
  const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (code >= 128 && code < 160) return { end, value: WINDOWS_1252[code - 128] ?? "" };
  const isText =
    code === 9 ||
    code === 10 ||
    (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 127);
  const value = isText ? String.fromCodePoint(code) : "";
  return /^[\P{C}\n\t]$/u.test(value) && !/[\u202a-\u202e\u2066-\u2069\ufffc]/u.test(value)
    ? { end, value }
    : undefined;
}
