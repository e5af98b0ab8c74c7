import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { gunzip } from "./open-index.ts";

test("a file is read whether or not the server took its gzip off", async () => {
  const bytes = new TextEncoder().encode('{"papers": 63}');
  assert.deepEqual(await gunzip(new Uint8Array(gzipSync(bytes))), bytes);
  assert.deepEqual(await gunzip(bytes), bytes);
});
