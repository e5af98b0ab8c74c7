import type { Person } from "../../paper/people.ts";

/** Authors that a row names before "et al.". */
const NAMED = 3;

/** `A, B, C et al.`: the first authors as a row names them. */
export function rowNames(authors: readonly Pick<Person, "name">[]): string {
  const names = authors.slice(0, NAMED).map(({ name }) => name);
  return names.join(", ") + (authors.length > NAMED ? " et\u00a0al." : "");
}
