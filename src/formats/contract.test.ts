import assert from "node:assert/strict";
import { test } from "node:test";
import { SHAPES } from "../../e2e/fixtures/shapes.ts";
import { detectFormat } from "./detect.ts";
import { Decoder, ENOUGH } from "./encoding.ts";
import { readStream, readWhole } from "./reader.ts";
import type { Reading } from "./record.ts";
import { READERS } from "./registry.ts";

/** What every reader owes whoever hands it a file. */

const ABSTRACT = "We measure a thing that was not measured before. It is larger than we thought.";
const SECOND = "We grüßen the 𝔘nicode of it. And more of it.";

const HOSTILE = [
  "<Component onLoad={() => { globalThis.x = 1 }} />",
  "{globalThis.x = 1}",
  '<img src=x onerror="globalThis.x = 1">',
  'import "fs"',
  "<script>globalThis.x = 1</script>",
  "[a](javascript:globalThis.x=1)",
  "=cmd|' /C calc'!A0",
];

/** Bytes as an import decodes them, in pieces that cut signs apart. */
function decode(bytes: Uint8Array) {
  const decoder = new Decoder("x");
  let text = decoder.decode(bytes.subarray(0, ENOUGH));
  for (let at = ENOUGH; at < bytes.length; at += 7)
    text += decoder.decode(bytes.subarray(at, at + 7));
  text += decoder.end();
  return { text, problem: decoder.problem() };
}

const withoutLines = ({ records }: Reading) => records.map(({ line: _, ...rest }) => rest);

