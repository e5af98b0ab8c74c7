import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { ImportReport } from "./run.ts";
import { runImport } from "./run.ts";

/** One paper in several sources and versions, and several papers that look like one. */

let folder = "";
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "carrel-versions-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function importBib(files: Record<string, string>): Promise<ImportReport> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { report } = await runImport({
    inputs: Object.keys(files).map((name) => ({ path: join(folder, name), name })),
    contentDir: join(folder, "content"),
    starterDir: join(folder, "nothing"),
    keepKeys: false,
    dryRun: false,
    at: "2026-01-02T03:04:05Z",
    display: (path) => path.slice(folder.length + 1),
  });
  return report;
}

const keys = async () =>
  (await readdir(join(folder, "content", "papers"))).map((file) => file.slice(0, -4)).sort();
const path = (key: string) => join(folder, "content", "papers", `${key}.mdx`);
const entry = (key: string) => readFile(path(key), "utf8");
const told = ({ problems }: ImportReport, code: string) =>
  problems.filter((problem) => problem.code === code);

const TEXT = "We show that attention to the words of a sentence is enough to translate it well.";
const PREPRINT = `@misc{v17, title={Attention to Words}, author={Vaswani, Ashish and Shazeer, Noam},
  year={2017}, month=jun, eprint={1706.03762}, archivePrefix={arXiv}, abstract={${TEXT}}}`;
const PUBLISHED = `@inproceedings{vaswani18, title={Attention to Words}, author={Vaswani, A. and Shazeer, N.},
  booktitle={Proceedings of Things}, year={2018}, doi={10.1000/xyz}}`;

/** What an entry tells of a preprint that was published. */
async function isOnePaper(): Promise<void> {
  assert.deepEqual(await keys(), ["vaswani2017attention"]);
  const text = await entry("vaswani2017attention");
  assert.match(text, /^date: 2017-06$/mu);
  assert.match(text, /^venue: .*Things 2018$/mu);
  assert.match(text, /^arxiv: "1706.03762"$/mu);
  assert.match(text, /^doi: 10.1000\/xyz$/mu);
  assert.match(text, /Ashish Vaswani/u);
  assert.match(text, /^aliases: \[v17, vaswani18\]$/mu);
  assert.match(text, /We show that attention/u);
}

test("a preprint and its published version in one file become one paper with the facts of both", async () => {
  const report = await importBib({ "all.bib": `${PREPRINT}\n${PUBLISHED}` });
  assert.deepEqual([report.added, report.skipped], [1, 1]);
  await isOnePaper();
});

test("of a preprint and its published version, the page of the one that has a page of its own stays", async () => {
  const preprint = PREPRINT.replace(
    "abstract=",
    "url={https://arxiv.org/abs/1706.03762}, abstract=",
  );
  const published = PUBLISHED.replace("year=", "url={https://openreview.net/forum?id=zz}, year=");
  const report = await importBib({ "all.bib": `${preprint}\n${published}` });
  assert.match(
    await entry("vaswani2017attention"),
    /^url: https:\/\/openreview\.net\/forum\?id=zz$/mu,
  );
  assert.doesNotMatch(told(report, "doubled-record")[0]?.message ?? "", /url/u);
});

test("a published version that comes later joins its preprint, and neither source unsettles it again", async () => {
  await importBib({ "arxiv.bib": PREPRINT });
  await importBib({ "venue.bib": PUBLISHED });
  await isOnePaper();
  for (const [name, text] of [
    ["arxiv.bib", PREPRINT],
    ["venue.bib", PUBLISHED],
  ] as const) {
    const report = await importBib({ [name]: text });
    assert.deepEqual([report.added, report.updated, report.unchanged], [0, 0, 1]);
    assert.deepEqual(told(report, "kept-hand-edit"), []);
  }
});

