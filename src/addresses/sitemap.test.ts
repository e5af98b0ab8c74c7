import assert from "node:assert/strict";
import { test } from "node:test";
import { writeSitemap } from "./sitemap.ts";

const at = (file: string) => `https://a.example/${file}`;

test("pages stand in order, escaped, in a file that the index names", () => {
  const files = writeSitemap(["https://a.example/b/", "https://a.example/a&b/"], at);
  const [map = ""] = [files.get("sitemap-0.xml")];
  assert.ok(map.indexOf("<loc>https://a.example/a&amp;b/</loc>") > 0);
  assert.ok(map.indexOf("a&amp;b") < map.indexOf("example/b/"));
  assert.match(
    files.get("sitemap-index.xml") ?? "",
    /<sitemap><loc>https:\/\/a\.example\/sitemap-0\.xml<\/loc><\/sitemap>/u,
  );
});

test("no file holds more addresses than the protocol allows, and none is lost", () => {
  const pages = Array.from({ length: 100_001 }, (_, n) => `https://a.example/${String(n)}/`);
  const files = writeSitemap(pages, at);
  const counts = [...files]
    .filter(([name]) => name !== "sitemap-index.xml")
    .map(([, text]) => text.match(/<loc>/gu)?.length ?? 0);
  assert.ok(counts.every((count) => count <= 50_000));
  assert.equal(
    counts.reduce((a, b) => a + b, 0),
    pages.length,
  );
});
