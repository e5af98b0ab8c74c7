import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { writeBibtex } from "../formats/bibtex/write.ts";
import { writeCsl } from "../formats/csl/write.ts";
import { detectFormat } from "../formats/detect.ts";
import { readWhole } from "../formats/reader.ts";
import type { SourceRecord } from "../formats/record.ts";
import { READERS, isForeign } from "../formats/registry.ts";
import { writeRis } from "../formats/ris/write.ts";
import { KINDS } from "../paper/kinds.ts";
import { readPaperEntry } from "../loader/read-entry.ts";
import type { Paper } from "../paper/paper.ts";
import { toPaper } from "../paper/paper.ts";
import { site } from "../site.ts";
import { makeDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { writeEntry } from "./entry-file.ts";

/** Words and signs that a format has to keep: accents, other scripts, what TeX, RIS and JSON have a meaning for. */
const WORD = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z][a-z]{0,9}$/u) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "Über",
        "naïve",
        "Łódź",
        "Çelik",
        "Erdős–Rényi",
        "深度学习",
        "модель",
        "LoRA",
        "GPT-4",
        "μ-law",
        "ℓ2",
      ],
      ...[
        "50%",
        "R&D",
        "C#",
        "a_b",
        "{x}",
        "x~y",
        "“quoted”",
        "it’s",
        "(2024)",
        "A:",
        "5$",
        "<b>",
        "C:\\Temp",
        "x^y",
        "@home",
      ],
      ...["TY", "ER", "and", "$n^2$", "$O(n \\log n)$", "$\\ell_1$"],
    ),
  },
);
const text = (least: number, most: number) =>
  fc.array(WORD, { minLength: least, maxLength: most }).map((words) => words.join(" "));

const NAME = fc.constantFrom(
  ...[
    "Dollár",
    "O'Neill",
    "Smith-Jones",
    "Łukasz",
    "Nguyễn",
    "王",
    "Kaiser",
    "Çelik",
    "Möbius",
    "Sørensen",
    "St. John",
  ],
);
const AUTHOR: fc.Arbitrary<SourceRecord["authors"][number]> = fc.oneof(
  fc.record(
    {
      family: NAME,
      given: fc.constantFrom("Piotr", "J. K.", "Ana María", "Wil", "Żaneta"),
      orcid: fc.constantFrom("0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"),
    },
    { requiredKeys: ["family", "given"] },
  ),
  fc.record({
    family: fc.constantFrom("van der Aalst", "de la Cruz", "von Neumann"),
    given: fc.constant("Ada"),
  }),
  fc.record({ family: NAME, given: fc.constant("Martin"), suffix: fc.constantFrom("Jr.", "III") }),
  fc.record({ collective: fc.constantFrom("Kimi Team", "ATLAS Collaboration", "OpenAI") }),
);

const two = (number: number) => String(number).padStart(2, "0");
const DATE = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `2024-${two(month)}-${two(day)}`);

const RECORD = fc
  .record(
    {
      title: text(1, 9),
      abstract: text(0, 40),
      authors: fc.array(AUTHOR, { minLength: 1, maxLength: 4 }),
      date: DATE,
      venue: fc.constantFrom("ICLR 2024", "Neural Networks 2024", "NeurIPS 2024 Workshop"),
      kind: fc.constantFrom(...KINDS),
      volume: fc.constantFrom("12", "12A", "XII"),
      issue: fc.constantFrom("3", "3-4"),
      pages: fc.constantFrom("5998-6008", "17", "e1234", "S12-S19"),
      publisher: fc.constantFrom("PMLR", "ETH Zürich", "Smith & Sons"),
      arxiv: fc.constantFrom("2401.00001", "hep-th/9901001"),
      category: fc.constantFrom("cs.LG", "stat.ML"),
      doi: fc.constantFrom("10.1000/xyz_1", "10.1002/(SICI)1<1::AID-1>3.0.CO;2-X"),
      url: fc.constantFrom("https://example.org/~a/b_c?d=1&e=%20#f"),
      pdf: fc.constantFrom("https://example.org/a_b%20c.pdf"),
      code: fc.constantFrom("https://github.com/a/b_c"),
      project: fc.constantFrom("https://example.org/project"),
    },
    { requiredKeys: ["title", "abstract", "authors", "date"] },
  )
  .map(({ category, ...rest }): SourceRecord => ({
    source: "x",
    line: 1,
    ...rest,
    ...(category === undefined || rest.arxiv === undefined ? {} : { category }),
  }));

function draftOf(record: SourceRecord): Draft | undefined {
  return makeDraft(record).draft;
}

/** The paper that a draft's entry is on the site. */
function paperOf(draft: Draft): Paper {
  const read = readPaperEntry(
    writeEntry({ data: draft.data, body: draft.body }),
    "doe2024paper.mdx",
    site.urls,
  );
  assert.ok(!Array.isArray(read), JSON.stringify(read));
  const { title, titleHtml, abstract } = read;
  return toPaper("doe2024paper", read.data, { title, titleHtml, abstract });
}

/** What comes of a paper that is written and read again. */
function again(written: string): Draft | undefined {
  const format = detectFormat(written);
  assert.ok(!isForeign(format));
  const { records, problems } = readWhole(READERS[format], written, "x");
  assert.deepEqual(problems, []);
  assert.equal(records.length, 1);
  return records[0] && draftOf(records[0]);
}

const WRITERS: Readonly<Record<string, (paper: Paper) => string>> = {
  BibTeX: writeBibtex,
  RIS: writeRis,
  "CSL-JSON": (paper) => writeCsl([paper]),
};

/** TeX writes curved apostrophes and straight ones alike. */
const straight = (value: unknown) =>
  typeof value === "string" ? value.replaceAll("’", "'") : value;

for (const [name, write] of Object.entries(WRITERS))
  test(`${name}: what is exported and imported again is the same paper in every field`, () => {
    fc.assert(
      fc.property(RECORD, (record) => {
        const draft = draftOf(record);
        if (draft === undefined) return;
        const paper = paperOf(draft);
        const back = again(write(paper));
        assert.ok(back);
        const told = paperOf(back);
        const { abstract, titleHtml: _, titleSource: __, topics: ___, tags: ____, ...facts } = told;
        const {
          abstract: first,
          titleHtml: _a,
          titleSource: _b,
          topics: _c,
          tags: _d,
          ...rest
        } = paper;
        const of = (paper: Partial<Paper>, field: string) => straight(paper[field as keyof Paper]);
        for (const field of new Set([...Object.keys(facts), ...Object.keys(rest)]))
          assert.deepEqual(of(facts, field), of(rest, field), field);
        assert.equal(straight(abstract.text), straight(first.text));
      }),
      { numRuns: 150, seed: 20240605 },
    );
  });