test("different papers under one key are both imported, and the key is named", async () => {
  const other = `@article{v17, title={Cooking with Gas}, author={Vaswani, Ashish}, year={2017}, abstract={Recipes.}}`;
  const report = await importBib({ "a.bib": PREPRINT, "b.bib": other });
  assert.equal(report.added, 2);
  assert.equal(told(report, "duplicate-key")[0]?.source, "b.bib");
  assert.deepEqual(await keys(), ["vaswani2017attention", "vaswani2017cooking"]);
  const again = await importBib({ "a.bib": PREPRINT, "b.bib": other });
  assert.deepEqual([again.added, again.updated, again.unchanged], [0, 0, 2]);
});

test("another person's file with a key that is known adds its paper and changes no other", async () => {
  await importBib({ "mine.bib": PREPRINT });
  const before = await entry("vaswani2017attention");
  const other = `@article{v17, title={Cooking with Gas}, author={Vaswani, Ashish and Shazeer, Noam}, year={2017}}`;
  assert.equal((await importBib({ "theirs.bib": other })).added, 1);
  assert.equal(await entry("vaswani2017attention"), before);
});

test("in its own file a key means one paper, whatever becomes of its title", async () => {
  await importBib({
    "a.bib": "@article{x1, title={Untitled}, author={Ada Lovelace}, year={1843}}",
  });
  const report = await importBib({
    "a.bib": "@article{x1, title={Notes on the Engine}, author={Ada Lovelace}, year={1843}}",
  });
  assert.deepEqual([report.added, report.updated], [0, 1]);
  assert.match(await entry("lovelace1843untitled"), /^title: Notes on the Engine$/mu);
});

test("papers of one title and author many years apart, or with other DOIs, are two", async () => {
  const edition = (key: string, year: number, more: string) =>
    `@book{${key}, title={Pattern Recognition}, author={Bishop, Chris}, year={${String(year)}}${more}}`;
  await importBib({ "a.bib": edition("a", 1995, "") + edition("b", 2006, "") });
  assert.deepEqual(await keys(), ["bishop1995pattern", "bishop2006pattern"]);
  const later = edition("c", 2006, ", doi={10.1000/a}") + edition("d", 2006, ", doi={10.1000/b}");
  assert.equal((await importBib({ "b.bib": later })).added, 1);
});

test("title, tags and abstract that were edited by hand stay though their source changes; both values are told", async () => {
  const source = (title: string, words: string, abstract: string) =>
    `@article{k, title={${title}}, author={Lovelace, Ada}, year={1843}, keywords={${words}}, abstract={${abstract}}}`;
  const two = `@article{l, title={Another}, author={Babbage, Charles}, year={1840}, keywords={engines, looms}}`;
  await importBib({ "a.bib": source("On Engines", "engines, looms", TEXT) + two });
  const edited = (await entry("lovelace1843engines"))
    .replace("title: On Engines", "title: My Own Title")
    .replace(/^tags: .*$/mu, "tags: [mine]")
    .replace("We show", "I show");
  await writeFile(path("lovelace1843engines"), edited);
  const changed = source("Of Mills", "engines", TEXT.replace("enough", "all it takes")) + two;
  const report = await importBib({ "a.bib": changed });
  assert.equal(await entry("lovelace1843engines"), edited);
  const kept = told(report, "kept-hand-edit");
  assert.deepEqual(
    kept.map(({ line, severity }) => [severity, line]),
    [
      ["warning", 2],
      ["warning", 7],
      ["warning", 11],
    ],
  );
  assert.match(kept[0]?.message ?? "", /"My Own Title".*"Of Mills"/u);
  assert.match(kept[1]?.message ?? "", /"mine".*"engines"/u);
  assert.match(kept[2]?.message ?? "", /"I show.*"We show/u);
  const again = await importBib({ "a.bib": changed });
  assert.equal(await entry("lovelace1843engines"), edited);
  assert.ok(told(again, "kept-hand-edit").every(({ severity }) => severity === "note"));
});

