import assert from "node:assert/strict";
import { test } from "node:test";
import { toSaved } from "./saved.ts";
import { findNamed, readShared, writeFile, writeMarkdown, writeShared } from "./travel.ts";

test("a list comes out of its address as it went in", () => {
  const keys = ["dao2025improved", "how-to-train", "李2023学习"];
  assert.deepEqual(readShared(writeShared(keys)), keys);
});

test("an address carries keys and nothing else", () => {
  assert.deepEqual(readShared("#papers=a,a,,%ZZ,../x,<b>,b"), ["a", "b"]);
  assert.deepEqual(readShared("#main"), []);
});

const addresses = (text: string) => findNamed(text).map((named) => named.addresses);

test("lines name papers by key, address, arXiv id or DOI", () => {
  assert.deepEqual(
    addresses(
      "https://carrel.example/papers/dao2025improved/#s2\n" +
        "- yang2025ape\n" +
        "https://arxiv.org/abs/2502.05431v2\n" +
        "see https://doi.org/10.1000/ABC.(1), please\n" +
        "nothing here at all",
    ),
    [
      ["papers/dao2025improved/"],
      ["papers/yang2025ape/"],
      ["abs/2502.05431/"],
      ["doi/10.1000/abc.(1)/"],
    ],
  );
});

test("a shared address that is pasted is a list", () => {
  assert.deepEqual(addresses("https://carrel.example/library/#papers=a1,b2"), [
    ["papers/a1/"],
    ["papers/b2/"],
  ]);
});

test("BibTeX names papers by key, arXiv id and DOI, not by those of works that its text speaks of", () => {
  const bib = `@string{x = "y"}
@article{Dao2025, title = {After 1706.03762},
  abstract = {Unlike 10.1000/other},
  eprint = {2502.01441}, doi = {10.1000/X.1}
}
@misc{plain}`;
  assert.deepEqual(addresses(bib), [
    ["papers/dao2025/", "abs/2502.01441/", "doi/10.1000/x.1/"],
    ["papers/plain/"],
  ]);
});

test("RIS and CSL-JSON name papers likewise", () => {
  const ris =
    "TY  - JOUR\r\nID  - a2020b\r\nDO  - 10.1000/q\r\nN1  - arXiv:2001.00001\r\nER  - \r\n";
  assert.deepEqual(addresses(ris), [["papers/a2020b/", "abs/2001.00001/", "doi/10.1000/q/"]]);
  const csl = JSON.stringify([{ id: "a2020b", DOI: "10.1000/q", title: "See 2001.00002" }]);
  assert.deepEqual(addresses(csl), [["papers/a2020b/", "doi/10.1000/q/"]]);
});

const mine = [
  toSaved("a2020b", { title: "A [B] C", by: "D. E", date: "2020-05-06", note: "one\ntwo" }),
  toSaved("c2021d", { title: "Read it", progress: "read" }),
];

test("a file of the list comes back with notes and progress", () => {
  const back = findNamed(writeFile(mine, "https://carrel.example/"));
  assert.deepEqual(
    back.map(({ saved }) => [saved?.key, saved?.note, saved?.progress]),
    [
      ["a2020b", "one\ntwo", "to-read"],
      ["c2021d", "", "read"],
    ],
  );
});

test("Markdown has a section for each state, titles as text, notes as quotations", () => {
  const names = { "to-read": "To read", reading: "Reading", read: "Read" };
  assert.equal(
    writeMarkdown(mine, (key) => `/${key}/`, names),
    "# Reading list\n\n## To read\n\n- [A \\[B\\] C](/a2020b/)\n  D. E · 2020\n  > one\n  > two\n" +
      "\n## Read\n\n- [Read it](/c2021d/)\n",
  );
});
