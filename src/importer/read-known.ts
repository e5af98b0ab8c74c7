import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PEOPLE, readPeople, readVenues, VENUES } from "../loader/known.ts";
import type { Known } from "../paper/known.ts";
import { knownBy } from "../paper/known.ts";
import type { Problem } from "../paper/problem.ts";

/** What `people.yaml` and `venues.yaml` of a content folder say, as far as they can be read. */
export async function readKnown(
  contentDir: string,
  display: (path: string) => string,
): Promise<{ known: Known; problems: Problem[] }> {
  const source = (name: string) => readFile(join(contentDir, name), "utf8").catch(() => "");
  const people = readPeople(await source(PEOPLE), display(join(contentDir, PEOPLE)));
  const venues = readVenues(await source(VENUES), display(join(contentDir, VENUES)));
  // An import goes on without what cannot be read: it is the check that fails.
  const problems = [...people.problems, ...venues.problems].map((problem): Problem => ({
    ...problem,
    severity: "warning",
  }));
  return { known: knownBy(people.entries, venues.entries), problems };
}
