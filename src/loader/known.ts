import { isMap, isScalar } from "yaml";
import type { z } from "astro/zod";
import { fieldFault, fieldName } from "../paper/field-fault.ts";
import type { Problem } from "../paper/problem.ts";
import { formatProblem } from "../paper/problem.ts";
import type { PersonData, TagData, VenueData } from "../paper/schema.ts";
import { peopleSchema, tagsSchema, venuesSchema } from "../paper/schema.ts";
import { readYaml } from "./yaml.ts";

/** Beside the papers: the vocabulary, who is who, and which venue is which. */
export const TAGS = "tags.yaml";
export const PEOPLE = "people.yaml";
export const VENUES = "venues.yaml";

/** A file of entries by name, read as far as it goes: entries that are no good are left out and named. */
export interface NamedEntries<Data> {
  entries: Record<string, Data>;
  problems: Problem[];
  /** The line on which an entry, or a text in it, stands. */
  lineOf: (name: string, text?: string) => number;
}

function readEntries<Data>(
  source: string,
  file: string,
  schema: z.ZodType<Record<string, Data>>,
  hint: string,
): NamedEntries<Data> {
  const { document, value: values, faults, lineAt } = readYaml(source);
  const problems: Problem[] = [];
  const fault = (line: number, message: string, mend = hint) =>
    problems.push({
      code: `bad-${file.replace(/^.*\/|\.yaml$/gu, "")}`,
      severity: "error",
      source: file,
      line,
      message,
      hint: mend,
    });
  const { contents } = document;
  const starts = new Map<string, number>();
  if (isMap(contents))
    for (const { key } of contents.items)
      if (isScalar(key)) starts.set(String(key.value), lineAt(key.range[0]));
  const texts = source.split("\n");
  const lineOf = (name: string, text = "") => {
    const start = starts.get(name) ?? 1;
    const end = Math.min(...[...starts.values()].filter((line) => line > start), texts.length + 1);
    const at =
      text === "" ? -1 : texts.slice(start - 1, end - 1).findIndex((row) => row.includes(text));
    return at === -1 ? start : start + at;
  };
  for (const { line, message, hint: mend } of faults) fault(line, message, mend);
  if (faults.length > 0 || contents === null) return { entries: {}, problems, lineOf };
  const entries: Record<string, Data> = {};
  if (!isMap(contents)) fault(1, "is no list of names with what they stand for");
  else
    for (const [name, value] of Object.entries(values as Record<string, unknown>)) {
      const read = schema.safeParse({ [name]: value });
      if (read.success) Object.assign(entries, read.data);
      for (const issue of read.error?.issues ?? []) {
        const { path } = issue;
        fault(
          lineOf(name, path.length > 1 ? `${String(path[1])}:` : ""),
          `${fieldName(path)} ${fieldFault(issue, { [name]: value })}`,
        );
      }
    }
  return { entries, problems, lineOf };
}

/** Reads `tags.yaml`. */
export const readTags = (source: string, file: string): NamedEntries<TagData> =>
  readEntries(
    source,
    file,
    tagsSchema,
    "a tag is `its-address: { name, synonyms, about, match }`, see src/paper/schema.ts",
  );

/** Reads `people.yaml`. */
export const readPeople = (source: string, file: string): NamedEntries<PersonData> =>
  readEntries(
    source,
    file,
    peopleSchema,
    "a person is `their-address: { name, variants, orcid, note, papers }`, see src/paper/schema.ts",
  );

/** Reads `venues.yaml`. */
export const readVenues = (source: string, file: string): NamedEntries<VenueData> =>
  readEntries(
    source,
    file,
    venuesSchema,
    "a venue is `its-address: { short, full, kind, variants }`, see src/paper/schema.ts",
  );

/** What was read; throws with every fault where there is any. */
export function orThrow<Data>({ entries, problems }: NamedEntries<Data>): Record<string, Data> {
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  return entries;
}
