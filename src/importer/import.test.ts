import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { CHANGES, readChanges } from "../paper/changes.ts";
import { LEDGER } from "./ledger.ts";
import type { ImportOptions, ImportReport } from "./run.ts";
import { runImport } from "./run.ts";

const FIRST = "On a First Thing";
const PROSE = "We measure a thing that was not measured before. It is larger than we thought.";
const SECOND = "Towards a Second Thing";
const OTHER = "We compare it with another thing. Both are larger than {either} of them.";
const LISTING = [FIRST, PROSE, SECOND, OTHER].join("\n\n");

const FACTS = JSON.stringify([
  {
    title: FIRST,
    authors: ["Ludwig van Beethoven"],
    published: "2025-02-03",
    arxivId: "2502.01441",
  },
  { title: SECOND, authors: ["Ada Lovelace"], published: "2024" },
]);

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-import-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Imports texts into the test's folder. */
async function importTexts(
  texts: Record<string, string | Uint8Array>,
  options: Partial<ImportOptions> & { facts?: string } = {},
): Promise<ImportReport> {
  const { facts, ...rest } = options;
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  if (facts !== undefined) await writeFile(join(folder, "facts.json"), facts);
  const { report } = await runImport({
    inputs: Object.keys(texts).map((name) => ({ path: join(folder, name), name })),
    ...(facts === undefined
      ? {}
      : { metadata: { path: join(folder, "facts.json"), name: "facts" } }),
    contentDir: join(folder, "content"),
    starterDir: join(folder, "nothing"),
    keepKeys: false,
    dryRun: false,
    at: "2026-01-02T03:04:05Z",
    display: (path) => path.slice(folder.length + 1),
    ...rest,
  });
  return report;
}

const counts = ({ added, updated, unchanged, skipped }: ImportReport) => [
  added,
  updated,
  unchanged,
  skipped,
];

const codes = ({ problems }: ImportReport) =>
  problems
    .filter(({ code }) => code !== "repaired" && code !== "unplaced-fields")
    .map(({ code }) => code);

const entryPath = (key: string) => join(folder, "content", "papers", `${key}.mdx`);
const entry = (key: string) => readFile(entryPath(key), "utf8");
const keys = async () =>
  (await readdir(join(folder, "content", "papers"))).map((file) => file.replace(/\.mdx$/u, ""));

/** Every file below the content folder with its text. */
async function snapshot(): Promise<Record<string, string>> {
  const files = await readdir(join(folder, "content"), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [path, await readFile(path, "utf8")] as const;
    });
  return Object.fromEntries(await Promise.all(texts));
}

test("a listing and its facts become entries with fields in order and text escaped", async () => {
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.deepEqual(counts(report), [2, 0, 0, 0]);
  assert.deepEqual(await keys(), ["lovelace2024second", "vanbeethoven2025first"]);
  assert.equal(
    await entry("vanbeethoven2025first"),
    `---
title: On a First Thing
authors:
  - Ludwig van Beethoven
date: 2025-02-03
arxiv: "2502.01441"
topics: []
tags: []
---

${PROSE}
`,
  );
  assert.match(await entry("lovelace2024second"), /^date: 2024$/mu);
  assert.match(await entry("lovelace2024second"), /\\\{either\}/u);
});

test("importing again changes no byte and reports all unchanged", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const before = await snapshot();
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.deepEqual(counts(report), [0, 0, 2, 0]);
  assert.deepEqual(await snapshot(), before);
});

test("facts that come later, and a changed source, update what nobody has edited", async () => {
  await importTexts({ "list.txt": LISTING });
  assert.deepEqual(await keys(), ["first-thing", "second-thing"]);
  const changed = LISTING.replace("larger than we thought", "much larger");
  assert.deepEqual(
    counts(await importTexts({ "list.txt": changed }, { facts: FACTS })),
    [0, 2, 0, 0],
  );
  const text = await entry("first-thing");
  assert.match(text, /Ludwig van Beethoven/u);
  assert.match(text, /much larger/u);
});

test("what a source no longer tells stays", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const before = await snapshot();
  assert.deepEqual(counts(await importTexts({ "list.txt": LISTING })), [0, 0, 2, 0]);
  assert.deepEqual(await snapshot(), before);
});

