import type { Problem } from "../paper/problem.ts";
import type { Draft } from "./draft.ts";
import type { PartKept } from "./steps.ts";

/** How much of a value is quoted, in UTF-16 units. */
const SHOWN = 60;

const nameOf = (author: unknown) =>
  typeof author === "object" && author !== null && "name" in author ? author.name : author;

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((one) => textOf(nameOf(one))).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
};

const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Both values from the word on in which they part; a long text's beginning says nothing when it is the same. */
export function quoteBoth(here: unknown, there: unknown): [string, string] {
  const [a, b] = [textOf(here), textOf(there)].map((text) => text.replace(/\s+/gu, " ")) as [
    string,
    string,
  ];
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  const start =
    a.length <= SHOWN && b.length <= SHOWN ? 0 : a.lastIndexOf(" ", Math.max(0, same - 20)) + 1;
  const quote = (text: string) => `"${start > 0 ? "…" : ""}${cut(text.slice(start))}"`;
  return [quote(a), quote(b)];
}

/** The line on which a field, or the body, of an entry begins. */
function lineOf(text: string, field: string): number {
  const lines = text.split("\n");
  const end = lines.indexOf("---", 1);
  if (field !== "body") return lines.findIndex((line) => line.startsWith(`${field}:`)) + 1 || 1;
  return lines.findIndex((line, i) => i > end && line.trim() !== "") + 1 || lines.length;
}

/** A hand-made edit that stays: both values, and a warning where the source has changed as well. */
export function tellKept(
  { field, here, there, isConflict }: PartKept,
  { record }: Draft,
  text: string,
  file: string,
): Problem {
  const [mine, theirs] = quoteBoth(here, there);
  const name = field === "body" ? "abstract" : field;
  const has = isConflict ? "now has" : "has";
  return {
    code: "kept-hand-edit",
    severity: isConflict ? "warning" : "note",
    source: file,
    line: lineOf(text, field),
    message: `${name}: changed by hand, so ${mine} stays; ${record.source}:${String(record.line)} ${has} ${theirs}`,
    hint: "to take the source's, write it there; to take all of the source's, delete the entry and import again",
  };
}
