import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { fetchFrom } from "./open-index.ts";

/** Has `fetch` answer so, and gives the addresses that are asked. */
function answerWith(context: TestContext, answer: () => Promise<Response>): string[] {
  const asked: string[] = [];
  context.mock.method(globalThis, "fetch", (address: string) => {
    asked.push(address);
    return answer();
  });
  return asked;
}

for (const [fault, answer] of [
  ["the server refuses it", () => Promise.resolve(new Response("busy", { status: 503 }))],
  ["the network is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
  [
    "it breaks off",
    () =>
      Promise.resolve(new Response(new ReadableStream({ start: (body) => body.error("gone") }))),
  ],
] as [string, () => Promise<Response>][])
  test(`where ${fault}, a file is asked for by another address the next time`, async (context) => {
    const asked = answerWith(context, answer);
    const load = fetchFrom("/search/");
    await assert.rejects(load("a/terms.gz"));
    await assert.rejects(load("a/terms.gz"));
    assert.deepEqual(asked, ["/search/a/terms.gz", "/search/a/terms.gz?again"]);
  });