test("a field edited by hand stays and is reported; the others still follow their source", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const path = entryPath("vanbeethoven2025first");
  const edited = (await entry("vanbeethoven2025first"))
    .replace("title: On a First Thing", "title: On the First Thing # by hand")
    .replace("topics: []", "topics: [things]")
    .replace("larger", "bigger");
  await writeFile(path, edited);
  const same = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.deepEqual(counts(same), [0, 0, 2, 0]);
  assert.deepEqual(codes(same), ["kept-hand-edit", "kept-hand-edit"]);
  assert.equal(await readFile(path, "utf8"), edited);

  const facts = FACTS.replace("2025-02-03", "2025-02-04");
  const report = await importTexts({ "list.txt": LISTING }, { facts });
  assert.deepEqual(counts(report), [0, 1, 1, 0]);
  assert.equal(await readFile(path, "utf8"), edited.replace("2025-02-03", "2025-02-04"));
  const again = await importTexts({ "list.txt": LISTING }, { facts });
  assert.deepEqual(counts(again), [0, 0, 2, 0]);
});

test("an entry that somebody else wrote is never changed", async () => {
  await importTexts({ "list.txt": SECOND });
  await rm(join(folder, "content", LEDGER));
  const own =
    '---\ntitle: "On a first thing"\nauthors: [Ludwig van Beethoven]\n---\n\nMy own words.\n';
  await writeFile(entryPath("mine"), own);
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.equal(await entry("mine"), own);
  assert.ok(codes(report).includes("kept-hand-edit"));
  assert.ok(!(await keys()).includes("vanbeethoven2025first"));
});

test("without its ledger the importer knows its own entries again", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const before = await snapshot();
  await rm(join(folder, "content", LEDGER));
  assert.deepEqual(
    counts(await importTexts({ "list.txt": LISTING }, { facts: FACTS })),
    [0, 0, 2, 0],
  );
  assert.deepEqual(await snapshot(), before);
});

test("an entry under another name is still the same paper", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const text = await entry("vanbeethoven2025first");
  await rm(entryPath("vanbeethoven2025first"));
  await writeFile(entryPath("beethoven2025"), text);
  assert.deepEqual(
    counts(await importTexts({ "list.txt": LISTING }, { facts: FACTS })),
    [0, 0, 2, 0],
  );
  assert.deepEqual((await keys()).sort(), ["beethoven2025", "lovelace2024second"]);
});

test("each import that changes anything is told in a line, with what it added, changed and found gone", async () => {
  const changes = async () => readChanges(await readFile(join(folder, "content", CHANGES), "utf8"));
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  await importTexts({ "list.txt": LISTING }, { facts: FACTS, at: "2026-02-03T00:00:00Z" });
  assert.equal((await changes()).length, 1);
  await rm(entryPath("lovelace2024second"));
  await importTexts(
    { "other.txt": [FIRST, PROSE.replace("thing", "matter")].join("\n\n") },
    { at: "2026-03-04T00:00:00Z" },
  );
  assert.deepEqual(await changes(), [
    {
      at: "2026-01-02T03:04:05Z",
      sources: ["list.txt"],
      added: ["lovelace2024second", "vanbeethoven2025first"],
      changed: [],
      removed: [],
    },
    {
      at: "2026-03-04T00:00:00Z",
      sources: ["other.txt"],
      added: [],
      changed: [{ key: "vanbeethoven2025first", fields: ["body"] }],
      removed: ["lovelace2024second"],
    },
  ]);
});

test("a dry run says what it would do and writes nothing", async () => {
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS, dryRun: true });
  assert.deepEqual(counts(report), [2, 0, 0, 0]);
  await assert.rejects(readdir(join(folder, "content")), { code: "ENOENT" });
});

const item = (fields: Record<string, unknown>) => ({ type: "article", abstract: PROSE, ...fields });
const AUTHOR = [{ family: "Lovelace", given: "Ada" }];
const ISSUED = { "date-parts": [[2024]] };

test("a source's own keys become aliases, or the keys themselves with --keep-keys", async () => {
  const items = JSON.stringify([
    item({ id: "Lovelace_24", title: FIRST, author: AUTHOR, issued: ISSUED }),
    item({ id: "lovelace_24", title: SECOND, author: AUTHOR, issued: ISSUED, abstract: OTHER }),
    item({ id: "../../etc/passwd", title: "A Third Thing", author: AUTHOR }),
  ]);
  await importTexts({ "a.json": items }, { keepKeys: true });
  assert.deepEqual((await keys()).sort(), ["Lovelace_24", "etc-passwd", "lovelace_24b"]);
  await rm(join(folder, "content"), { recursive: true });
  await importTexts({ "a.json": items });
  const own = ["lovelace2024first", "lovelace2024second", "lovelacethird"];
  assert.deepEqual((await keys()).sort(), own);
  assert.match(await entry("lovelace2024first"), /^aliases: \[Lovelace_24\]$/mu);
});

