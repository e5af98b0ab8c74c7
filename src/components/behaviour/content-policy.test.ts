import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { contentPolicy } from "./content-policy.ts";

const directives = async (scripts: string[]) =>
  new Map(
    (await contentPolicy(scripts)).split("; ").map((line): [string, string[]] => {
      const [name = "", ...sources] = line.split(" ");
      return [name, sources];
    }),
  );

test("an inline script runs by its hash alone", async () => {
  const script = 'document.title = "é"';
  const hash = createHash("sha256").update(script).digest("base64");
  const sources = (await directives([script])).get("script-src") ?? [];
  assert.ok(sources.includes(`'sha256-${hash}'`));
  assert.ok(!sources.includes("'unsafe-inline'"));
  assert.ok(!sources.includes("'unsafe-eval'"));
});

test("nothing comes from another origin", async () => {
  for (const [name, sources] of await directives([]))
    for (const source of sources)
      assert.ok(source.startsWith("'") || source === "data:", `${name} allows ${source}`);
});
