import assert from "node:assert/strict";
import { test } from "node:test";
import { compareNewest, formatDate, formatDateShort, parseDate, startOf } from "./dates.ts";

const date = (iso: string) => {
  const parsed = parseDate(iso);
  assert.ok(parsed, iso);
  return parsed;
};

test("a date is read at the precision it has", () => {
  assert.deepEqual(date("2024-02-29"), { iso: "2024-02-29", year: 2024, month: 2, day: 29 });
  assert.deepEqual(date("2022-06"), { iso: "2022-06", year: 2022, month: 6 });
  assert.deepEqual(date("2017"), { iso: "2017", year: 2017 });
});

test("days that do not exist are no dates", () => {
  for (const iso of [
    "2023-02-29",
    "2024-13",
    "2024-00",
    "2024-04-31",
    "24",
    "0024",
    "2024-1-1",
    "",
    "soon",
  ])
    assert.equal(parseDate(iso), undefined, iso);
});

test("a date is written as precisely as it is known", () => {
  assert.deepEqual(
    ["2024-06-05", "2024-06", "2024"].map((iso) => formatDate(date(iso))),
    ["5 June 2024", "June 2024", "2024"],
  );
  assert.equal(formatDateShort(date("2024-06-05")), "5 Jun 2024");
  assert.equal(startOf(date("2024-06")).toISOString(), "2024-06-01T00:00:00.000Z");
});

test("newest comes first, the unknown last, the vague after the exact of its year", () => {
  const sorted = ["2023", "2024", undefined, "2024-06", "2024-06-05", "2025-01-01"]
    .map((iso) => (iso === undefined ? undefined : date(iso)))
    .sort(compareNewest)
    .map((d) => d?.iso);
  assert.deepEqual(sorted, ["2025-01-01", "2024-06-05", "2024-06", "2024", "2023", undefined]);
});
