import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
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

/** What a process says of its site. */
const ask = (expression: string, env: Readonly<Record<string, string>>) =>
  spawnSync(
    process.execPath,
    [
      "-e",
      `import("${join(import.meta.dirname, "site.ts")}").then(({ site }) => console.log(${expression}))`,
    ],
    { encoding: "utf8", env: { ...process.env, ...env } },
  );

const start = (SITE_URL: string, BASE_PATH: string) =>
  ask("site.origin + site.base", { SITE_URL, BASE_PATH });

test("an address of the site with a path is told what says the path; the same path twice is no fault", () => {
  assert.equal(start("https://me.example", "/list").stdout, "https://me.example/list/\n");
  assert.equal(start("https://me.example/list/", "list").stdout, "https://me.example/list/\n");
  const { status, stderr } = start("https://me.example/list", "/");
  assert.equal(status, 1);
  assert.match(stderr, /write SITE_URL=https:\/\/me\.example BASE_PATH=\/list\/\n$/u);
  assert.match(start("me.example", "/").stderr, /write it as https:/u);
});

const ROOT = dirname(import.meta.dirname);
const ROOT_DISK = statSync(ROOT);
const isInside = (path: string) => path.startsWith(ROOT + sep);
const buildDir = (OUT_DIR: string) => ask("site.buildDir", { OUT_DIR }).stdout.trim();

test("a site is built where it is wanted, but inside the project where Astro could not write there", (context) => {
  assert.equal(buildDir("out"), join(ROOT, "out"));
  assert.ok(isInside(buildDir(`${ROOT}-out`)));
  const other = ["/dev/shm", tmpdir()].find(
    (folder) => (statSync(folder, { throwIfNoEntry: false }) ?? ROOT_DISK).dev !== ROOT_DISK.dev,
  );
  if (other === undefined) context.diagnostic("there is no second disk to ask for");
  else assert.ok(isInside(buildDir(join(other, "carrel/site"))));
});
