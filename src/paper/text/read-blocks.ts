import { readListEnvironments } from "./lists.ts";
import { readLine } from "./read-inline.ts";
import type { Repair } from "./repair.ts";
import type { Traced } from "./traced.ts";
import type { Block } from "./tree.ts";

const paragraphs = (line: Traced, repairs: Repair[]): Block[] =>
  readLine(line, repairs).map((part) =>
    part.type === "display" ? part : { type: "paragraph", children: part.children },
  );

/** A stretch of text that is a list, as items; or not, as a paragraph. */
type Stretch = { ordered: boolean; start: number; items: Traced[] } | Traced;

/** Bullets that lost their line ends: `… questions: bullet First … bullet Second …`. */
const BULLET =
  /(?<=^|[\s:.;])(?:bullet|•|·|\$\\bullet\$|\\bullet|\\item)\s+(?=[\p{Lu}\p{N}"“(*$\\])/gu;

function splitBullets(line: Traced, repairs: Repair[]): Stretch[] {
  const text = line.text;
  if (!/bullet|•|·|\\item/u.test(text)) return [line];
  const marks = [...text.matchAll(BULLET)];
  if (marks.length < 2) return [line];
  const first = marks[0]?.index ?? 0;
  const items = marks.map((mark, at) => {
    repairs.push({
      rule: "bullet-list",
      before: mark[0],
      after: "- ",
      offset: line.originOf(mark.index),
    });
    return line.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length);
  });
  const before = line.slice(0, first);
  const list: Stretch = { ordered: false, start: 1, items };
  return before.text.trim() === "" ? [list] : [before, list];
}

const ITEM = /^[ \t]*(?:([-*•·+])|(\d{1,2})[.)])[ \t]+(?=\S)/u;

/** Whether a line begins with the mark of a list's item. */
export const beginsItem = (line: string): boolean => ITEM.test(line);

/** Lines that a writer marked as items: two or more, alike. Anything else is one paragraph. */
function splitLines(part: Traced): Stretch[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < part.text.length;) {
    starts.push(at);
    const next = part.text.indexOf("\n", at);
    at = next < 0 ? -1 : next + 1;
  }
  const lines = starts.map((start, at) => ({ start, end: starts[at + 1] ?? part.text.length }));
  const marks = lines.map(({ start, end }) =>
    ITEM.exec(part.text.slice(start, Math.min(end, start + 40))),
  );
  const begin = marks.findIndex((mark) => mark !== null);
  const head = marks[begin];
  if (begin < 0 || !head) return [part];
  const ordered = head[2] !== undefined;
  const start = Number(head[2] ?? 1);
  const isAlike = (mark: RegExpExecArray | null, count: number) =>
    mark !== null && (ordered ? Number(mark[2]) === start + count : mark[1] === head[1]);
  const items: { from: number; to: number }[] = [];
  lines.forEach((line, at) => {
    if (at < begin) return;
    const mark = marks[at] ?? null;
    const last = items.at(-1);
    if (isAlike(mark, items.length))
      items.push({ from: line.start + (mark?.[0].length ?? 0), to: line.end });
    else if (last) last.to = line.end;
  });
  if (items.length < 2) return [part];
  const before = part.slice(0, lines[begin]?.start ?? 0);
  const list = { ordered, start, items: items.map(({ from, to }) => part.slice(from, to)) };
  return before.text.trim() === "" ? [list] : [before, list];
}

const oneOf = (words: string) => words.split(" ").join("|");

/** First halves that stand before a hyphen of their own: `two-stage`, `long-term`. */
const COMPOUND_FIRST = new RegExp(
  `(?:^|[^\\p{L}])(?:${oneOf(
    "one two three four five six multi single double cross self semi non quasi meta high low long short large small " +
      "state thread finite infinite well end fine coarse full half zero few first second third higher lower closed open " +
      "real time data model task domain label class weight attention scale hand encoder text image vision language human " +
      "user graph node object pixel token no off",
  )})$`,
  "iu",
);

/** Second halves that a hyphen stands before. */
const COMPOUND_SECOND = new RegExp(
  `^(?:${oneOf(
    "based wise free safe aware level loop stage scale world policy invariant equivariant consuming engineered driven " +
      "specific agnostic decoder dimensional guided efficient source shot step term tuned trained prompted conditioned",
  )})(?![\\p{L}])|^(?:of|to|the|in|and)-`,
  "u",
);

/** Endings: they never begin a word. */
const ENDING =
  /^(?:ing|ed|able|ers?|ity|ities|al|ally|ous|ly|ness|ments?|[st]ions?|[ae]nce|i[sz]\p{L}+|less|ful|ple|plic\p{L}+|tud\p{L}+)(?![\p{L}])/u;

