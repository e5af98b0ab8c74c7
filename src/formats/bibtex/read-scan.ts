import type { BibtexBlock } from "./read-blocks.ts";
import { countLines } from "../reader.ts";
import { BibtexBlocks } from "./read-blocks.ts";
import type { RawEntry } from "./read-entry.ts";
import { hasSwallowed, isWhole, readEntry, readTornEntry } from "./read-entry.ts";
import type { LineProblem } from "./read-faults.ts";
import { brokenEntry, describeFault } from "./read-faults.ts";

const ENTRY = /(?<![\w.])@\s*[a-z][a-z_-]*\s*[{(]/giu;
const NO_ENTRY = /^@\s*(?:comment|preamble)/iu;

/** How much a comment over several entries may hold, in UTF-16 units, before it counts as one that nobody closed. */
const LONGEST_COMMENT = 4_000_000;

/** Where `depth` open braces are closed, counted from `at`; -1, and what stays open, where they are not. */
function closing(text: string, at: number, depth: number): { depth: number; end: number } {
  let open = depth;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === "{") open += 1;
    else if (text[index] === "}") open -= 1;
    if (open === 0) return { depth: 0, end: index + 1 };
  }
  return { depth: open, end: -1 };
}

/** Whom the scanner tells what it finds. */
export interface Listener {
  entry: (entry: RawEntry, line: number) => void;
  problem: (problem: LineProblem) => void;
}

interface OpenComment {
  blocks: BibtexBlock[];
  /** How many braces are open. */
  depth: number;
  /** In UTF-16 units. */
  size: number;
}

/** Finds the entries of a file while it comes in: one that is broken costs itself alone. */
export class BibtexScanner {
  readonly #blocks = new BibtexBlocks();
  readonly #listener: Listener;
  /** An entry that the end of its block cut off: it may go on in the next. */
  #cut: BibtexBlock | undefined;
  /** A comment that is not closed yet: if it never is, what it holds was none. */
  #comment: OpenComment | undefined;
  /** Whether a comment may go on over what looks like entries: no longer, once one of them was never closed. */
  #trustsComments = true;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  push(chunk: string): void {
    for (const block of this.#blocks.push(chunk)) this.#add(block);
  }

  end(): void {
    for (const block of this.#blocks.end()) this.#add(block);
    this.#openComment();
    this.#giveUp();
  }

  /** Reads what a comment holds that was never closed. */
  #openComment(): void {
    if (this.#comment === undefined) return;
    const [first, ...rest] = this.#comment.blocks;
    this.#comment = undefined;
    this.#trustsComments = false;
    this.#tellUnclosed(first?.line ?? 1);
    for (const block of rest) this.#add(block);
  }

  #tellUnclosed(line: number): void {
    const message = "a comment is not closed: what follows it is read";
    this.#tell("unclosed-comment", line, message, "close its brace");
  }

  #add(block: BibtexBlock): void {
    if (this.#comment) this.#continueComment(this.#comment, block);
    else if (this.#cut) this.#continueEntry(this.#cut, block);
    else this.#scan(block);
  }

  /** What is cut off for good. */
  #giveUp(): void {
    if (this.#cut) this.#giveTorn(this.#cut);
    this.#cut = undefined;
  }

  /** All entries of a block: as a rule one. */
  #scan({ text, line }: BibtexBlock): void {
    ENTRY.lastIndex = 0;
    let counted = 0;
    let start = line;
    // Where the entry before ends, and whether a comment runs on from there.
    let from = 0;
    let isComment = false;
    for (let match = ENTRY.exec(text); match; match = ENTRY.exec(text)) {
      const at = match.index;
      start += countLines(text.slice(counted, at));
      counted = at;
      const between = text.slice(from, at);
      const lineEnd = between.lastIndexOf("\n");
      isComment = (isComment && lineEnd === -1) || between.includes("%", lineEnd + 1);
      from = ENTRY.lastIndex;
      if (isComment) {
        this.#tell("commented-out", start, `${match[0]}… stands in a comment: it is passed over`);
        continue;
      }
      if (NO_ENTRY.test(match[0])) {
        const { depth, end } = closing(text, ENTRY.lastIndex, 1);
        if (end === -1) {
          if (this.#trustsComments)
            this.#comment = { blocks: [{ text: text.slice(at), line: start }], depth, size: 0 };
          else this.#tellUnclosed(start);
          return;
        }
        ENTRY.lastIndex = from = end;
        continue;
      }
      const entry = readEntry(text, at);
      if (!entry) continue;
      if (entry.state === "cut") {
        this.#cut = { text: text.slice(at), line: start };
        return;
      }
      this.#give(entry, text, at, start);
      ENTRY.lastIndex = from = entry.end;
    }
  }

  #give(entry: RawEntry, text: string, at: number, line: number): void {
    if (!isWhole(entry) && hasSwallowed(entry))
      this.#giveTorn({ text: text.slice(at, entry.end), line });
    else this.#tellEntry(entry, text, at, line);
  }

  /** An entry with a value that is not closed: what its lines tell, or that it is lost. */
  #giveTorn({ text, line }: BibtexBlock): void {
    const entry = readTornEntry(text, 0);
    if (entry) this.#tellEntry(entry, text, 0, line);
    else this.#listener.problem(brokenEntry(text, line));
  }

  #tellEntry(entry: RawEntry, text: string, at: number, line: number): void {
    let there = line;
    let counted = at;
    for (const fault of entry.faults.toSorted((a, b) => a.at - b.at)) {
      there += countLines(text.slice(counted, fault.at));
      counted = fault.at;
      for (const problem of describeFault(fault, there)) this.#listener.problem(problem);
    }
    this.#listener.entry(entry, line);
  }

  #continueComment(comment: OpenComment, block: BibtexBlock): void {
    const { depth, end } = closing(block.text, 0, comment.depth);
    comment.depth = depth;
    comment.size += block.text.length;
    comment.blocks.push(block);
    if (comment.size > LONGEST_COMMENT) this.#openComment();
    if (end === -1 || this.#comment === undefined) return;
    this.#comment = undefined;
    const count = String(comment.blocks.length - 1);
    const message = `a comment holds what looks like ${count} entries: they are passed over`;
    this.#tell("commented-out", comment.blocks[0]?.line ?? 1, message);
    this.#scan({
      text: block.text.slice(end),
      line: block.line + countLines(block.text.slice(0, end)),
    });
  }

  /** A cut entry goes on in the next block only where that is no sound entry of its own. */
  #continueEntry(cut: BibtexBlock, block: BibtexBlock): void {
    const own = readEntry(block.text, block.text.indexOf("@"));
    const isEntry = own?.state === "closed" && own.fields.has("title");
    const joined = isEntry ? undefined : readEntry(cut.text + block.text, 0);
    const goesOn = joined !== undefined && isWhole(joined);
    if (!goesOn) this.#giveUp();
    this.#cut = undefined;
    this.#scan(goesOn ? { text: cut.text + block.text, line: cut.line } : block);
  }

  #tell(code: string, line: number, message: string, hint?: string): void {
    const problem = { code, line, message, ...(hint === undefined ? {} : { hint }) };
    this.#listener.problem({ ...problem, severity: hint === undefined ? "note" : "warning" });
  }
}
