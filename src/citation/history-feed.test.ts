import assert from "node:assert/strict";
import { test } from "node:test";
import type { HistoryRow } from "../catalog/history.ts";
import { historyItems } from "./history-feed.ts";
import { countWords } from "./history-words.ts";

const urls = {
  change: (id: string) => `/changes/${id}/`,
  absolute: (path: string) => `https://carrel.example${path}`,
};

const rows = (kind: HistoryRow["kind"], count: number): HistoryRow[] =>
  Array.from({ length: count }, (_, n) => ({
    kind,
    key: `${kind}${String(n)}`,
    isLed: false,
    fields: kind === "changed" ? ["body"] : [],
  }));

test("an item an import: its page's address as lasting name, counts as title, titles as text", () => {
  const change = {
    id: "20240201t000000z",
    at: "2024-02-01T00:00:00Z",
    sources: ["a.bib"],
    counts: { added: 25, changed: 1, removed: 0 },
    rows: [...rows("added", 25), ...rows("changed", 1)],
  };
  const [item] = historyItems([change], urls);
  assert.equal(item?.id, "https://carrel.example/changes/20240201t000000z/");
  assert.equal(item.title, "1 February 2024: 25 papers added, 1 changed");
  assert.match(
    item.text,
    /^Added: added0; .*added19; and 5 more\. Changed: changed0 \(abstract\)\.$/u,
  );
  assert.equal(item.date?.toISOString(), "2024-02-01T00:00:00.000Z");
});

test("counts are told with their noun once, and only where there are any", () => {
  assert.equal(countWords({ added: 1, changed: 0, removed: 0 }), "1 paper added");
  assert.equal(
    countWords({ added: 11_152, changed: 0, removed: 1_000 }),
    "11,152 papers added, 1,000 removed",
  );
  assert.equal(countWords({ added: 0, changed: 2, removed: 1 }), "2 papers changed, 1 removed");
});
