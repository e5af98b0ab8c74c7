/**
 * Letters that pictures can be drawn with, as ranges of code points: what the packaged subsets of Source Serif 4 really
 * hold at both weights, which is less than they are declared for. A test asks the fonts themselves.
 */
const RANGES =
  "20-7e a0-ac ae-12b 12e-131 134-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 259 " +
  "2bb-2bc 2c6-2c7 384-38a 38c 38e-3a1 3a3-3ce 400-45f 490-493 496-49b 4a0-4a3 4ae-4b3 4b6-4b7 4ba-4bb 4d8-4d9 " +
  "4e8-4e9 1e80-1e85 1e9e 1ea0-1ef9 2002-200a 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033 2039-203a " +
  "2044 20ac";

/** Signs of mathematics, from STIX Two Math. */
const SIGNS =
  "2070-2071 2074-208e 2100-214f 2190-21ea 2200-22ff 27e6-27eb 2308-230b 2a00-2aff 3d0-3d2 3d5-3d6 3f0-3f1 3f4-3f6";

/** Every letter that can be drawn. */
export const LETTERS: ReadonlySet<string> = new Set(
  `${RANGES} ${SIGNS}`.split(" ").flatMap((range) => {
    const [from = "", to = from] = range.split("-");
    const first = Number.parseInt(from, 16);
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) =>
      String.fromCodePoint(first + at),
    );
  }),
);

/** A text in letters as the typeface has them: accents joined to their letters, one kind of hyphen. */
export const spell = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u2010\u2011]/gu, "-")
    .replace(/\u00ad/gu, "");

/** Whether every letter of a text is in the typefaces: others would be drawn as empty boxes. */
export const isDrawable = (text: string): boolean =>
  Array.from(spell(text)).every((letter) => LETTERS.has(letter));
