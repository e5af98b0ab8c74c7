import assert from "node:assert/strict";
import { test } from "node:test";
import type { Engine, Request, Response } from "../types.ts";
import { createSession } from "./session.ts";

const request = (text: string, typing = false): Request => ({
  text,
  filters: {},
  sort: "relevance",
  limit: 10,
  typing,
  literal: false,
});

const response = (total: number): Response => ({
  total,
  hits: [],
  facets: () => Promise.resolve({ topic: [], tag: [], year: [], venue: [], author: [], has: [] }),
  notes: [],
  keys: () => Promise.resolve([]),
});

/** Lets every promise that is ready go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** An engine whose answers the test gives, a clock that the test moves, and a log of what was heard. */
function stage() {
  const log: string[] = [];
  const asked = new Map<string, PromiseWithResolvers<Response>>();
  let time = 0;
  let tasks: { at: number; task: () => void }[] = [];
  const engine: Engine = {
    search: ({ text }) => {
      const answer = Promise.withResolvers<Response>();
      asked.set(text, answer);
      return answer.promise;
    },
    suggest: () => Promise.resolve([]),
    warm: () => Promise.resolve(),
  };
  const session = createSession(
    () => Promise.resolve(engine),
    {
      loading: ({ text }) => log.push(`loading ${text}`),
      waiting: (ms) => log.push(`waiting ${String(ms)}`),
      answered: ({ text }, { total }) => log.push(`${text}: ${String(total)}`),
      failed: ({ text }, error) => log.push(`${text} failed: ${String(error)}`),
    },
    {
      now: () => time,
      after: (ms, task) => {
        const entry = { at: time + ms, task };
        tasks.push(entry);
        return () => {
          tasks = tasks.filter((other) => other !== entry);
        };
      },
    },
  );
  const pass = (ms: number) => {
    const end = time + ms;
    for (;;) {
      const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      time = next.at;
      tasks = tasks.filter((entry) => entry !== next);
      next.task();
    }
    time = end;
  };
  return { session, asked, log, pass };
}

test("an answer is heard", async () => {
  const { session, asked, log } = stage();
  session.ask(request("lora"));
  await settle();
  asked.get("lora")?.resolve(response(4));
  await settle();
  assert.deepEqual(log, ["loading lora", "lora: 4"]);
});

test("an answer that comes after a newer question is not heard, in whatever order they come", async () => {
  const { session, asked, log } = stage();
  session.ask(request("l"));
  await settle();
  session.ask(request("lora"));
  await settle();
  asked.get("lora")?.resolve(response(4));
  await settle();
  asked.get("l")?.resolve(response(60));
  await settle();
  assert.deepEqual(log, ["loading l", "loading lora", "lora: 4"]);
});

test("a failure of an old question is not heard either", async () => {
  const { session, asked, log } = stage();
  session.ask(request("l"));
  await settle();
  session.ask(request("lora"));
  await settle();
  asked.get("l")?.reject(new Error("gone"));
  asked.get("lora")?.resolve(response(4));
  await settle();
  assert.deepEqual(log, ["loading l", "loading lora", "lora: 4"]);
});

test("keystrokes during a search wait, and only the last of them is asked", async () => {
  const { session, asked } = stage();
  session.ask(request("l", true));
  await settle();
  for (const text of ["lo", "lor", "lora"]) session.ask(request(text, true));
  await settle();
  assert.deepEqual([...asked.keys()], ["l"]);
  asked.get("l")?.resolve(response(60));
  await settle();
  assert.deepEqual([...asked.keys()], ["l", "lora"]);
});

test("a keystroke does not wait for ever behind a search that hangs", async () => {
  const { session, asked, pass } = stage();
  session.ask(request("l"));
  await settle();
  session.ask(request("lo", true));
  pass(1000);
  await settle();
  assert.deepEqual([...asked.keys()], ["l", "lo"]);
});

test("a slow search says that it works, then how long it has been, and stops when it has answered", async () => {
  const { session, asked, log, pass } = stage();
  session.ask(request("lora"));
  await settle();
  pass(299);
  assert.deepEqual(log, ["loading lora"]);
  pass(2500);
  assert.deepEqual(log.slice(1), ["waiting 300", "waiting 1300", "waiting 2300"]);
  asked.get("lora")?.resolve(response(1));
  await settle();
  pass(5000);
  assert.deepEqual(log.slice(4), ["lora: 1"]);
});

test("a failure is heard once, and the next question is asked all the same", async () => {
  const { session, asked, log } = stage();
  session.ask(request("lora"));
  await settle();
  asked.get("lora")?.reject(new Error("no index"));
  await settle();
  session.ask(request("moe", true));
  await settle();
  asked.get("moe")?.resolve(response(2));
  await settle();
  assert.deepEqual(log.slice(1), ["lora failed: Error: no index", "loading moe", "moe: 2"]);
});

test("nothing more is heard of a search that was called off", async () => {
  const { session, asked, log, pass } = stage();
  session.ask(request("lora"));
  await settle();
  session.cancel();
  asked.get("lora")?.resolve(response(4));
  pass(1000);
  await settle();
  assert.deepEqual(log, ["loading lora"]);
});