test("with --keep-keys a key that can stay as it is stays; what becomes of others is told", async () => {
  const items = JSON.stringify([
    item({ id: "Smith 2001", title: FIRST, author: AUTHOR, issued: ISSUED }),
    item({ id: "smith-2001", title: SECOND, author: AUTHOR, issued: ISSUED, abstract: OTHER }),
    item({ id: "123", title: "A Third Thing", author: AUTHOR, abstract: "" }),
    item({ id: "日本2001", title: "A Fourth Thing", author: AUTHOR, abstract: "" }),
    item({ id: "Sørensen2001", title: "A Fifth Thing", author: AUTHOR, abstract: "" }),
  ]);
  const report = await importTexts({ "a.json": items }, { keepKeys: true });
  assert.deepEqual((await keys()).sort(), [
    ...["RiBen2001", "Smith-2001b", "Sorensen2001", "lovelacethird", "smith-2001"],
  ]);
  assert.match(await entry("smith-2001"), /^title: .*Second/mu);
  assert.deepEqual(codes(report), ["other-key", "other-key"]);
  const told = report.problems.map(({ message }) => message).join("\n");
  assert.match(told, /"Smith 2001".*Smith-2001b/u);
  assert.match(told, /"123".*lovelacethird/u);
  const again = await importTexts({ "a.json": items }, { keepKeys: true });
  assert.deepEqual([counts(again), codes(again)], [[0, 0, 5, 0], []]);
});

test("papers whose keys would be the same get letters", async () => {
  const items = [1, 2, 3].map((n) =>
    item({
      id: `k${String(n)}`,
      title: `First Thing ${String(n)}`,
      author: AUTHOR,
      issued: ISSUED,
    }),
  );
  await importTexts({ "a.json": JSON.stringify(items) });
  assert.deepEqual((await keys()).sort(), [
    "lovelace2024first",
    "lovelace2024firstb",
    "lovelace2024firstc",
  ]);
});

test("of doubled records one wins, and its double's key leads to it", async () => {
  const items = JSON.stringify([
    item({ id: "a", title: FIRST, author: AUTHOR }),
    item({ id: "b", title: "On a first thing.", author: AUTHOR }),
    item({ id: "c", title: FIRST, author: AUTHOR, abstract: OTHER }),
  ]);
  const report = await importTexts({ "a.json": items }, { keepKeys: true });
  assert.deepEqual(counts(report), [2, 0, 0, 1]);
  assert.deepEqual(codes(report), ["doubled-record"]);
  assert.match(await entry("a"), /^aliases: \[b\]$/mu);
  assert.deepEqual(
    counts(await importTexts({ "a.json": items }, { keepKeys: true })),
    [0, 0, 2, 1],
  );
});

test("records that became one stay one when the title of one of them changes, however often they come", async () => {
  const pair = (title: string) => [
    item({ id: "a", title, author: AUTHOR, abstract: "" }),
    item({ id: "b", title: FIRST, author: AUTHOR, abstract: "", DOI: "10.1000/b" }),
  ];
  const both = (items: unknown[]) => importTexts({ "a.json": JSON.stringify(items) });
  assert.deepEqual(counts(await both(pair(FIRST))), [1, 0, 0, 1]);
  const changed = pair(`${FIRST}, Revised`);
  assert.deepEqual(counts(await both(changed)), [0, 1, 0, 1]);
  assert.deepEqual(counts(await both(changed)), [0, 0, 1, 1]);
  assert.deepEqual(counts(await both(changed.toReversed())).slice(0, 1), [0]);
});

test("a record that nothing joins to another any more is added once, and known again", async () => {
  const pair = (title: string) => [
    item({ id: "a", title, author: AUTHOR, abstract: "" }),
    item({ id: "b", title: FIRST, author: AUTHOR, abstract: "", DOI: "10.1000/b" }),
  ];
  const both = (items: unknown[]) => importTexts({ "a.json": JSON.stringify(items) });
  await both(pair(FIRST));
  // The key is another paper's now.
  const other = pair("Zebras of the Coast");
  const { added } = await both(other);
  assert.ok(added <= 1);
  assert.deepEqual(counts(await both(other)), [0, 0, 1 + added, 1 - added]);
  assert.deepEqual(counts(await both(other.toReversed())).slice(0, 1), [0]);
});

