import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { parseSettings } from "./site.ts";

const faults = (text: string): string => {
  const read = parseSettings(text, "site.yaml");
  const problems = Array.isArray(read) ? read : [];
  return problems
    .map(({ line, message, hint }) => `${String(line)}: ${message}; ${hint ?? ""}`)
    .join("\n");
};

test("settings that are no good are told with their line and what to write", () => {
  assert.match(faults("title: Reading: list\n"), /^1: .*double quotes/u);
  assert.match(faults("title: T\ntitel: x\n"), /^2: setting "titel" .*did you mean "title"\?/u);
  assert.match(faults("title: T\noffline: maybe\n"), /^2: offline must be true or false/u);
});

test("an empty file has the settings that every site begins with", () => {
  assert.ok(!Array.isArray(parseSettings("", "site.yaml")));
});

const start = (SITE_URL: string, BASE_PATH: string) =>
  spawnSync(
    process.execPath,
    [
      "-e",
      `import("${join(import.meta.dirname, "site.ts")}").then(({ site }) => console.log(site.origin + site.base))`,
    ],
    { encoding: "utf8", env: { ...process.env, SITE_URL, BASE_PATH } },
  );

test("an address of the site with a path is told what says the path; the same path twice is no fault", () => {
  assert.equal(start("https://me.example", "/list").stdout, "https://me.example/list/\n");
  assert.equal(start("https://me.example/list/", "list").stdout, "https://me.example/list/\n");
  const { status, stderr } = start("https://me.example/list", "/");
  assert.equal(status, 1);
  assert.match(stderr, /write SITE_URL=https:\/\/me\.example BASE_PATH=\/list\/\n$/u);
  assert.match(start("me.example", "/").stderr, /write it as https:/u);
});
