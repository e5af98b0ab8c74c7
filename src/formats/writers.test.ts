import assert from "node:assert/strict";
import { test } from "node:test";
import type { Paper } from "../paper/paper.ts";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { writeBibtex } from "./bibtex/write.ts";
import { toCsl, writeCsl } from "./csl/write.ts";
import { openJson } from "./json/read.ts";
import { readWhole } from "./reader.ts";
import { writeRis } from "./ris/write.ts";

/** A paper of hard cases: accents, special signs, math, particles, a group. */
function paper(fields: Record<string, unknown> = {}): Paper {
  const data = paperSchema.parse({
    title: "LoRA & 100% of $\\ell_1$: Über_alles",
    authors: ["Piotr Dollár", "Ludwig van Beethoven", "Kimi Team"],
    date: "2024-06-05",
    arxiv: "2406.03136",
    category: "cs.LG",
    tags: ["scaling-laws"],
    ...fields,
  });
  const abstract = { html: "", text: "It costs $5 & {more}, at ~10% of C:\\x.", sentences: [] };
  return toPaper("dollar2024lora", data, { title: data.title, titleHtml: "", abstract });
}

const field = (entry: string, name: string) =>
  new RegExp(`^  ${name} = (.*?),?$`, "mu").exec(entry)?.[1];