/** Whether a word cut at a line end had a hyphen there anyway; an initialism (`RL-`) or a letter (`f-`) always had. */
function keepsHyphen(first: string, second: string): boolean {
  if (/(?:[\p{Lu}\d]{2,}|(?:^|[^\p{L}])\p{L}|-)$/u.test(first)) return true;
  return COMPOUND_SECOND.test(second) || (COMPOUND_FIRST.test(first) && !ENDING.test(second));
}

/** Words that a hyphen joins to others, where no line end says that it may be one of a cut word. */
const JOINED_FIRST =
  /(?:^|[^\p{L}])(?:near|mean|group|decision|held|inter|intra|pseudo|dual|student|teacher|action|parameter|continuous|discrete|imbalanced|balanced|under|human|machine|object|policy|value|sample|query|key|rank|\p{L}{3,}ly)$/iu;
const JOINED_SECOND =
  /^(?:optimal|making|out|field|like|based|efficient|dimensional|observable|improvement|consistency|spaces?|modality|modal|teacher|normalization|word|exploration|dependent|dependant|branch|labels?|training|learning|quality|order|grained|purpose|resolution|performing|performance)(?![\p{L}])/iu;
const isCompound = (first: string, second: string) =>
  JOINED_FIRST.test(first) || JOINED_SECOND.test(second);

/** Lines of a paragraph joined: a space for each line end, nothing where a word was hyphenated. */
function joinLines(part: Traced, repairs: Repair[]): Traced {
  let line = part.replace(
    /^%.*\n?/gmu,
    ([comment]) => (/^%[A-Za-z\s%]/u.test(comment) && part.text.includes("\n") ? "" : undefined),
    (before, after, offset) => repairs.push({ rule: "tex-comment", before, after, offset }),
  );
  line = line.replace(
    /(?<=(\S{0,20}\p{Ll}{2}))-\n[ \t]*(?=(\p{Ll}{2}[\p{Ll}-]{0,20}))/gu,
    ([, first = "", second = ""]) => (keepsHyphen(first, second) ? "-" : ""),
    (before, after, offset) => repairs.push({ rule: "hyphenation", before, after, offset }),
  );
  line = line.replace(
    BROKEN_WORD,
    ([, first = "", second = ""]) =>
      keepsHyphen(first, second) || isCompound(first, second) ? "-" : "",
    (before, after, offset) => repairs.push({ rule: "hyphenation", before, after, offset }),
  );
  return line.replace(/[ \t]*\n[ \t\n]*/gu, () => " ");
}

/**
 * A word cut at a line end whose line end became a space: `proto- typical`. Not where a hyphen waits for the other half
 * of its word: `inner- and outer-loop`, `parameter- to measurement-space`.
 */
const BROKEN_WORD =
  /(?<=(?<![\p{L}\p{N}-])(\p{L}{0,20}\p{Ll}{2}))- (?!(?:and|or|to|vs|versus|as|but|nor|than|with|in|of|for|the|by|on|at|from|via|plus|rather|through|into|over|if|is|are)(?![\p{L}]))(?=(\p{Ll}{2}[\p{Ll}-]{0,20}))/gu;

function readPart(part: Traced, repairs: Repair[]): Block[] {
  return splitLines(part)
    .flatMap((stretch): Stretch[] =>
      "items" in stretch ? [stretch] : splitBullets(joinLines(stretch, repairs), repairs),
    )
    .flatMap((stretch): Block[] => {
      if (!("items" in stretch)) return paragraphs(stretch, repairs);
      const items = stretch.items
        .map((item) => paragraphs(joinLines(item, repairs), repairs))
        .filter((item) => item.length > 0);
      if (items.length === 0) return [];
      const { ordered, start } = stretch;
      return [{ type: "list", ordered, ...(ordered && start !== 1 ? { start } : {}), items }];
    });
}

/** A clean text as blocks: a blank line parts paragraphs, as do HTML's `<p>` and TeX's list environments. */
export function readBlocks(text: Traced, repairs: Repair[]): Block[] {
  // Runs of blanks mean one; made one here, no later pattern can stumble over a long one.
  const parted = readListEnvironments(
    text.replace(/[ \t]+/gu, () => " "),
    repairs,
  );
  const blocks: Block[] = [];
  let start = 0;
  // A blank line inside display math parts nothing.
  for (const gap of parted.text.matchAll(
    /\n[ \t]*\n\s*|(?:<\/?(?:jats:)?p\s*>\s*){1,4}|\\par(?![A-Za-z])/giu,
  )) {
    blocks.push(...readPart(parted.slice(start, gap.index), repairs));
    start = gap.index + gap[0].length;
    if (!/^\s/u.test(gap[0]))
      repairs.push({
        rule: "paragraph-mark",
        before: gap[0],
        after: "\n\n",
        offset: parted.originOf(gap.index),
      });
  }
  blocks.push(...readPart(parted.slice(start, parted.text.length), repairs));
  return blocks;
}
