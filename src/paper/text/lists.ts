import type { Repair } from "./repair.ts";
import type { Traced } from "./traced.ts";

/** TeX's environments of lists, and those whose frame says nothing; items; lines left empty. */
const PIECE =
  /[ \n]*\\(begin|end)\s*\{(itemize|enumerate|description|quote|center)\*?\}(?:\[[^\]\n]{0,40}\])?[ \n]*|[ \n]*\\item(?![A-Za-z])(?:\[([^[\]\n]{0,80})\])?[ \n]*|\n ?\n[ \n]*/gu;

/** An environment that is open. One within a list gives its items to that list too. */
interface Open {
  name: string;
  /** Where its items begin. */
  items: number[];
  isInner: boolean;
}

const isList = (open: Open | undefined): open is Open =>
  open !== undefined && !/^(?:quote|center)$/u.test(open.name);

/** What takes each piece's place, by where the piece stands. */
function writePieces(text: string): Map<number, string> {
  const made = new Map<number, string>();
  const open: Open[] = [];
  const close = ({ name, items }: Open) => {
    // One item alone makes no list.
    if (items.length < 2) return;
    items.forEach((at, count) => {
      const mark = name === "enumerate" ? `${String(count + 1)}.` : "-";
      made.set(at, `\n${mark}${made.get(at) ?? " "}`);
    });
  };
  for (const { 0: whole, 1: edge, 2: name = "", 3: label, index: at } of text.matchAll(PIECE)) {
    const list = open.at(-1);
    if (edge === "begin") {
      const isInner = isList(list);
      open.push(isInner ? { ...list, isInner } : { name, items: [], isInner });
      made.set(at, isInner ? " " : "\n\n");
    } else if (edge === "end") {
      const ended = open.pop();
      if (ended !== undefined && !ended.isInner) close(ended);
      made.set(at, ended?.isInner === true ? " " : "\n\n");
    } else if (isList(list)) {
      if (whole.includes("\\item")) list.items.push(at);
      made.set(at, label === undefined ? " " : ` \\textbf{${label}} `);
    }
  }
  for (const list of open) if (!list.isInner) close(list);
  return made;
}

/**
 * A text whose lists in TeX, `\begin{itemize}\item …`, are lines that begin with a mark, a blank line around them, as
 * lists that people type are.
 */
export function readListEnvironments(text: Traced, repairs: Repair[]): Traced {
  if (!/\\(?:begin|end)\s*\{/u.test(text.text)) return text;
  const made = writePieces(text.text);
  return text.replace(
    PIECE,
    ({ index }) => made.get(index),
    (before, after, offset) => repairs.push({ rule: "tex-list", before, after, offset }),
  );
}