test("BibTeX: the type follows the venue", () => {
  assert.match(writeBibtex(paper()), /^@misc\{dollar2024lora,/u);
  const inConference = writeBibtex(paper({ venue: "ICLR 2025" }));
  assert.match(inConference, /^@inproceedings/u);
  assert.equal(
    field(inConference, "booktitle"),
    "{International Conference on Learning Representations}",
  );
  assert.equal(field(inConference, "year"), "{2025}");
  const inJournal = writeBibtex(paper({ venue: "Neural Networks 2024" }));
  assert.match(inJournal, /^@article/u);
  assert.equal(field(inJournal, "journal"), "{Neural Networks}");
});

test("BibTeX: arXiv's fields are there", () => {
  const entry = writeBibtex(paper());
  assert.deepEqual(
    ["eprint", "archiveprefix", "primaryclass", "year", "month"].map((name) => field(entry, name)),
    ["{2406.03136}", "{arXiv}", "{cs.LG}", "{2024}", "jun"],
  );
});

test("BibTeX: capitals that must stay are in braces, math stays math, signs are escaped", () => {
  assert.equal(
    field(writeBibtex(paper()), "title"),
    String.raw`{{LoRA} \& 100\% of {$\ell_1$}: {\"{U}}ber\_alles}`,
  );
  assert.equal(
    field(writeBibtex(paper()), "abstract"),
    String.raw`{It costs \$5 \& \{more\}, at \textasciitilde{}10\% of C:\textbackslash{}x.}`,
  );
});

test("BibTeX: names within a title keep their capitals, words that title case raised need none", () => {
  const title = (text: string) => field(writeBibtex(paper({ title: text })), "title");
  assert.equal(title("No More Adam: Scaling is All"), "{No More {Adam}: Scaling is All}");
  assert.equal(
    title("Hierarchical Bayesian Decision-Making"),
    "{Hierarchical {Bayesian} Decision-Making}",
  );
  assert.equal(
    title("Language models learn from Shakespeare over large corpora: Some lessons"),
    "{Language models learn from {Shakespeare} over large corpora: Some lessons}",
  );
});

test("BibTeX: signs of formulas are math, which no style lowers; marks without width go", () => {
  const title = (text: string) => field(writeBibtex(paper({ title: text })), "title");
  assert.equal(
    title("Adapt-∞ in 10\u00B2 \u200Bsteps, Γ < π"),
    String.raw`{Adapt-{$\infty$} in 10{$^2$} steps, {{$\Gamma$}} {$<$} {$\pi$}}`,
  );
});

test("BibTeX: names are taken apart, accents are commands, a group stays whole", () => {
  assert.equal(
    field(writeBibtex(paper()), "author"),
    String.raw`{Doll{\'{a}}r, Piotr and van Beethoven, Ludwig and {Kimi Team}}`,
  );
});

test("BibTeX: an accent on an i is written as programs that are no TeX read it, too", () => {
  const entry = writeBibtex(paper({ authors: ["Víctor Ïsà", "Vĩ Bîrì"] }));
  assert.equal(
    field(entry, "author"),
    String.raw`{{\"{I}}s{\`{a}}, V{\'{i}}ctor and B{\^{i}}r{\`{i}}, V{\~{\i}}}`,
  );
});

test("BibTeX: a formula whose braces do not pair off is no formula", () => {
  const entry = writeBibtex(paper({ title: "Of $\\mathbf{x}$ and $Bench}$, {as} $\\{a\\}$" }));
  assert.equal(
    field(entry, "title"),
    String.raw`{Of {$\mathbf{x}$} and {\$Bench\textbraceright{}\$}, \textbraceleft{}as\textbraceright{} {$\lbrace a\rbrace $}}`,
  );
});

test("BibTeX: a name's own commas and its `and` do not end it", () => {
  const entry = writeBibtex(
    paper({
      authors: [
        { name: "and Solomon Atnafu,", given: "and Solomon", family: "Atnafu," },
        "Sandra Anderson",
      ],
    }),
  );
  assert.match(entry, /author = \{Atnafu\{,\}, \{and\} Solomon and Anderson, Sandra\}/u);
});

test("BibTeX: braces are balanced whatever the text", () => {
  for (const title of [
    "{",
    "}{",
    "a } b",
    "\\",
    "\\{",
    "$x$ {",
    "$O(1/\\log T}$",
    "$\\left\\{x\\right.$",
  ]) {
    let depth = 0;
    // BibTeX counts an escaped brace like any other.
    for (const char of writeBibtex(paper({ title }))) {
      if (char === "{") depth += 1;
      if (char === "}") depth -= 1;
      assert.ok(depth >= 0, title);
    }
    assert.equal(depth, 0, title);
  }
});

test("a paper that appears in a later year than its preprint is cited by that year alone", () => {
  const late = paper({ venue: "ICLR 2025" });
  assert.match(writeRis(late), /^PY {2}- 2025\r\nDA {2}- 2025\/\/\/\r$/mu);
  assert.equal(field(writeBibtex(late), "month"), undefined);
  assert.deepEqual(toCsl(late)["issued"], { "date-parts": [[2025]] });
});

test("RIS: tags, names and dates as its readers want them, one line a field", () => {
  const lines = writeRis(paper({ venue: "ICLR 2024", doi: "10.1000/x" })).split("\r\n");
  assert.equal(lines[0], "TY  - CONF");
  assert.deepEqual(lines.slice(-2), ["ER  - ", ""]);
  assert.ok(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /u.test(line)));
  for (const line of [
    "AU  - Dollár, Piotr",
    "AU  - Kimi Team",
    "DA  - 2024/06/05/",
    "DO  - 10.1000/x",
  ])
    assert.ok(lines.includes(line), line);
});

test("CSL-JSON: an item a line, and of no papers an array of none", () => {
  assert.equal(writeCsl([]), "[]\n");
  const lines = writeCsl([paper(), paper()]).split("\n");
  assert.deepEqual([lines[0], lines.at(-2), lines.at(-1), lines.length], ["[", "]", "", 5]);
});

test("CSL-JSON: what is written reads back as the same facts", () => {
  const original = paper({ venue: "ICLR 2024", doi: "10.1000/x" });
  const [record] = readWhole(openJson, writeCsl([original, paper()]), "x").records;
  assert.deepEqual(record, {
    source: "x",
    line: 2,
    sourceKey: "dollar2024lora",
    title: original.title,
    abstract: original.abstract.text,
    authors: [
      { family: "Dollár", given: "Piotr" },
      { family: "van Beethoven", given: "Ludwig" },
      { collective: "Kimi Team" },
    ],
    date: "2024-06-05",
    venue: "International Conference on Learning Representations",
    kind: "conference",
    arxiv: "2406.03136",
    category: "cs.LG",
    doi: "10.1000/x",
    url: "https://arxiv.org/abs/2406.03136",
    keywords: ["scaling laws"],
  });
  assert.equal(toCsl(original)["type"], "paper-conference");
});
