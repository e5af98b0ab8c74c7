import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { readTar, TAR_END, tarFile } from "./tar.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const LONG = `authors/${"a".repeat(95)}/${"b".repeat(40)}/index.html`;
const FILES: [string, string][] = [
  ["index.html", "home"],
  ["empty.txt", ""],
  [LONG, "x".repeat(512)],
  ["authors/müller/index.html", "page"],
];
const archive = () =>
  Buffer.concat([...FILES.flatMap(([path, text]) => tarFile(path, bytes(text))), TAR_END]);

test("what was written is read again: long names, empty files, full blocks", () => {
  const read = Array.from(readTar(archive()), ({ path, content }) => [
    path,
    new TextDecoder().decode(content),
  ]);
  assert.deepEqual(read, FILES);
});

test("an archive that is cut short is refused", () => {
  assert.throws(() => [...readTar(archive().subarray(0, 514))], /cut short/u);
});

test("other programs read the archive", (context) => {
  const { stdout, error } = spawnSync("tar", ["-tf", "-"], { input: archive(), encoding: "utf8" });
  if (error) {
    context.skip("no tar here");
    return;
  }
  assert.ok(stdout.includes(LONG));
  assert.equal(stdout.trim().split("\n").length, FILES.length);
});
