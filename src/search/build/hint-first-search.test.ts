import assert from "node:assert/strict";
import { test } from "node:test";
import { addHints, firstFiles, followScripts } from "./hint-first-search.ts";

const PAGE =
  '<html lang="en"><head><title>Search</title></head><script type="module" src="/carrel/_astro/page.A-1.js"></script>';
const SCRIPTS: Readonly<Record<string, string>> = {
  "page.A-1.js":
    'import{a}from"./shared.B.js";const e=()=>import("./engine.C.js"),c=()=>import("./styles.E.js");',
  "shared.B.js": 'import"./page.A-1.js";export const a="./not-a-script.css";',
  "engine.C.js": "import{b}from'./words.D.js'",
  "words.D.js": "",
};
const read = (name: string) => {
  const text = SCRIPTS[name];
  return text === undefined ? Promise.reject(new Error(name)) : Promise.resolve(text);
};

test("scripts are followed through every import of a search, each once, circles too; others are left", async () => {
  assert.deepEqual(await followScripts(PAGE, read), [
    "page.A-1.js",
    "shared.B.js",
    "engine.C.js",
    "words.D.js",
  ]);
});

test("a script that is not there stops the build", async () => {
  await assert.rejects(
    followScripts(PAGE, () => Promise.reject(new Error("gone"))),
    /gone/u,
  );
});

test("hints are whole addresses, below the base path, and load nothing by themselves", () => {
  const page = addHints(PAGE, "/carrel/", ["_astro/page.A-1.js", "search/1a/papers.gz"]);
  assert.match(
    page,
    /^<html data-first="\/carrel\/_astro\/page\.A-1\.js \/carrel\/search\/1a\/papers\.gz" lang="en">/u,
  );
  assert.doesNotMatch(page, /<link/u);
});

test("small files that every search opens are hinted at, large ones and others are not", () => {
  const manifest = {
    version: 1 as const,
    bundle: "1a/",
    contents: "pagefind.x.pf_meta",
    papers: 1,
    language: "en" as const,
    updated: "",
    sizes: {},
    large: false,
  };
  const sized = (path: string, bytes: number) => ({ path, content: new Uint8Array(bytes) });
  const files = [
    sized("1a/authors.gz", 1_000_000),
    sized("1a/filter/en_1.pf_filter", 100),
    sized("1a/fragment/en_1.pf_fragment", 100),
    sized("1a/pagefind.x.pf_meta", 100),
    sized("1a/papers.gz", 100),
    sized("index.json", 100),
  ];
  assert.deepEqual(firstFiles(files, manifest), [
    "search/1a/filter/en_1.pf_filter",
    "search/1a/pagefind.x.pf_meta",
    "search/1a/papers.gz",
  ]);
});
