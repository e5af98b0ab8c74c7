import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { buildCatalog } from "./build.ts";
import { listHistory } from "./history.ts";

const paper = (key: string, fields: Record<string, unknown>) => ({
  ...toPaper(key, paperSchema.parse(fields), {
    title: String(fields["title"]),
    titleHtml: "",
    abstract: { html: "", text: "", sentences: [] },
  }),
  components: "none" as const,
});

const catalog = buildCatalog({
  papers: [
    paper("new2024", { title: "Beta", aliases: ["old2024"] }),
    paper("other2024", { title: "Alpha" }),
    paper("void2024", { title: "Gamma", withdrawn: "By request." }),
  ],
  topics: [],
  tags: [],
});

const change = (at: string, fields: object) => ({
  ...{ at, sources: [], added: [], changed: [], removed: [] },
  ...fields,
});

test("the newest import stands first, its papers by title, under what they are called today", () => {
  const history = listHistory(
    [
      change("2024-01-01T00:00:00Z", { added: ["old2024", "other2024", "void2024", "lost2024"] }),
      change("2024-02-01T00:00:00Z", {
        changed: [{ key: "other2024", fields: ["date", "body"] }],
        removed: ["moved2024", "lost2024"],
      }),
    ],
    catalog,
    new Set(["papers/moved2024/"]),
  );
  assert.deepEqual(
    history.map(({ id }) => id),
    ["20240201t000000z", "20240101t000000z"],
  );
  const told = history.map(({ rows }) => rows.map((row) => [row.kind, row.key, row.isLed]));
  assert.deepEqual(told[1], [
    ["added", "other2024", true],
    ["added", "new2024", true],
    ["added", "void2024", true],
    ["added", "lost2024", false],
  ]);
  assert.deepEqual(told[0], [
    ["changed", "other2024", true],
    ["removed", "lost2024", false],
    ["removed", "moved2024", true],
  ]);
  assert.deepEqual(history[0]?.rows[0]?.fields, ["date", "body"]);
});

test("a later import renames none before it, even in the same second", () => {
  const one = change("2024-01-01T00:00:00Z", { added: ["new2024"] });
  const ids = (count: number) =>
    listHistory(
      Array.from({ length: count }, () => one),
      catalog,
    ).map(({ id }) => id);
  assert.deepEqual(ids(1), ["20240101t000000z"]);
  assert.deepEqual(ids(2).toSorted(), ["20240101t000000z", "20240101t000000z-2"]);
});
