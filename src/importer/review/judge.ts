import type { Problem } from "../../paper/problem.ts";
import { digest, digestValue } from "../digest.ts";
import { editEntry, readEntryFile, writeEntry } from "../entry-file.ts";
import type { LedgerLine } from "../ledger.ts";
import { tidyLine } from "../ledger.ts";
import type { Library } from "../library.ts";
import { inOrder } from "../merge.ts";
import { joinNames, LIST_NAMES, LISTS } from "./pending.ts";
import type { Verdict } from "./sheet.ts";

/** What comes of verdicts: files and ledger lines to write, and what could not be done. */
export interface Judged {
  /** Key to the new text of its entry. */
  files: Map<string, string>;
  lines: Map<string, LedgerLine>;
  accepted: number;
  refused: number;
  problems: Problem[];
}

/** Names of topics and tags that there are. */
export type Known = Record<"topics" | "tags", ReadonlySet<string>>;

function faultOf({ key, list, name, isAccepted }: Verdict, library: Library, known: Known) {
  if (!library.entries.has(key))
    return [`there is no paper "${key}"`, "take the line out, or mend the key"];
  if (isAccepted && !known[list].has(name))
    return [
      `${LISTS[list]} "${name}" is unknown`,
      `add it to ${list === "tags" ? "tags.yaml" : "topics"} first`,
    ];
  return undefined;
}

/**
 * Carries verdicts out: what is accepted is a person's choice from now on, what is refused leaves the entry and is
 * remembered, so that no later import suggests it to that paper again.
 */
export function judge(
  verdicts: readonly Verdict[],
  library: Library,
  { known, file }: { known: Known; file: string },
): Judged {
  const made: Judged = {
    files: new Map(),
    lines: new Map(),
    accepted: 0,
    refused: 0,
    problems: [],
  };
  const byKey = Map.groupBy(verdicts, ({ key }) => key);
  for (const [key, own] of byKey) {
    const entry = library.entries.get(key);
    const sound = own.filter((verdict) => {
      const fault = faultOf(verdict, library, known);
      if (!fault) return true;
      const [message = "", hint = ""] = fault;
      made.problems.push({
        code: "bad-review",
        severity: "error",
        source: file,
        line: verdict.line,
        message,
        hint,
      });
      return false;
    });
    const read = entry && readEntryFile(entry.text);
    if (!entry || !read || sound.length === 0) continue;
    let line: LedgerLine = entry.line ?? { key, fields: {}, identity: entry.identity };
    const changes: Partial<Record<"topics" | "tags", string[]>> = {};
    for (const list of LIST_NAMES) {
      const here = sound.filter((verdict) => verdict.list === list);
      if (here.length === 0) continue;
      const now = Array.isArray(read.data[list]) ? (read.data[list] as string[]) : [];
      const yes = here.filter(({ isAccepted }) => isAccepted).map(({ name }) => name);
      const no = here.filter(({ isAccepted }) => !isAccepted).map(({ name }) => name);
      const next = [...new Set([...now, ...yes])].filter((name) => !no.includes(name));
      if (next.join() !== now.join()) changes[list] = next;
      const open = (line.suggested?.[list] ?? []).filter((name) => ![...yes, ...no].includes(name));
      line = { ...line, suggested: { ...line.suggested, [list]: open } };
      if (no.length > 0) line = { ...line, refused: joinNames(line.refused, list, no) };
      // Only a list that was the importer's stays so: one that a person has written is no guess.
      if (digestValue(now) === line.fields[list]) {
        line = { ...line, fields: inOrder({ ...line.fields, [list]: digestValue(next) }) };
      }
      made.accepted += yes.length;
      made.refused += no.length;
    }
    if (Object.keys(changes).length > 0) {
      const isOurs = line.file === digest(entry.text);
      const text = isOurs
        ? writeEntry({ data: { ...read.data, ...changes }, body: read.body })
        : editEntry(entry.text, changes, undefined);
      made.files.set(key, text);
      if (isOurs) line = { ...line, file: digest(text) };
    }
    made.lines.set(key, tidyLine(line));
  }
  return made;
}
