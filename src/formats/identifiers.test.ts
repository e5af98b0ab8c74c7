import assert from "node:assert/strict";
import { test } from "node:test";
import { readDateText } from "./dates.ts";
import { arxivIdIn, webAddress } from "./identifiers.ts";
import { addLinks, readDoi } from "./links.ts";
import { bareRecord } from "./record.ts";

test("an arXiv id is found in every shape that sources give it", () => {
  for (const text of [
    "arXiv:2301.00001v3 [cs.LG]",
    "https://arxiv.org/abs/2301.00001v2",
    "http://arxiv.org/pdf/2301.00001v2.pdf",
    "http://arxiv.org/ftp/arxiv/papers/2301/2301.00001.pdf",
    "https://doi.org/10.48550/ARXIV.2301.00001",
    "CoRR abs/2301.00001",
    "abs/2301.00001",
    "https://ar5iv.org/abs/2301.00001",
    "https://www.alphaxiv.org/abs/2301.00001",
    "arXiv preprint arXiv:2301.00001",
    "arXiv 2301.00001",
  ])
    assert.equal(arxivIdIn(text), "2301.00001", text);
  assert.equal(arxivIdIn("cs/0112017v2"), "cs/0112017");
  assert.equal(arxivIdIn("https://arxiv.org/abs/cs.LG/0112017"), "cs/0112017");
  for (const text of ["2313.00001", "0112.0001", "1234", "10.1145/2301.00001"])
    assert.equal(arxivIdIn(text), undefined, text);
});

test("a DOI is bare, whatever stood before and behind it", () => {
  for (const text of [
    "https://dx.doi.org/10.1145/123.456",
    "doi:10.1145/123.456",
    "DOI 10.1145/123.456.",
    "https://dl.acm.org/doi/pdf/10.1145/123.456?casa_token=x",
    "info:doi/10.1145/123.456",
    "10.1145%2F123.456",
  ])
    assert.equal(readDoi(text), "10.1145/123.456", text);
  const old = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2";
  assert.equal(readDoi(`https://doi.org/${old}`), old);
});

test("an address loses what only tells where a reader came from, and the sentence that it stood in", () => {
  const expected: Record<string, string | undefined> = {
    "https://x.org/a?utm_source=z&b=1#c": "https://x.org/a?b=1#c",
    "https://x.org/a?fbclid=1": "https://x.org/a",
    "https://x.org/a).": "https://x.org/a",
    "https://x.org/a_(b)": "https://x.org/a_(b)",
    "<https://x.org/a>": "https://x.org/a",
    "\\url{https://x.org/a}": "https://x.org/a",
    "www.x.org/a": "https://www.x.org/a",
    "https://me:secret@x.org/a": "https://x.org/a",
    "https://x.org/~a?q=a+b": "https://x.org/~a?q=a+b",
    "data:text/html,x": undefined,
  };
  for (const [text, address] of Object.entries(expected))
    assert.equal(webAddress(text), address, text);
});

test("a date is read as far as it is one", () => {
  const expected: Record<string, string | undefined> = {
    "2021": "2021",
    "Jan 2021": "2021-01",
    "Spring 2020": "2020",
    "Winter 2019/2020": "2019",
    "1st June 2022": "2022-06-01",
    "2020-2021": "2020",
    "2022年3月5日": "2022-03-05",
    "in press": undefined,
    "n.d.": undefined,
    "0000": undefined,
  };
  for (const [text, date] of Object.entries(expected)) assert.equal(readDateText(text), date, text);
});

test("a short DOI is the address of a paper that has no other", () => {
  const linked = (doi: string, url?: string) => {
    const record = bareRecord("x", 1, "T");
    const problems: unknown[] = [];
    addLinks(record, { doi: [doi], url: [url] }, { problem: (one) => void problems.push(one) });
    assert.deepEqual(problems, []);
    return [record.doi, record.url];
  };
  for (const doi of ["10/ab3d5", "https://doi.org/10/ab3d5", "doi:10/AB3D5"])
    assert.deepEqual(linked(doi), [undefined, "https://doi.org/ab3d5"], doi);
  assert.deepEqual(linked("10/ab3d5", "https://x.org/p"), [undefined, "https://x.org/p"]);
  assert.deepEqual(linked("10.1000/ab3d5"), ["10.1000/ab3d5", undefined]);
});