const paper = (
  key: string,
  title: string,
  more = "",
  authors = "Lovelace, Ada and Babbage, Charles",
) => `@article{${key}, title={${title}}, author={${authors}}${more === "" ? "" : `, ${more}`}}`;

test("a talk and the article that came of it are two, each with its pages; a report, or another name of the venue, is not", async () => {
  const bib = (key: string, rest: string) =>
    `@article{${key}, title={Generating All the Separators of a Graph}, author={Berry, Anne and Bordat, Jean}, ${rest}}`;
  const text = [
    bib("talk", "journal={Workshop on Graphs}, year={1999}, pages={167--172}"),
    bib("article", "journal={Journal of Foundations}, year={2000}, pages={397--404}"),
    bib("same", "journal={Proc. WG}, year={1999}, pages={167}"),
    bib("report", "year={1998}, pages={1--12}"),
    "@book{first, title={A Whole Book}, author={Ann, B.}, year={2010}}",
    "@book{second, title={A Whole Book}, author={Ann, B.}, year={2014}}",
  ].join("\n");
  const first = await importBib({ "all.bib": text });
  assert.deepEqual([first.added, first.skipped], [4, 2]);
  const second = await importBib({ "all.bib": text });
  assert.deepEqual([second.unchanged, second.added, second.updated], [4, 0, 0]);
  const third = await importBib({
    "other.bib": bib("later", "journal={Another Journal}, year={2001}, pages={9--20}"),
  });
  assert.deepEqual([third.added, third.updated], [1, 0]);
});

test("without keys, too, columns and reprints of one title stay apart, and are found again", async () => {
  const item = (volume: number, page: string, year: number, journal = "TUGboat") =>
    `TY  - JOUR\nTI  - Editorial Notes on Type\nAU  - Beeton, Barbara\nJF  - ${journal}\nVL  - ${String(volume)}\nSP  - ${page}\nPY  - ${String(year)}\nER  - \n`;
  const text = [item(17, "3", 1996), item(18, "3", 1997), item(2, "40", 1999, "Annals")].join("\n");
  const first = await importBib({ "all.ris": text });
  assert.deepEqual([first.added, first.skipped], [3, 0]);
  const second = await importBib({ "all.ris": text });
  assert.deepEqual([second.unchanged, second.added, second.updated], [3, 0, 0]);
});

test("a note of one year in two journals, under two volumes and pages, is two papers, also next time", async () => {
  const note = (key: string, fields: string) =>
    paper(key, "An Experiment with Warm Tea", `year={1842}, ${fields}`);
  const long = note("a", "journal={Reports of the Society}, volume=17, pages={152--170}");
  const short = note("b", "journal={Natural Notes}, volume=3, pages={237--238}");
  const first = await importBib({ "all.bib": `${long}\n${short}` });
  assert.deepEqual([first.added, first.skipped], [2, 0]);
  const second = await importBib({ "all.bib": `${long}\n${short}` });
  assert.deepEqual([second.unchanged, second.added, second.updated], [2, 0, 0]);
  const abbreviated = note("c", "journal={Rep. Soc.}, volume=17, pages={152--170}");
  const third = await importBib({ "other.bib": abbreviated });
  assert.deepEqual([third.added, third.updated], [0, 1]);
});

test("a paper whose title has changed is one by its authors and its abstract, or by its subtitle", async () => {
  const first = paper("a1", "On Analytical Engines and Notes", `year={1842}, abstract={${TEXT}}`);
  const second = paper(
    "b1",
    "Notes on Analytical Engines",
    `year={1843}, abstract={${TEXT} More of it.}`,
  );
  assert.deepEqual(
    [(await importBib({ "a.bib": first })).added, (await importBib({ "b.bib": second })).added],
    [1, 0],
  );
  const short = paper("c1", "Weaving Algebraic Patterns", "year={1842}");
  const long = paper("d1", "Weaving Algebraic Patterns: A Study of Looms", "year={1843}");
  assert.deepEqual(
    [(await importBib({ "c.bib": short })).added, (await importBib({ "d.bib": long })).added],
    [1, 0],
  );
});

