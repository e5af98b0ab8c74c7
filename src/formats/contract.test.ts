import assert from "node:assert/strict";
import { test } from "node:test";
import { readBibtex } from "./bibtex/read.ts";
import { readCsl } from "./csl/read.ts";
import { readListing } from "./listing/read.ts";
import type { Reading } from "./record.ts";

/** What every reader owes whoever hands it a file: a format joins by one line in `FORMATS`. */
interface Format {
  read: (text: string, source: string) => Reading;
  /** Two papers; no byte-order mark, LF, final newline. */
  small: string;
  /** The same paper twice, or the text of one paper around these words. */
  paper: (title: string, abstract: string) => string;
  join: (papers: readonly string[]) => string;
}

const ABSTRACT = "We measure a thing that was not measured before. It is larger than we thought.";

const cslItem = (title: string, abstract: string) =>
  JSON.stringify({ id: title.slice(0, 8), type: "article", title, abstract });

const bibtexEntry = (title: string, abstract: string) =>
  `@misc{${title.replaceAll(/\W/gu, "").slice(0, 8)}, title = {${title}},\n  abstract = {${abstract}},\n}`;

const FORMATS: Readonly<Record<string, Format>> = {
  listing: {
    read: readListing,
    small: `On a First Thing\n\n${ABSTRACT}\n\nÜber ein zweites Ding\n\nWe grüßen the 𝔘nicode of it. And more of it.\n`,
    paper: (title, abstract) => `${title}\n\n${abstract}\n`,
    join: (papers) => papers.join("\n"),
  },
  csl: {
    read: readCsl,
    small: `[\n${cslItem("On a First Thing", ABSTRACT)},\n${cslItem("Über ein zweites Ding", "We grüßen the 𝔘nicode of it. And more of it.")}\n]\n`,
    paper: cslItem,
    join: (papers) => `[${papers.join(",\n")}]`,
  },
  "csl, one item a line": {
    read: readCsl,
    small: `${cslItem("On a First Thing", ABSTRACT)}\n${cslItem("Über ein zweites Ding", "We grüßen the 𝔘nicode of it. And more of it.")}\n`,
    paper: cslItem,
    join: (papers) => papers.join("\n"),
  },
  bibtex: {
    read: readBibtex,
    small: `${bibtexEntry("On a First Thing", ABSTRACT)}\n\n${bibtexEntry("Über ein zweites Ding", "We grüßen the 𝔘nicode of it. And more of it.")}\n`,
    paper: bibtexEntry,
    join: (papers) => papers.join("\n\n"),
  },
};

const HOSTILE = [
  "<Component onLoad={() => { globalThis.x = 1 }} />",
  "{globalThis.x = 1}",
  '<img src=x onerror="globalThis.x = 1">',
  'import "fs"',
  "<script>globalThis.x = 1</script>",
  "[a](javascript:globalThis.x=1)",
];

const withoutLines = ({ records }: Reading) => records.map(({ line: _, ...rest }) => rest);

for (const [name, { read, small, paper, join }] of Object.entries(FORMATS)) {
  test(`${name}: an empty input has no records and is no error`, () => {
    for (const text of ["", "\n", "\uFEFF", "  \r\n "]) {
      const reading = read(text, "x");
      assert.deepEqual(reading.records, []);
      assert.ok(reading.problems.every(({ severity }) => severity !== "error"));
    }
  });

  test(`${name}: byte-order mark, CR LF, CR, trailing spaces and a missing newline change nothing`, () => {
    const expected = withoutLines(read(small, "x"));
    assert.equal(expected.length, 2);
    for (const text of [
      `\uFEFF${small}`,
      small.replaceAll("\n", "\r\n"),
      small.replaceAll("\n", "\r"),
      small.replaceAll("\n", "  \t\n"),
      small.trimEnd(),
    ])
      assert.deepEqual(withoutLines(read(text, "x")), expected);
  });

  test(`${name}: cut off at any byte it still gives what came before, and never throws`, () => {
    const bytes = Buffer.from(small);
    for (let end = 0; end < bytes.length; end += 1) {
      const { records } = read(bytes.subarray(0, end).toString("utf8"), "x");
      const second = Buffer.from(small.slice(0, small.indexOf("Über"))).length;
      if (end > second + 4) assert.equal(records[0]?.title, "On a First Thing");
    }
  });

  test(`${name}: hostile text is text`, () => {
    const papers = HOSTILE.map((text, at) =>
      paper(`Case ${String(at)} Of Text`, `We hold ${text} in a sentence. It ends here.`),
    );
    const { records } = read(join(papers), "x");
    assert.deepEqual(
      records.map(({ abstract }) => abstract),
      HOSTILE.map((text) => `We hold ${text} in a sentence. It ends here.`),
    );
  });

  test(`${name}: control and bidirectional characters go, half pairs become U+FFFD`, () => {
    const text = join([
      paper("A Ti\u0000t\u202Ele", "We see a \u0007bell and \uD800 half. It ends here.\u2066"),
    ]);
    const [record] = read(text, "x").records;
    assert.equal(record?.title, "A Title");
    assert.equal(record.abstract, "We see a bell and \uFFFD half. It ends here.");
  });

  test(`${name}: a word of 100 KB is a word`, () => {
    const word = "w".repeat(100_000);
    const { records } = read(join([paper("A Long Word", `We say ${word}. It ends here.`)]), "x");
    assert.deepEqual(
      records.map(({ title, abstract }) => [title, abstract.length]),
      [["A Long Word", 100_000 + "We say . It ends here.".length]],
    );
  });

  test(`${name}: lines are told`, () => {
    const lines = read(small, "x").records.map(({ line }) => line);
    const second = small.slice(0, small.indexOf("Über")).split("\n").length;
    assert.deepEqual(lines, [small.startsWith("[") ? 2 : 1, second]);
  });
}
