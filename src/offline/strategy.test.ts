import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseStrategy, isOurs } from "./strategy.ts";

const SCOPE = "https://carrel.example/carrel/";
const choose = (path: string, rest: { method?: string; ranged?: boolean } = {}) =>
  chooseStrategy(
    { method: "GET", mode: "navigate", ranged: false, ...rest, url: new URL(path, SCOPE).href },
    SCOPE,
  );

test("queries on pages never miss", () => {
  const page = { kind: "live", path: "search/index.html" };
  assert.deepEqual(choose("search/?q=scaling&topic=x"), page);
  assert.deepEqual(choose("?from=elsewhere"), { kind: "live", path: "index.html" });
});

test("names that change with their content are told apart from those that stay", () => {
  assert.equal(choose("_astro/engine.abc.js").kind, "hashed");
  assert.equal(choose("search/0123456789ab/papers.gz").kind, "hashed");
  assert.equal(choose("papers/dao2025improved.bib").kind, "live");
});

test("the index is asked for by the engine that reads it", () => {
  assert.deepEqual(choose("search/index.json?engine=%2Fcarrel%2F_astro%2Fengine.abc.js"), {
    kind: "index",
    path: "search/index.json",
    engine: "_astro/engine.abc.js",
  });
});

test("writes, parts of files, other sites and the edition itself are the network's", () => {
  assert.equal(choose("papers/", { method: "POST" }).kind, "pass");
  assert.equal(choose("data/papers.json", { ranged: true }).kind, "pass");
  assert.equal(choose("https://elsewhere.example/carrel/").kind, "pass");
  assert.equal(choose("/other/").kind, "pass");
  for (const file of ["edition.json", "list.bin", "site.tar.gz", "site-2.tar.gz", "parts/00ff.bin"])
    assert.equal(choose(`offline/${file}`).kind, "pass");
  assert.equal(choose("offline/").kind, "live");
});

test("a captive portal's page stands for no page and for no file", () => {
  const ours = '<!doctype html><html lang="en" data-offline="off">';
  assert.ok(isOurs("papers/index.html", "text/html", ours));
  assert.ok(!isOurs("papers/index.html", "text/html", "<html><body>Log in"));
  assert.ok(!isOurs("data/papers.json", "text/html; charset=utf-8", ours));
  assert.ok(isOurs("data/papers.json", "application/json", "[]"));
});
