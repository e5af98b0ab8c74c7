import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhole } from "../reader.ts";
import { openAcl } from "./read.ts";

/** The first paper of a volume with this title. */
const paperIn = (booktitle: string) =>
  readWhole(
    openAcl,
    `<?xml version="1.0"?><collection id="J90"><volume id="1"><meta><booktitle>${booktitle}</booktitle><year>1990</year></meta><paper id="1"><title>On a Thing</title></paper></volume></collection>`,
    "x",
  ).records[0];

test("a journal's volume and number are taken out of the title of its older volumes", () => {
  const record = paperIn(
    "Computational Linguistics, Volume 16, Number 4, <fixed-case>D</fixed-case>ecember 1990",
  );
  assert.deepEqual(
    [record?.venue, record?.volume, record?.issue, record?.kind],
    ["Computational Linguistics", "16", "4", "article"],
  );
});

test("proceedings in several volumes keep their title", () => {
  for (const title of [
    "Human Language Technologies, Volume 1 (Long and Short Papers)",
    "Proceedings of the 56th Annual Meeting (Volume 1: Long Papers)",
  ]) {
    const record = paperIn(title);
    assert.deepEqual([record?.venue, record?.volume], [title, undefined]);
  }
});
