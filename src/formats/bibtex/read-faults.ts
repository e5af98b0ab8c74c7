import type { Problem } from "../../paper/problem.ts";
import type { EntryFault } from "./read-entry.ts";

/** A problem that does not know its source yet. */
export type LineProblem = Omit<Problem, "source" | "line"> & { line: number };

/** Fields whose loss would be one. */
const TAKEN =
  /^(?:title|subtitle|author|year|date|journal(?:title)?|booktitle|doi|url|eprint|abstract)$/u;

const MENDS: Readonly<Record<EntryFault["code"], (what: string) => [string, string]>> = {
  "missing-comma": (what) => [`no comma after the field "${what}"`, "put one there"],
  "missing-key-comma": (what) => [
    `no comma after the key "${what}": it is read as one`,
    `put a comma after ${what}`,
  ],
  "doubled-equals": (what) => [
    `the field "${what}" has two equals signs: it is read as with one`,
    `write ${what} = {…}`,
  ],
  "extra-brace": () => ["a closing brace too many", "remove it"],
  "broken-field": (what) => [
    `"${what.slice(0, 60)}" is no field: it is left out`,
    "write name = {value},",
  ],
  "repeated-field": (what) => [
    `the field "${what}" stands there twice: the first counts`,
    "keep one of the two",
  ],
  "unclosed-field": (what) => [
    `a brace or quotation mark in the field "${what}" is not closed: it is read to the end of its line`,
    "close it, and compare the entry with its source",
  ],
  "unclosed-entry": (what) => [
    `the entry "${what}" is not closed`,
    "put a closing brace after its last field",
  ],
};

/** What is to be said of a fault; nothing of one that costs nothing. */
export function describeFault({ code, what }: EntryFault, line: number): LineProblem[] {
  if (code === "repeated-field" && !TAKEN.test(what)) return [];
  const [message, hint] = MENDS[code](what);
  return [{ code, severity: code === "missing-comma" ? "note" : "warning", line, message, hint }];
}

/** The problem of an entry that is lost. */
export function brokenEntry(text: string, line: number): LineProblem {
  const head = /^@\s*[a-z_-]+\s*[{(]\s*[^,\s]{0,60}/iu.exec(text)?.[0] ?? "an entry";
  return {
    code: "broken-entry",
    severity: "error",
    line,
    message: `${head} cannot be read: a brace or quotation mark is not closed`,
    hint: "mend it and import again; the other entries are read",
  };
}
