import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { detectFormat } from "./detect.ts";
import { encodingOf, isGzip } from "./encoding.ts";
import { arxivIdIn, doiIn, webAddress } from "./identifiers.ts";

test("formats are told by what is in them", () => {
  const cases = {
    json: ['[\n{"id": 1}]', "\uFEFF[]", '{"id": 1}', "  [ "],
    bibtex: ["@article{x,", "% made by hand\n@inproceedings {x,", "By JabRef.\n\n@Article{x,\n"],
    arxiv: ["<?xml version='1.0'?>\n<feed xmlns='x'><link href='http://arxiv.org/api/q'/>"],
    ris: ["TY  - CONF\r\nTI  - x", "AU  - Doe, J\nPY  - 2024\nT1  - x\nER  - "],
    table: [
      "Title,Authors\nA,B",
      "sep=;\nyear;title\n1;b",
      "Publication Year\tTitle\n1\t2",
      // Nothing tells the columns: the reader says that they must be named.
      "Alpha,Beta,Gamma\n1,2,3\n4,5,6\n7,8,9",
    ],
    wos: ["FN Clarivate Analytics Web of Science\nVR 1.0\nPT J"],
    medline: ["\nPMID- 123\nOWN - NLM"],
    refer: ["%0 Journal Article\n%A Doe, J\n%T A"],
    xml: ['<?xml version="1.0"?><feed>', "<feed xmlns='x'>"],
    listing: ["A Title\n\nAn abstract.", "[Re] A Replication", "{Braces} in a Title", "", "@ home"],
  };
  for (const [format, heads] of Object.entries(cases))
    for (const head of heads) assert.equal(detectFormat(head), format, head);
});

test("what is no bibliography is known for what it is", () => {
  const cases = {
    pdf: ["%PDF-1.7\n%x"],
    zip: ["PK\u0003\u0004 word/document.xml"],
    binary: [`\u0000\u0001${"\u0000".repeat(50)}`],
    html: ["<!DOCTYPE html><html><body>A Title</body></html>", "<html>"],
    xml: ['<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods>'],
    yaml: ["---\nreferences:\n- id: a"],
    tex: ["\\documentclass{article}", "\\begin{thebibliography}{9}"],
    ovid: [
      "<12>\nAuthor\n  Roe, Ann\n\nTitle\n  On Tea\n",
      "<1>\r\nAccession Number  \r\n  01-02.\r\nAuthor\r\n  Roe, Ann\r\n",
    ],
    other: [
      "# Carrel\n\n```sh\nnpm ci\n```\n\n## Start\n\nSome words.",
      "import a from 'b';\nconst c = 1;\nexport {\n  c,\n};\n",
    ],
  };
  for (const [format, heads] of Object.entries(cases))
    for (const head of heads) assert.equal(detectFormat(head), format, head);
});

test("a line of comment signs takes no time", () => {
  assert.equal(detectFormat(`%0 Book\n%T A Title\n%X ${"%".repeat(20_000)}`), "refer");
});

test("gzip and encodings are told by their first bytes", () => {
  assert.ok(isGzip(gzipSync("x")));
  assert.ok(!isGzip(Buffer.from("x")));
  assert.equal(encodingOf(Uint8Array.of(0xff, 0xfe, 0x41, 0)), "utf-16le");
  assert.equal(encodingOf(Buffer.from("A")), "utf-8");
});

test("identifiers are found however they are written", () => {
  for (const text of [
    "2502.01441",
    "arXiv:2502.01441v2 [cs.LG]",
    "https://arxiv.org/pdf/2502.01441v1.pdf",
  ])
    assert.equal(arxivIdIn(text), "2502.01441");
  assert.equal(arxivIdIn("hep-th/9901001"), "hep-th/9901001");
  assert.equal(arxivIdIn("https://example.org/2502.01441"), undefined);
  assert.equal(doiIn("doi:10.1016/j.neunet.2024.106414."), "10.1016/j.neunet.2024.106414");
  assert.equal(webAddress("HTTPS://example.org/x"), "https://example.org/x");
  for (const text of ["vbscript:x", "data:text/html,x", "//example.org", "https://", ""])
    assert.equal(webAddress(text), undefined);
});
