import { SHAPES } from "../fixtures/shapes.ts";

/** Numbers that a seed gives, the same every time (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `sides` - 1. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.roll(list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }
}

/** Should anything in an input ever run, this is there: see `check.ts`. */
export const CANARY = "carrelFuzzCanary";
const RUN = `globalThis.${CANARY} = 1`;

/** What has a meaning to some format, to TeX, Markdown, MDX or HTML, or to none. */
const TOKENS = [
  ...[
    "{",
    "}",
    '"',
    "'",
    "`",
    "\\",
    "$",
    "$$",
    "%",
    "#",
    "&",
    "~",
    "^",
    "_",
    "@",
    "<",
    ">",
    "|",
    ";",
    ",",
  ],
  ...[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    "\0",
    "\u0007",
    "\u202E",
    "\uFEFF",
    "\uD83D",
    "é",
    "ß",
    "漢字",
    "👩‍👩‍👧",
  ],
  ...[
    "@article{",
    "@string{a = ",
    "@comment{",
    "@preamble{",
    "crossref = {k}",
    " and ",
    "and others",
    " # jan",
  ],
  ...[
    "title = {",
    "author = {",
    "year = 2024",
    "date = {2024-02-30}",
    "family=von, given=X",
    "abstract = ",
  ],
  ...[
    "TY  - JOUR",
    "ER  - ",
    "AU  - ",
    "AB  - ",
    "PMID- 1",
    "%0 Book",
    "%T ",
    "PT J",
    "      ",
    "FN x\nVR 1",
  ],
  ...[
    '{"title": "',
    '"author": [{',
    '"issued": {"date-parts": [[',
    "]}",
    "},{",
    '{"items": [',
    "null",
    "1e999",
    "\\u0000",
  ],
  ...[
    "<entry>",
    "</entry>",
    "<record>",
    "<title>",
    "</title>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&amp;",
    "&#x0;",
    "&x;",
    "<!ENTITY a",
  ],
  ...[
    "title,authors,year",
    '"a ""b"" c"',
    "sep=;",
    "\\frac{a}{b}",
    "\\begin{equation}",
    "\\end{x}",
    "\\(",
    "\\]",
    "\\'{e}",
    '\\"o',
  ],
  ...[
    "**",
    "__",
    "[a](javascript:x)",
    "![",
    "<script>",
    `{${RUN}}`,
    `<C x={${RUN}} />`,
    'import x from "y"',
    "export const a = 1",
  ],
  ...[
    "10.1000/a",
    "arXiv:2401.00001v2",
    "https://example.org/",
    "2024-13-45",
    "In press",
    "Jr.",
    "van der",
    "Smith, J.",
  ],
];

const TITLES = [
  "On a First Thing",
  "{LoRA}: Low-Rank $n^2$ of {\\'E}clairs & Co.",
  "Über alles: 50% of “it”",
  "深度学习",
];
const PROSE = [
  "We measure a thing. It is larger than we thought, by $O(n \\log n)$ and \\textbf{more}.",
  "Background: <i>E. coli</i> grows.\n\nResults: it \\cite{x} did not [1].",
  `Here {${RUN}} and <Component onLoad={() => ${RUN}} /> stand.`,
];

/** A sound file of some format: what is mutated begins as what readers expect. */
function sound(dice: Dice): string {
  const { paper, join, escape = (text: string) => text } = dice.pick(Object.values(SHAPES));
  const papers = Array.from({ length: 1 + dice.roll(4) }, (_, at) =>
    paper(escape(dice.pick(TITLES)), escape(dice.pick(PROSE)), `key${String(at)}`),
  );
  return join(papers);
}

function mutate(text: string, dice: Dice): string {
  const at = dice.roll(text.length + 1);
  const end = Math.min(text.length, at + dice.roll(40));
  const token = dice.pick(TOKENS);
  switch (dice.roll(8)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + token + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at);
    case 4: {
      // Much of the same: what takes time in its square shows.
      const times = dice.roll(20) === 0 ? 20_000 : dice.roll(60);
      return text.slice(0, at) + token.repeat(times) + text.slice(at);
    }
    case 5:
      return text.slice(0, at) + sound(dice) + text.slice(at);
    case 6:
      return text.slice(0, at) + String.fromCharCode(dice.roll(0x300)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + token + text.slice(at);
  }
}

/** The input of a seed: sound files, mutated up to twelve times; in one of twenty cases bytes of any kind. */
export function makeInput(seed: number): Buffer {
  const dice = new Dice(seed);
  let text = sound(dice);
  for (let count = dice.roll(12); count > 0; count -= 1) text = mutate(text, dice);
  const kind = dice.roll(20);
  if (kind === 0) {
    const bytes = Buffer.from(text);
    for (let count = dice.roll(30); count > 0; count -= 1)
      bytes[dice.roll(bytes.length || 1)] = dice.roll(256);
    return bytes;
  }
  return kind === 1
    ? Buffer.from(text, "utf16le")
    : kind === 2
      ? Buffer.from(text, "latin1")
      : Buffer.from(text);
}
