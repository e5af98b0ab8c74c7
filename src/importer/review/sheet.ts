import type { Problem } from "../../paper/problem.ts";
import type { List, Pending } from "./pending.ts";
import { LIST_NAMES, LISTS } from "./pending.ts";

/** Beside the papers: what is to be judged, edited by whoever judges. No loader reads it. */
export const SHEET = "review.txt";

/** What somebody decided on one name of one paper. */
export interface Verdict {
  key: string;
  list: List;
  name: string;
  isAccepted: boolean;
  /** 1-based; 0 where no line says it. */
  line: number;
}

const HEAD = `# Topics and tags that were suggested by rule and that nobody has judged yet.
# Put a mark before a line, save, and run \`npm run review\` again:
#   +  accept        -  refuse: it is taken out, and no import suggests it to that paper again
# A mark before a heading goes for all the lines below it that have none of their own.
# "+ key" below any heading, also one that you add, gives that paper the topic or tag.
`;

const oneLine = (text: string) => text.replace(/\s+/gu, " ").slice(0, 100);

/** The sheet: each suggested topic and tag, most papers first, with its papers. */
export function writeSheet(pending: readonly Pending[]): string {
  const sections = LIST_NAMES.flatMap((list) => {
    const papers = new Map<string, Pending[]>();
    for (const paper of pending)
      for (const name of paper.open[list]) {
        const group = papers.get(name);
        if (group) group.push(paper);
        else papers.set(name, [paper]);
      }
    return [...papers]
      .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
      .map(([name, group]) => {
        const rows = group.map(({ key, title }) => `  ${key}  ${oneLine(title)}`);
        return `\n  [${LISTS[list]} ${name}]  ${String(group.length)}\n${rows.join("\n")}\n`;
      });
  });
  const bare = pending.filter(({ isBare }) => isBare);
  const rest = bare.map(({ key, title }) => `#   ${key}  ${oneLine(title)}\n`).join("");
  const end = rest === "" ? "" : `\n# Papers without any topic:\n${rest}`;
  return HEAD + sections.join("") + end;
}

const HEADING = /^\s*([+-]?)\s*\[(topic|tag)\s+([^\]\s]+)\s*\]/u;
const ROW = /^\s*([+-]?)\s*(\S+)/u;

/** Reads what was decided on a sheet; what is no heading, row or comment is named with its line. */
export function readSheet(
  text: string,
  file: string,
): { verdicts: Verdict[]; problems: Problem[] } {
  const verdicts: Verdict[] = [];
  const problems: Problem[] = [];
  let heading: { list: List; name: string; mark: string } | undefined;
  text.split(/\r?\n/u).forEach((row, n) => {
    if (row.trim() === "" || row.trimStart().startsWith("#")) return;
    const head = HEADING.exec(row);
    if (head) {
      heading = {
        list: head[2] === "topic" ? "topics" : "tags",
        name: head[3] ?? "",
        mark: head[1] ?? "",
      };
      return;
    }
    const [, own = "", key = ""] = ROW.exec(row) ?? [];
    if (!heading || key.startsWith("[")) {
      problems.push({
        code: "bad-review",
        severity: "error",
        source: file,
        line: n + 1,
        message: `"${row.trim().slice(0, 60)}" ${heading ? "is no heading" : "stands below no heading"}`,
        hint: "write headings as [topic name] or [tag name], and papers below them",
      });
      return;
    }
    const mark = own === "" ? heading.mark : own;
    if (mark === "") return;
    const { list, name } = heading;
    verdicts.push({ key, list, name, isAccepted: mark === "+", line: n + 1 });
  });
  return { verdicts, problems };
}
