import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { ImportReport } from "./run.ts";
import { runImport } from "./run.ts";

/** What a source tells and an entry has no place for is named; what it has one for is kept. */

const ORCID = "0000-0002-1825-0097";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-lost-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function importText(name: string, text: string): Promise<ImportReport> {
  await writeFile(join(folder, name), text);
  const { report } = await runImport({
    inputs: [{ path: join(folder, name), name }],
    contentDir: join(folder, "content"),
    starterDir: join(folder, "nothing"),
    keepKeys: true,
    dryRun: false,
    at: "2026-01-02T03:04:05Z",
    display: (path) => path.slice(folder.length + 1),
  });
  return report;
}

const papers = () => join(folder, "content", "papers");
const entry = (key: string) => readFile(join(papers(), `${key}.mdx`), "utf8");

/** The names and counts of fields that a report says have no place. */
const unplaced = ({ problems }: ImportReport) => {
  const [found, ...others] = problems.filter(({ code }) => code === "unplaced-fields");
  assert.deepEqual(others, []);
  if (found) assert.equal(found.severity, "note");
  return /: (.*)$/u.exec(found?.message ?? "")?.[1]?.split(", ") ?? [];
};

const SOURCES: Record<string, { text: string; left: string[] }> = {
  "a.bib": {
    text: "@inproceedings{a, title={One Thing}, booktitle={Proc}, series={LNCS}, editor={A and B}, isbn={978}, note={Best paper}, howpublished={\\url{https://example.org/a}}, eprint={x}, eprinttype={jstor}, empty={}}\n@book{b, title={Other Thing}, series={LNCS}, publisher={P}, editor={C}}",
    left: ["editor (2)", "eprint (1)", "isbn (1)", "note (1)", "series (1)"],
  },
  "a.ris": {
    text: "TY  - JOUR\nTI  - One Thing\nJF  - Letters\nT2  - Letters\nSN  - 1234-5678\nN1  - arXiv:2401.00001\nN1  - read it\nA2  - Editor, E\nER  - \n",
    left: ["A2 (1)", "N1 (1)", "SN (1)"],
  },
  "a.nbib": {
    text: "PMID- 1\nOWN - NLM\nTI  - One Thing\nIS  - 0028-0836\nMH  - Humans\nMH  - Mice\n",
    left: ["IS (1)", "MH (1)", "OWN (1)"],
  },
  "a.json": {
    text: JSON.stringify([
      {
        id: "a",
        title: "One Thing",
        issued: { "date-parts": [[2024]] },
        ISBN: "978",
        editor: [{ family: "E" }],
        note: "",
        "collection-title": "LNCS",
      },
    ]),
    left: ["ISBN (1)", "collection-title (1)", "editor (1)"],
  },
  "a.csv": {
    text: 'Title,Authors,Rating,Mine\n"One Thing",A B,5,\n"Two Things",A B,4,\n',
    left: ["Rating (2)"],
  },
  "a.xml": {
    text: '<?xml version="1.0"?><xml><records><record><titles><title>One Thing</title></titles><contributors><authors><author>A, B</author></authors><secondary-authors><author>E, F</author></secondary-authors></contributors><isbn>978</isbn></record></records></xml>',
    left: ["isbn (1)", "secondary-authors (1)"],
  },
  "arxiv.xml": {
    text: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>One Thing</title><summary>It is.</summary><author><name>A B</name></author><arxiv:comment>12 pages</arxiv:comment></entry></feed>',
    left: ["comment (1)"],
  },
  "acl.xml": {
    text: '<?xml version="1.0"?><collection id="2024.x"><volume id="1"><meta><booktitle>B</booktitle><editor><first>E</first><last>F</last></editor></meta><paper id="1"><title>One Thing</title><award>Best Paper</award></paper></volume></collection>',
    left: ["award (1)", "editor (1)"],
  },
};

for (const [name, { text, left }] of Object.entries(SOURCES))
  test(`${name}: fields without a place in an entry are named once, with how many records have them`, async () => {
    assert.deepEqual(unplaced(await importText(name, text)), left);
  });

test("where every field has a place, nothing is said", async () => {
  const text =
    "@article{a, title={One Thing}, author={A B}, journal={Letters}, year={2024}, month=jan, note={arXiv:2401.00001}, url={https://example.org/a}}";
  assert.deepEqual(unplaced(await importText("a.bib", text)), []);
});

const SIGNED = `@article{a, title={One Thing}, author={Lovelace, Ada and {García Márquez}, Gabriel}, year={2024}`;

test("an author's ORCID iD stands in the entry, and stays when another source does not know it", async () => {
  await importText("a.bib", `${SIGNED}, author+an:orcid={1="${ORCID}"; 2="0000-0002-1694-233X"}}`);
  const written = await entry("a");
  assert.match(written, new RegExp(`- name: Ada Lovelace\n +orcid: ${ORCID}\n`, "u"));
  assert.match(written, /- name: García Márquez, Gabriel\n +orcid: 0000-0002-1694-233X\n/u);
  const report = await importText("b.bib", `${SIGNED}}`);
  assert.deepEqual([report.added, report.updated, report.unchanged], [0, 0, 1]);
  assert.equal(await entry("a"), written);
});

test("of two records of one paper, an ORCID iD that either knows is kept", async () => {
  const text = `${SIGNED}}\n${SIGNED.replace("{a,", "{a2,")}, author+an:orcid={1="${ORCID}"}}`;
  const report = await importText("a.bib", text);
  assert.equal(report.added, 1);
  assert.match(await entry("a"), new RegExp(`orcid: ${ORCID}`, "u"));
});

test("entries that a person wrote with an author's person or ORCID iD are read, and stay", async () => {
  await mkdir(papers(), { recursive: true });
  const own = `---\ntitle: One Thing\nauthors:\n  - { name: Ada Lovelace, person: ada-lovelace, orcid: ${ORCID} }\ndate: 2024\n---\n\nIt is.\n`;
  await writeFile(join(papers(), "own.mdx"), own);
  const report = await importText(
    "a.bib",
    "@article{a, title={One Thing}, author={Lovelace, Ada}, year={2024}, abstract={It is.}}",
  );
  assert.deepEqual([report.added, report.updated], [0, 0]);
  assert.deepEqual(await readdir(papers()), ["own.mdx"]);
  assert.equal(await entry("own"), own);
});
