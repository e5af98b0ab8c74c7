import { fold } from "../paper/fold.ts";

/** A word of a text, folded to one spelling, with the way a person wrote it. */
interface Written {
  /** Folded: hyphens gone, plural gone. `lowrank`. */
  id: string;
  /** As written, lower case unless it is a name or short form: `low-rank`, `LoRA`. */
  surface: string;
}

/** Words that join others, and words that every abstract uses of itself. */
const EMPTY = new Set(
  (
    "a an the and or nor but if of in on at by for from to into onto toward towards with without within via as than then " +
    "is are was were be been being am do does did has have had having can could will would shall should may might must " +
    "not no we i you it its they them their our your he she his her this that these those there here such so both each " +
    "how why what when where which who whom whose while whether some any all every more most less least over under between among " +
    "about against through during beyond upon up down out off only also too very much many few several other others another same " +
    "however thus hence therefore moreover furthermore yet still even just often usually typically generally e.g i.e eg ie etc et al " +
    "paper work works study approach approaches method methods propose proposed proposes present presents introduce introduces show shows showing shown " +
    "demonstrate demonstrates demonstrating result results using use used uses based new novel existing recent recently first second third one two three " +
    "different various significant significantly large small high low better best good well make makes made key further additionally specifically " +
    "across along per compared compare achieve achieves achieving achieved improve improves improved provide provides enable enables can not " +
    "code available http https github com www find found finding findings address issue issues problem problems due called named termed dubbed " +
    "highly implementation situation situations scenario scenarios challenge challenges experiment experiments extensive evaluation analysis empirical evidence " +
    "importantly widely commonly effectively effective leverage leverages leveraging utilize utilizes setting settings range remain remains"
  ).split(" "),
);

const isEmpty = (word: string) => word.length < 2 || EMPTY.has(word) || /^[\d.,%×+-]+$/u.test(word);

/** One spelling for plural and singular; words too short or irregular stay. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|x|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/u.test(word))
    return word.slice(0, -1);
  return word;
}

/** Lower case, unless a capital inside the word makes it a name or short form (`LoRA`, `SGD`, `k1.5`). */
const asWritten = (word: string) => (/^.+\p{Lu}/u.test(word) ? word : word.toLowerCase());

const SENTENCE_BREAK = /[.;:!?,()[\]{}"“”]/u;

const PIECE = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*|[^\s]/gu;

/** The words and marks of a text in reading order; an address is a stop. */
export const splitWords = (text: string): readonly string[] =>
  text.replace(/https?:\/\/\S+/gu, " . ").match(PIECE) ?? [];

/** A word as a term, or nothing where a stop or an empty word parts what stands either side of it. */
export function readWord(piece: string): Written | undefined {
  const surface = piece.replace(/['’]s$/u, "").replace(/[-'’]+$/u, "");
  const folded = fold(surface);
  if (SENTENCE_BREAK.test(piece) || isEmpty(folded) || !/\p{L}/u.test(folded)) return undefined;
  return { id: singular(folded.replace(/[-'’]/gu, "")), surface: asWritten(surface) };
}