for (const [name, { format, paper, join, escape = (text: string) => text }] of Object.entries(
  SHAPES,
)) {
  const open = READERS[format];
  const read = (text: string) => readWhole(open, text, "x");
  const file = (papers: readonly (readonly [title: string, abstract: string])[]) =>
    join(
      papers.map(([title, abstract], at) =>
        paper(escape(title), escape(abstract), `key${String(at)}of`),
      ),
    );
  const small = file([
    ["On a First Thing", ABSTRACT],
    ["Über ein zweites Ding", SECOND],
  ]);

  test(`${name}: it is told by what is in it`, () => {
    for (const text of [small, `\uFEFF${small}`, `\n\n${small}`, small.replaceAll("\n", "\r\n")])
      assert.equal(detectFormat(text), format);
  });

  test(`${name}: an empty input has no records and is no error`, () => {
    for (const text of ["", "\n", "\uFEFF", "  \r\n "]) {
      const reading = read(text);
      assert.deepEqual(reading.records, []);
      assert.ok(reading.problems.every(({ severity }) => severity !== "error"));
    }
  });

  test(`${name}: byte-order mark, CR LF, CR, trailing spaces and a missing newline change nothing`, () => {
    const expected = withoutLines(read(small));
    assert.deepEqual(
      expected.map(({ title, abstract }) => [title, abstract]),
      [
        ["On a First Thing", ABSTRACT],
        ["Über ein zweites Ding", SECOND],
      ],
    );
    for (const text of [
      `\uFEFF${small}`,
      small.replaceAll("\n", "\r\n"),
      small.replaceAll("\n", "\r"),
      small.replaceAll("\n", "   \n"),
      small.trimEnd(),
    ])
      assert.deepEqual(withoutLines(read(text)), expected);
  });

  test(`${name}: UTF-16 of either order is read like UTF-8, and lines in Windows-1252 are told`, () => {
    const utf16 = Buffer.from(small, "utf16le");
    const mark = Buffer.from("\uFEFF", "utf16le");
    for (const bytes of [utf16, Buffer.concat([mark, utf16])])
      for (const encoded of [bytes, Buffer.from(bytes).swap16()]) {
        const { text, problem } = decode(encoded);
        assert.equal(problem, undefined);
        assert.equal(detectFormat(text), format);
        assert.deepEqual(withoutLines(read(text)), withoutLines(read(small)));
      }
    const western = small.replace("𝔘nicode", "Unicode");
    const { text, problem } = decode(Buffer.from(western, "latin1"));
    assert.equal(problem?.code, "not-utf8");
    assert.equal(detectFormat(text), format);
    assert.deepEqual(withoutLines(read(text)), withoutLines(read(western)));
  });

  test(`${name}: cut off at any byte it still gives what came before, and never throws`, () => {
    const bytes = Buffer.from(small);
    const second = Buffer.from(small.slice(0, small.indexOf("Über"))).length;
    for (let end = 0; end < bytes.length; end += 1) {
      const { records } = read(bytes.subarray(0, end).toString("utf8"));
      if (end > second + 4) assert.equal(records[0]?.title, "On a First Thing");
      // A listing's last line may be cut to something that looks like a title.
      if (format !== "listing") assert.ok(records.length <= 2);
    }
  });

  test(`${name}: a stream gives the same however it is cut`, async () => {
    const text = `\uFEFF${small.replaceAll("\n", "\r\n")}`;
    for (const size of [1, 2, 7]) {
      const pieces = async function* () {
        for (let at = 0; at < text.length; at += size)
          yield await Promise.resolve(text.slice(at, at + size));
      };
      assert.deepEqual(await readStream(open, pieces(), "x"), read(text), String(size));
    }
  });

  test(`${name}: hostile text is text`, () => {
    const { records } = read(
      file(
        HOSTILE.map((text, at) => [
          `Case ${String(at)} Of Text`,
          `We hold ${text} in it. It ends here.`,
        ]),
      ),
    );
    assert.deepEqual(
      records.map(({ abstract }) => abstract),
      HOSTILE.map((text) => `We hold ${text} in it. It ends here.`),
    );
  });

  test(`${name}: control and bidirectional characters go, half pairs become U+FFFD`, () => {
    const text = file([
      ["A Ti\u0001t\u202Ele", "We see a \u0007bell and \uD800 half. It ends here.\u2066"],
    ]);
    const { records, problems } = read(text);
    assert.equal(records[0]?.title, "A Title");
    assert.equal(records[0].abstract, "We see a bell and \uFFFD half. It ends here.");
    // JSON has them as `\\u0007`: they are none of the file's.
    assert.equal(
      problems.some(({ code }) => code === "control-characters"),
      format !== "json",
    );
  });

  test(`${name}: a word of 100 KB is a word`, () => {
    const word = "w".repeat(100_000);
    const { records } = read(file([["A Long Word", `We say ${word}. It ends here.`]]));
    assert.deepEqual(
      records.map(({ title, abstract }) => [title, abstract.length]),
      [["A Long Word", 100_000 + "We say . It ends here.".length]],
    );
  });

  test(`${name}: lines are told`, () => {
    const before = (text: string) => small.slice(0, small.indexOf(text)).split("\n").length;
    const found = read(small).records.map(({ line }) => line);
    const start = small.split("\n").findIndex((line) => line.includes("Über")) - found[1]! + 1;
    // A record may begin some lines above its title, as far in one as in the other.
    assert.deepEqual(found, [before("On a First") - start, before("Über") - start]);
  });

  test(`${name}: of ten thousand papers none is lost, each in its place`, () => {
    const titles = Array.from(
      { length: 10_000 },
      (_, at) => `Measuring Thing ${String(at)} Of Many`,
    );
    const { records } = read(file(titles.map((title) => [title, ABSTRACT])));
    assert.deepEqual(
      records.map(({ title }) => title),
      titles,
    );
  });

  test(`${name}: a doubled file has no paper that the file has not`, () => {
    const once = [["On a First Thing", ABSTRACT] as const, ["On a Second Thing", SECOND] as const];
    const titles = new Set(read(file([...once, ...once])).records.map(({ title }) => title));
    assert.deepEqual([...titles], ["On a First Thing", "On a Second Thing"]);
  });
}
