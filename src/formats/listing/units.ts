/** A piece of a listing that is title, paragraph or noise as a whole. */
export interface Unit {
  text: string;
  /** 1-based line on which it starts. */
  line: number;
  /** Whether it continues a list: it starts with a bullet or a number. */
  isItem: boolean;
}

const ITEM = /^\s*(?:[-*•◦‣–]|\(?\d{1,2}[.)])\s+\S/u;

/** Lines that may be parts of a paragraph broken at a column. */
const NARROWEST = 40;
const WIDEST = 130;

/** Which part of a text's longer words begin with a capital: most in a title, few in a sentence. */
export function capitalShare(text: string): number {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
}

/** Whether lines that follow each other without a blank one are one paragraph, broken at a column. */
function isWrapped(lines: readonly string[]): boolean {
  const widest = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || widest < NARROWEST || widest > WIDEST) return false;
  if (lines.some((line) => ITEM.test(line))) return false;
  // Two lines are more often a title and its abstract.
  if (lines.length === 2 && !/^\p{Ll}/u.test(lines[1] ?? "")) return false;
  // All but the last come near to the column, or the next word would have fitted.
  return lines.slice(0, -1).every((line, at) => {
    const next = /^\S*/u.exec(lines[at + 1] ?? "")?.[0].length ?? 0;
    return line.length + 1 + next > widest * 0.85;
  });
}

/** Whether a block's first line is a title right above an abstract that is broken at a column. */
function hasTitleOnTop([first = "", ...rest]: readonly string[]): boolean {
  if (rest.length < 2 || !isWrapped(rest)) return false;
  if (!isWrapped([first, ...rest])) return true;
  return capitalShare(first) > 0.6 && /^\p{Lu}/u.test(rest[0] ?? "");
}

/** Takes a text apart at its lines; lines of one paragraph that was broken at a column are joined again. */
export function splitUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let block: { text: string; line: number }[] = [];
  const flush = () => {
    const [first] = block;
    if (!first) return;
    const texts = block.map((line) => line.text);
    if (hasTitleOnTop(texts)) {
      units.push({ ...first, isItem: false });
      units.push({ text: texts.slice(1).join(" "), line: first.line + 1, isItem: false });
    } else if (isWrapped(texts)) {
      units.push({ text: texts.join(" "), line: first.line, isItem: false });
    } else units.push(...block.map((line) => ({ ...line, isItem: ITEM.test(line.text) })));
    block = [];
  };
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") flush();
    else block.push({ text: line, line: index + 1 });
  });
  flush();
  return units;
}
