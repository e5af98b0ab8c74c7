/** A piece of a listing that is title, paragraph or noise as a whole. */
export interface Unit {
  text: string;
  /** 1-based line on which it starts. */
  line: number;
  /** Whether it continues a list: it starts with a bullet or a number. */
  isItem: boolean;
}

const ITEM = /^\s*(?:[-*•◦‣–]|\(?\d{1,2}[.)])\s+\S/u;

/** A line that may be a part of a paragraph broken at a column. */
const NARROW = 130;

/** Whether lines that follow each other without a blank one are one paragraph, broken at a column. */
function isWrapped(lines: readonly string[]): boolean {
  const widest = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || widest > NARROW || lines.some((line) => ITEM.test(line))) return false;
  // All but the last come near to the column, or the next word would have fitted.
  return lines.slice(0, -1).every((line, at) => {
    const next = /^\S*/u.exec(lines[at + 1] ?? "")?.[0].length ?? 0;
    return line.length + 1 + next > widest * 0.85;
  });
}

/** Takes a text apart at its lines; lines of one paragraph that was broken at a column are joined again. */
export function splitUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let block: { text: string; line: number }[] = [];
  const flush = () => {
    const [first, ...rest] = block;
    if (!first) return;
    const texts = block.map((line) => line.text);
    if (isWrapped(texts)) units.push({ text: texts.join(" "), line: first.line, isItem: false });
    // A title directly above its abstract, which alone is broken at a column.
    else if (rest.length > 1 && isWrapped(texts.slice(1))) {
      units.push({ ...first, isItem: false });
      units.push({ text: texts.slice(1).join(" "), line: first.line + 1, isItem: false });
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
