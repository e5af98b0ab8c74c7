import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  contentKeys,
  entryFile,
  hasCorpus,
  listingFile,
  metadataFile,
  NO_CORPUS,
  readEntry,
} from "./lib/corpus.ts";
import { importInto } from "./lib/importing.ts";

/** Entries that were mended by hand after their import, as no rule should: what was mended. */
const HAND_MENDED: Readonly<Record<string, string>> = {
  dollar2021fast: "s and the square root in O(√s) as math; an editor's note on it",
  dwork2014preserving: "m and n as math",
  henighan2020scaling: "the words in S(True) and D_KL(True||Model) upright",
  hu2024computational: "rank-r and X as math",
  huang2024allora: "AB, W, W + AB, B as math",
  lau2024adadagrad: "K as math",
  tissue2024scaling: "where the damaged formula ends",
  zhang2024approaching: "AP upright in AP_BEV and AP_3D",
};

test("the listing in an empty folder gives the entries of the project, and once more changes none", async () => {
  test.skip(!hasCorpus, NO_CORPUS);
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "carrel-import-"));
  try {
    const first = await importInto(folder, listingFile, "--metadata", metadataFile);
    expect(first).toMatchObject({ code: 0, report: { added: 63, updated: 0, unchanged: 0 } });
    const papers = join(folder, "papers");
    const keys = readdirSync(papers).map((file) => file.replace(/\.mdx$/u, ""));
    expect(keys.sort()).toEqual(contentKeys());
    const differing = keys.filter(
      (key) => readEntry(entryFile(key, papers)).body !== readEntry(entryFile(key)).body,
    );
    expect(differing).toEqual(Object.keys(HAND_MENDED));
    const second = await importInto(folder, listingFile, "--metadata", metadataFile);
    expect(second).toMatchObject({ code: 0, report: { added: 0, updated: 0, unchanged: 63 } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
