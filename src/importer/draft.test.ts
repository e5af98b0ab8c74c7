import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDraft } from "./draft.ts";

test("a field that the schema refuses is left out, and what to do is said", () => {
  const { draft, problems } = makeDraft({
    ...{ source: "a.json", line: 3, title: "A Thing", abstract: "", authors: [] },
    date: "soon",
    doi: "10.1000/182",
  });
  assert.equal(draft?.data.date, undefined);
  assert.equal(draft?.data.doi, "10.1000/182");
  const [problem, ...others] = problems;
  assert.deepEqual(
    [problem?.code, problem?.severity, problem?.source, problem?.line],
    ["dropped-field", "warning", "a.json", 3],
  );
  assert.ok(problem?.hint);
  assert.deepEqual(others, []);
});