test("what a journal prints under one title in every issue stays apart; the same issue's is one", async () => {
  const column = (id: string, issue: string, url: string) =>
    item({
      ...{ id, title: "Books Received", abstract: "", issued: ISSUED },
      ...{ "container-title": "Letters", issue, URL: url },
    });
  const first = column("a", "1", "https://example.org/1");
  const items = JSON.stringify([
    first,
    column("b", "2", "https://example.org/2"),
    column("c", "3", "https://example.org/3"),
    { ...first, id: "d" },
  ]);
  const report = await importTexts({ "a.json": items }, { keepKeys: true });
  assert.deepEqual(counts(report), [3, 0, 0, 1]);
  const again = JSON.stringify([{ ...first, id: "e" }, column("f", "4", "https://example.org/4")]);
  const later = await importTexts({ "b.json": again }, { keepKeys: true });
  assert.deepEqual(counts(later).slice(0, 1), [1]);
  assert.deepEqual((await keys()).sort(), ["a", "b", "c", "f"]);
});

test("an identifier that two papers share is the first one's; both are there, and it is told", async () => {
  const chapter =
    "@incollection{c, author={Chap, Ann}, title={Chapter about cats}, year=2020, doi={10.1007/978-3-1}}";
  const other =
    "@incollection{d, author={Other, Bob}, title={On dogs}, year=2020, doi={10.1007/978-3-1}}";
  await importTexts({ "a.bib": chapter });
  for (const expected of [
    [1, 0, 0, 0],
    [0, 0, 1, 0],
  ]) {
    const report = await importTexts({ "b.bib": other });
    assert.deepEqual(counts(report), expected);
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ["claimed-id"],
    );
  }
  const [first, second] = [await entry("chap2020chapter"), await entry("other2020dogs")];
  assert.match(first, /title: Chapter about cats[^]*doi: 10\.1007/u);
  assert.match(second, /title: On dogs/u);
  assert.doesNotMatch(second, /doi:/u);
});

test("a first author whose name somebody corrected is still the paper's", async () => {
  const source = {
    "a.bib": "@article{z1, author={Does, Jane}, title={Either or something}, year=2001}",
  };
  await importTexts(source);
  const path = join(folder, "content/papers/does2001either.mdx");
  await writeFile(path, (await readFile(path, "utf8")).replace("Jane Does", "Jane Doe"));
  assert.deepEqual(counts(await importTexts(source)), [0, 0, 1, 0]);
  assert.match(await entry("does2001either"), /Jane Doe$/mu);
});

test("a record with nothing in it is refused; the others are imported", async () => {
  const items = JSON.stringify([item({ id: "a", title: "" }), item({ id: "b", title: FIRST })]);
  const report = await importTexts({ "a.json": items });
  assert.deepEqual(counts(report), [1, 0, 0, 1]);
  assert.deepEqual(codes(report), ["no-title"]);
});

test("what an import that was killed left behind is no entry, and goes", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  const before = await snapshot();
  await writeFile(join(folder, "content", "papers", ".half.mdx.importing"), "---\ntitle: Hal");
  await rm(entryPath("lovelace2024second"));
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.deepEqual(counts(report), [1, 0, 1, 0]);
  const changes = join(folder, "content", CHANGES);
  assert.deepEqual({ ...(await snapshot()), [changes]: before[changes] }, before);
});

test("an entry that cannot be read is left as it is and named", async () => {
  await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  await writeFile(entryPath("lovelace2024second"), '---\ntitle: "open\n---\n');
  const report = await importTexts({ "list.txt": LISTING }, { facts: FACTS });
  assert.deepEqual(counts(report), [0, 0, 1, 1]);
  assert.deepEqual(codes(report), ["unreadable-entry"]);
  assert.equal(await entry("lovelace2024second"), '---\ntitle: "open\n---\n');
});

test("names keep their parts", async () => {
  const author = [
    { family: "van Beethoven", given: "Ludwig" },
    { family: "García Márquez", given: "Gabriel" },
    { family: "King", given: "Martin", suffix: "Jr." },
    { literal: "Kimi Team" },
    { literal: "OpenAI Five Players" },
  ];
  await importTexts({ "a.json": JSON.stringify([item({ id: "a", title: FIRST, author })]) });
  assert.deepEqual(
    /^authors:\n((?: .*\n)+)/mu
      .exec(await entry("vanbeethovenfirst"))?.[1]
      ?.split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    [
      "- Ludwig van Beethoven",
      "- García Márquez, Gabriel",
      "- Martin King Jr.",
      "- Kimi Team",
      "- name: OpenAI Five Players",
      "family: OpenAI Five Players",
    ],
  );
});

test("TeX in a title is written as people write it", async () => {
  const title = "$\\infty$-Diff: A \\$5 Model of $x_1$";
  const items = JSON.stringify([item({ id: "a", title })]);
  await importTexts({ "a.json": items });
  const [key = ""] = await keys();
  assert.match(await entry(key), /^title: '\$\\infty\$-Diff: A \\\$5 Model of \$x_1\$'$/mu);
});
