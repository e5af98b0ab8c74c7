import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";

/** Before it, nothing that is cited here was printed; conferences announce the year after next at most. */
const FIRST_YEAR = 1600;
const AHEAD = 2;

const isShouted = (title: string) =>
  !/\p{Ll}/u.test(title) && (title.match(/\p{Lu}{3,}/gu)?.length ?? 0) >= 2;

/** What can be read of a record and is probably not meant: a person should look at it. Nothing of it is changed. */
export function findOdd(record: SourceRecord, title: string, now: number): Problem[] {
  const say = (code: string, severity: Problem["severity"], message: string, hint: string) => ({
    code,
    severity,
    source: record.source,
    line: record.line,
    message,
    hint,
  });
  const problems: Problem[] = [];
  if (isShouted(title))
    problems.push(
      say(
        "shouted-title",
        "warning",
        `"${title.slice(0, 80)}" is in capitals`,
        "write it as the paper does: which words have capitals, no program can tell",
      ),
    );
  const year = Number(record.date?.slice(0, 4));
  if (year < FIRST_YEAR || year > now + AHEAD)
    problems.push(
      say("odd-date", "warning", `the date ${record.date ?? ""} can hardly be meant`, "look it up"),
    );
  if (record.isCut)
    problems.push(
      say(
        "authors-cut",
        "note",
        `"${title.slice(0, 80)}" names only its first authors`,
        "write them all, if they are to be found by their names",
      ),
    );
  for (const { rule, where, before, after } of record.mended ?? [])
    problems.push(
      rule === "mojibake"
        ? {
            ...{ code: "repaired", severity: "note", source: record.source, line: record.line },
            message: `${where}: ${rule}: "${before}" became "${after}"`,
          }
        : say(
            "shouted-name",
            "warning",
            `author "${before}" became "${after}"`,
            "if the name has other capitals, write them in the entry: an import leaves them",
          ),
    );
  return problems;
}
