import assert from "node:assert/strict";
import { test } from "node:test";
import { detectFormat } from "./detect.ts";
import { readWhole } from "./reader.ts";
import { READERS, isForeign } from "./registry.ts";

const ADA = "0000-0002-1825-0097";
const JOE = "0000-0002-1694-233X";

function read(text: string) {
  const format = detectFormat(text);
  assert.ok(!isForeign(format));
  const { records } = readWhole(READERS[format], text, "x");
  assert.equal(records.length, 1);
  return records[0];
}

const bib = (field: string) =>
  `@article{a, title = {On a Thing}, author = {Lovelace, Ada and {A Team} and Doe, Joe}, ${field}}\n`;

const SOURCES: Record<string, string> = {
  "BibLaTeX's annotation": bib(`author+an:orcid = {1="${ADA}"; 3="${JOE}"}`),
  "Web of Science's BibTeX": bib(`ORCID-Numbers = {Doe, Joe/${JOE};\n   Lovelace, Ada/${ADA}}`),
  "a list with gaps in BibTeX": bib(`orcid = {https://orcid.org/${ADA}, , ${JOE}}`),
  "BibLaTeX's long names": `@article{a, title = {On a Thing}, author = {family=Lovelace, given=Ada, orcid=${ADA} and {A Team} and family=Doe, given=Joe, orcid=${JOE}}}`,
  MEDLINE: `PMID- 1\nTI  - On a Thing\nFAU - Lovelace, Ada\nAU  - Lovelace A\nAUID- ORCID: ${ADA}\nAD  - There\nCN  - A Team\nFAU - Doe, Joe\nAU  - Doe J\nAUID- ORCID: ${JOE.replaceAll("-", "")}\n`,
  "Ovid's MEDLINE": `TY  - JOUR\nID  - 1\nA1  - Lovelace, Ada B\nA1  - A Team,\nA1  - Doe, Joe\nT1  - On a Thing\nAI  - Lovelace, Ada B; ORCID: https://orcid.org/${ADA}\nAI  - Doe, Joe; ORCID: http://orcid.org/${JOE}\nER  - \n`,
  "Ovid's Embase": `TY  - JOUR\nA1  - Lovelace, Ada\nA1  - A Team,\nA1  - Doe, Joe\nT1  - On a Thing\nAO  - Doe, Joe; ORCID: https://orcid.org/${JOE}; Lovelace, A.; ORCID: https://orcid.org/${ADA}\nER  - \n`,
  "Web of Science": `FN Clarivate\nVR 1.0\nPT J\nAU Lovelace, A\n   Doe, J\nAF Lovelace, Ada\n   Doe, Joe\nCA A Team\nTI On a Thing\nOI Lovelace, Ada/${ADA}; Doe, Joe/${JOE}\nER\nEF\n`,
  Crossref: JSON.stringify([
    {
      title: "On a Thing",
      author: [
        { family: "Lovelace", given: "Ada", ORCID: `http://orcid.org/${ADA}` },
        { literal: "A Team" },
        { family: "Doe", given: "Joe", ORCID: JOE },
      ],
    },
  ]),
  OpenAlex: JSON.stringify([
    {
      title: "On a Thing",
      authorships: [
        { author: { display_name: "Ada Lovelace", orcid: `https://orcid.org/${ADA}` } },
        { author: { display_name: "Joe Doe", orcid: JOE } },
      ],
    },
  ]),
  PubMed: `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>On a Thing.</ArticleTitle><AuthorList><Author><LastName>Lovelace</LastName><ForeName>Ada</ForeName><Identifier Source="ORCID">https://orcid.org/${ADA}</Identifier></Author><Author><CollectiveName>A Team</CollectiveName></Author><Author><LastName>Doe</LastName><ForeName>Joe</ForeName><Identifier Source="ORCID">${JOE}</Identifier></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  "the ACL Anthology": `<?xml version="1.0"?><collection id="2024.x"><volume id="1"><meta><booktitle>B</booktitle></meta><paper id="1"><title>On a Thing</title><author orcid="${ADA}"><first>Ada</first><last>Lovelace</last></author><author><last>A Team</last></author><author orcid="${JOE}"><first>Joe</first><last>Doe</last></author></paper></volume></collection>`,
};

for (const [name, text] of Object.entries(SOURCES))
  test(`${name}: authors come with their ORCID iDs, groups without`, () => {
    const record = read(text);
    const found = (record?.authors ?? []).flatMap((author) =>
      "collective" in author ? [] : [author.orcid],
    );
    assert.deepEqual(found, [ADA, JOE]);
    assert.ok(!record?.unplaced?.some((field) => /orcid|^OI$|AUID/iu.test(field)));
  });

test("a number that was mistyped, or is nobody's among the authors, is named as left out", () => {
  assert.deepEqual(read(bib("orcid = {0000-0002-1825-0098}"))?.unplaced, ["orcid"]);
  assert.deepEqual(read(bib(`ORCID-Numbers = {Other, Ann/${ADA}}`))?.unplaced, ["orcid-numbers"]);
  const csl = [{ title: "A", author: [{ family: "A", given: "B", ORCID: "0000-0002-1825-0098" }] }];
  const record = read(JSON.stringify(csl));
  assert.deepEqual(record?.unplaced, ["orcid"]);
  assert.deepEqual(record.authors, [{ family: "A", given: "B" }]);
});

test("two of one name get no number that is told by name", () => {
  const text = `@article{a, title={On a Thing}, author={Wang, Wei and Wang, Wen}, orcid-numbers={Wang, Wei/${ADA}}}`;
  assert.deepEqual(read(text)?.authors, [
    { family: "Wang", given: "Wei" },
    { family: "Wang", given: "Wen" },
  ]);
});