test("parts, corrections, editorials and other papers of the same people stay apart", async () => {
  const titles = [
    ["Weaving Algebraic Patterns: Part I", "year={1842}"],
    ["Weaving Algebraic Patterns: Part II", "year={1842}"],
    ["Erratum to: Weaving Algebraic Patterns: Part I", "year={1843}"],
    ["Editorial", "year={1842}, journal={Mills}"],
    ["Editorial", "year={1843}, journal={Mills}"],
    [
      "Another Thing Entirely",
      `year={1842}, abstract={We look at other things, which nobody has looked at.}`,
    ],
    ["Something Else Again", `year={1842}, abstract={${TEXT}}`],
  ] as const;
  const bib = titles.map(([title, more], at) => paper(`k${String(at)}`, title, more)).join("\n");
  assert.equal((await importBib({ "a.bib": bib })).added, titles.length);
  const again = titles.map(([title, more], at) => paper(`m${String(at)}`, title, more)).join("\n");
  assert.equal((await importBib({ "b.bib": again })).added, 0);
});

test("who has changed their name is who they were, if people.yaml says so", async () => {
  await importBib({
    "a.bib": paper("a1", "On Engines of Many Kinds", "year={1842}", "Byron, Ada"),
  });
  const married = paper("b1", "On Engines of Many Kinds", "year={1843}", "Lovelace, Ada");
  await writeFile(
    join(folder, "content", "people.yaml"),
    "ada-lovelace: { name: Ada Lovelace, variants: [Ada Byron] }\n",
  );
  assert.equal((await importBib({ "b.bib": married })).added, 0);
});

test("a venue is written under its own name, also one that the site's file names", async () => {
  await importBib({
    "a.bib": paper(
      "a1",
      "One",
      "year={2023}, journal={Proceedings of the 40th International Conference on Machine Learning}",
    ),
  });
  assert.match(await entry("lovelace2023one"), /^venue: ICML 2023$/mu);
  await writeFile(
    join(folder, "content", "venues.yaml"),
    "mills: { short: Mills, variants: [Journal of Cotton Mills] }\n",
  );
  await importBib({
    "b.bib": paper("b1", "Two", "year={1843}, journal={Journal of Cotton Mills}"),
  });
  assert.match(await entry("lovelace1843two"), /^venue: Mills 1843$/mu);
  await importBib({
    "c.bib": paper("c1", "Three", "year={2023}, booktitle={ICML 2023 Workshop on Looms}"),
  });
  assert.match(await entry("lovelace2023three"), /^venue: ICML 2023 Workshop on Looms$/mu);
});

test("what can hardly be meant is told", async () => {
  const report = await importBib({
    "a.bib": paper("a1", "ON ENGINES OF MANY KINDS", "year={2098}", "LOVELACE, ADA"),
  });
  for (const code of ["shouted-title", "odd-date", "shouted-name"])
    assert.equal(told(report, code).length, 1, code);
});

test("a journal's columns of one title stand in different issues: they are papers of their own, also next time", async () => {
  const column = (key: string, place: string) =>
    `@article{${key}, title={Editorial Comments}, author={Beeton, Barbara}, journal={TUGboat}, year={1996}, ${place}}`;
  const text = [
    column("b171", "volume={17}, number={1}, pages={3--4}"),
    column("b172", "volume={17}, number={2}, pages={61}"),
    column("b173", "volume={17}, number={2}, pages={70--71}"),
    column("b171again", "volume={17}, number={1}, pages={3}"),
  ].join("\n");
  const first = await importBib({ "all.bib": text });
  assert.deepEqual([first.added, first.skipped], [3, 1]);
  const second = await importBib({ "all.bib": text });
  assert.deepEqual([second.unchanged, second.added, second.updated], [3, 0, 0]);
});
