import { fold } from "../fold.ts";

/** How a venue's name is read: what conferences have about their names, journals do not. */
export type Kind = "conference" | "journal";

/** A word of a name, and whether a point says that it is cut. */
interface Word {
  text: string;
  isCut: boolean;
}

/** What stands in a conference's name beside it: of what its name is looked up without. */
const SMALL = new Set("the of on in and for a an to at und de".split(" "));
const SPONSORS = new Set("ieee acm cvf rsj ifip usenix sigplan sigact".split(" "));
const ORDINAL =
  /^(?:\d+(?:st|nd|rd|th)|(?:twent|thirt|fort|fift)(?:y|ieth)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th)$/u;
const YEAR = /^(?:19[5-9]\d|20\d{2})$/u;

/** Parts of one conference's proceedings, which all are it. */
const TRACK =
  /\b(?:poster|oral|spotlight|conference track(?: proceedings)?|main (?:conference|track)|(?:main )?proceedings|(?:datasets? (?:and|&) benchmarks?|position paper|research|technical)(?: track)?|(?:long|short|full|regular|technical)(?: (?:and|&) short)? papers?|volume \d+|vol\. ?\d+|part [ivx\d]+|\d{1,2}|[XVI]{2,}$)\b/giu;

/** What is held beside a conference, and is none of it. */
const BESIDE =
  /\b(?:workshops?|tutorials?|demos?|demonstrations?|student research|student abstract|companion|challenge|competition|doctoral|posters session|extended abstracts|blogposts?|tiny papers?|adjunct|late[- ]breaking|industry track)\b|@/iu;

/** Whether a venue is held beside a conference: a workshop at ICML is not ICML. */
export const isBeside = (venue: string): boolean => BESIDE.test(venue);

/** The year in a venue's name, also as `'23`. */
export function yearIn(venue: string): number | undefined {
  const full = /(?<!\d)(?:19[5-9]\d|20\d{2})(?!\d)/u.exec(venue)?.[0];
  if (full !== undefined) return Number(full);
  const short = /['’‘](\d{2})(?!\d)/u.exec(venue)?.[1];
  if (short === undefined) return undefined;
  return Number(short) + (Number(short) < 60 ? 2000 : 1900);
}

function wordsOf(name: string): Word[] {
  return [...fold(name.replace(/['’‘]\d{2}(?!\d)/gu, " ")).matchAll(/([\p{L}\p{N}]+)(\.?)/gu)]
    .map(([, text = "", point]) => ({ text, isCut: point === "." }))
    .filter(({ text, isCut }) => isCut || !SMALL.has(text));
}

/** The words by which a name is looked up; of a conference without what changes from year to year. */
export function nameWords(name: string, kind: Kind): Word[] {
  if (kind === "journal") return wordsOf(name.replace(/(?:[\s,]+\d[\d\s(),:–-]*)$/u, ""));
  return wordsOf(name.replace(TRACK, " "))
    .filter(({ text }, at) => !(at === 0 && /^proc(?:eedings)?$/u.test(text)))
    .filter(({ text }) => !ORDINAL.test(text) && !YEAR.test(text) && text !== "annual");
}

export const keyOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(" ");

/** A conference's words without those who pay for it, where enough is left to tell it. */
export function withoutSponsors(words: readonly Word[]): Word[] {
  const left = words.filter(({ text }) => !SPONSORS.has(text));
  return left.length >= 3 ? left : [...words];
}

/** `natl` of `national`: the ends are the same, and what is between stands in its order. */
function isContraction(cut: string, word: string): boolean {
  if (cut[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === cut[at]) at += 1;
  return at === cut.length;
}

/** Whether words are another name cut short, word by word: `Adv. Neural Inf. Process. Syst.`, `J Mach Learn Res`. */
export function isCutFrom(words: readonly Word[], full: readonly Word[]): boolean {
  if (words.length !== full.length) return false;
  // `J.` is a word that begins the names of many, whatever this list has of them.
  if (words.length === 1 && (words[0]?.text.length ?? 0) < 4) return false;
  const hasPoints = words.some(({ isCut }) => isCut);
  if (!hasPoints && words.length < 3) return false;
  return words.every(({ text, isCut }, at) => {
    const word = full[at]?.text ?? "";
    if (text === word) return true;
    if (isCut || (text.length === 1 && at === 0))
      return word.startsWith(text) || (text.length > 3 && isContraction(text, word));
    return text.length >= 3 && word.startsWith(text);
  });
}

/**
 * The stretches of a conference's name that may be all of it: `KDD '20: The 26th …, Virtual Event` is named by what
 * stands before its colon. Of a short form only one with its year is, for `SC: …` may begin anything.
 */
export function stretchesOf(venue: string): string[] {
  const asides = [...venue.matchAll(/\(([^()]+)\)/gu)].map(([, inner = ""]) => inner);
  const bare = venue.replace(/\([^()]*\)/gu, " ");
  const parts = bare.split(/\s*(?:[,:;]|\.\s(?=\p{Lu}\p{Ll}{3})|\s[-–—]+\s)\s*/u);
  const isTelling = (part: string) =>
    part.trim().split(/\s+/u).length >= 3 || yearIn(part) !== undefined;
  const marked = asides.filter((aside) => /^[\p{Lu}\d][\p{L}\d/*+-]{2,}/u.test(aside.trim()));
  return [
    venue,
    bare,
    ...(parts.length > 1 ? [parts.slice(0, 2).join(" "), ...parts.filter(isTelling)] : []),
    ...marked,
  ];
}
