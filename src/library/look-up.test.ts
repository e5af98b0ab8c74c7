import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf } from "./look-up.ts";

/** A paper's page, as far as its head tells of it. */
function pageWith(authors: readonly string[]): Document {
  const metas = (content: string | undefined) => (content === undefined ? [] : [{ content }]);
  const found: Record<string, { content: string }[]> = {
    'meta[name="citation_title"]': metas("A title"),
    'meta[name="citation_publication_date"]': metas("2025/06/01"),
    'meta[name="citation_author"]': authors.flatMap(metas),
  };
  return {
    querySelectorAll: (selector: string) => found[selector] ?? [],
    querySelector: () => null,
  } as unknown as Document;
}

test("a paper's authors are read from the head of its page, whether they have pages or not", () => {
  const { title, by, date, venue } = factsOf(pageWith(["Dao, Quan", "Kimi Team,"]));
  assert.deepEqual(
    { title, by, date, venue },
    {
      title: "A title",
      by: "Quan Dao, Kimi Team",
      date: "2025-06-01",
      venue: "",
    },
  );
  assert.equal(factsOf(pageWith(["A, B", "C, D", "E, F", "G, H"])).by, "B A, D C, F E et al.");
});
