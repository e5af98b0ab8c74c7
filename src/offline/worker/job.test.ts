import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Edition, List, Part, Report } from "../edition.ts";

const SCOPE = "https://example.org/";

/** What the worker finds around it: caches whose answers take a turn, a server, and the pages that listen. */
class Caches {
  readonly stores = new Map<string, Map<string, Response>>();
  /** Set, the next file that is put somewhere is refused. */
  refusal: Error | undefined;
  /** Set, what happens once before the next file is looked for whose address has this in it. */
  meanwhile: { at: string; happens: () => Promise<void> } | undefined;

  async open(name: string) {
    await Promise.resolve();
    const files = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, files);
    return {
      put: async (key: string, response: Response) => {
        await Promise.resolve();
        const { refusal } = this;
        this.refusal = undefined;
        if (refusal) throw refusal;
        files.set(key, response);
      },
      keys: () => Promise.resolve(Array.from(files.keys(), (url) => ({ url }))),
      delete: (key: string | { url: string }) =>
        Promise.resolve(files.delete(typeof key === "string" ? key : key.url)),
    };
  }
  keys = () => Promise.resolve([...this.stores.keys()]);
  delete = (name: string) => Promise.resolve(this.stores.delete(name));
  match = async (key: string, { cacheName }: { cacheName: string }) => {
    await Promise.resolve();
    const { meanwhile } = this;
    if (meanwhile && key.includes(meanwhile.at)) {
      this.meanwhile = undefined;
      await meanwhile.happens();
    }
    return this.stores.get(cacheName)?.get(key)?.clone();
  };
}

const caches = new Caches();
const served = new Map<string, Buffer>();
const asked: string[] = [];
const told: Report[] = [];
const page = {
  id: "page",
  url: SCOPE,
  postMessage: (report: unknown) => told.push(report as Report),
};

Object.assign(globalThis, {
  registration: { scope: SCOPE },
  clients: { matchAll: () => Promise.resolve([page]) },
  caches,
  fetch: (address: string) => {
    const path = new URL(address).pathname.slice(1);
    asked.push(path);
    const file = served.get(path);
    return Promise.resolve(
      new Response(file as BodyInit | undefined, { status: file ? 200 : 404 }),
    );
  },
});
const { grant } = await import("./job.ts");
const { checkKept, findFile } = await import("./kept.ts");
const { adopt, forgetAll, keepPart, recall, recallAnew, remember } = await import("./store.ts");

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** A part of one file; its bytes stand for an archive, of which nothing here asks more than the place. */
function makePart(text: string): { part: Part; packed: Buffer } {
  const packed = gzipSync(text.padEnd(1024));
  return { part: [sha256(packed), packed.length, 1], packed };
}

const home = makePart("home");

/** Serves an edition that has some topics; all of them need the home page alone. */
function deploy(topics: readonly string[]): Edition {
  const list: List = {
    parts: [home.part],
    files: [["index.html", sha256(`home of ${topics.join()}`), 4]],
    packs: [1],
    topics: topics.map((slug) => [slug, [0]]),
  };
  const json = JSON.stringify(list);
  const edition: Edition = {
    format: 2,
    version: sha256(json),
    files: 1,
    size: home.packed.length,
    auto: false,
    packs: 1,
    topics: topics.map((slug) => [slug, `Topic ${slug}`, home.packed.length]),
    shell: ["offline/lost/index.html"],
  };
  served.set("offline/edition.json", Buffer.from(JSON.stringify(edition)));
  served.set("offline/list.bin", gzipSync(json));
  served.set(`offline/parts/${home.part[0]}.bin`, home.packed);
  return edition;
}

/** A reader has kept some topics of an edition that is gone from the server. */
async function keepTopics(topics: readonly string[]): Promise<void> {
  await keepPart(home.part[0], home.packed);
  const digest = sha256("home");
  await adopt({ version: "old", bytes: 1, savedAt: 1, topics }, [
    ["index.html", digest, 4, home.part[0], 0],
  ]);
  await remember({ asked: true, chosen: topics });
}

beforeEach(() => {
  caches.stores.clear();
  served.clear();
  recallAnew();
});

const check = () => grant({ type: "check", auto: true }, page);

test("an edition without any of the kept topics takes nothing's place, and says so", async () => {
  await keepTopics(["llm"]);
  deploy(["vision"]);
  await check();
  const { kept, fault } = await recall();
  assert.equal(kept?.version, "old");
  assert.deepEqual(fault, { kind: "topics" });
  assert.deepEqual(told.at(-1)?.fault, { kind: "topics" });
  asked.length = 0;
  await check();
  assert.deepEqual(asked, ["offline/edition.json"]);
  assert.equal((await recall()).kept?.version, "old");
});

test("what topics are called is known without the server", async () => {
  deploy(["llm", "vision"]);
  await grant({ type: "keep", topics: ["llm"] }, page);
  deploy(["vision"]);
  await check();
  assert.deepEqual(told.at(-1)?.names, { llm: "Topic llm" });
});

test("topics that are gone are left out, those that are left go on", async () => {
  await keepTopics(["llm", "vision"]);
  const { version } = deploy(["vision", "speech"]);
  await check();
  const { kept, fault } = await recall();
  assert.equal(fault, undefined);
  assert.equal(kept?.version, version);
  assert.deepEqual(kept.topics, ["vision"]);
  asked.length = 0;
  await check();
  assert.deepEqual(asked, ["offline/edition.json"]);
});

test("a topic that comes back is kept again", async () => {
  await keepTopics(["llm", "vision"]);
  deploy(["vision"]);
  await check();
  deploy(["vision", "llm"]);
  await check();
  assert.deepEqual((await recall()).kept?.topics, ["llm", "vision"]);
});

test("what two pages say at once is remembered both", async () => {
  await keepTopics(["llm"]);
  await Promise.all([remember({ kept: undefined }), forgetAll(), remember({ fault: undefined })]);
  assert.deepEqual(await recall(), { declined: true });
  await Promise.all([remember({ chosen: ["vision"] }), remember({ stopped: true })]);
  assert.deepEqual(await recall(), { declined: true, chosen: ["vision"], stopped: true });
});

test("a change that could not be written down does not stand in the way of the next", async () => {
  caches.refusal = new Error("The disk is gone.");
  await assert.rejects(remember({ asked: true }), /The disk is gone/u);
  await remember({ stopped: true });
  assert.deepEqual(await recall(), { stopped: true });
});

test("a save whose list does not come leaves what came before", async () => {
  deploy(["llm"]);
  served.delete("offline/list.bin");
  const progress = { done: 28, total: 120 };
  await remember({ progress });
  await grant({ type: "keep" }, page);
  const { fault, done, total } = told.at(-1) ?? {};
  assert.deepEqual([fault, { done, total }], [{ kind: "network" }, progress]);
});

/** Makes an edition of one page the one that is kept. */
async function adoptPage(version: string, { part, packed }: typeof home): Promise<void> {
  await keepPart(part[0], packed);
  await adopt({ version, bytes: 1, savedAt: 1 }, [["index.html", "", 4, part[0], 0]]);
}

/** The same, but its part is not there. */
const adoptLost = () =>
  adopt({ version: "old", bytes: 1, savedAt: 1 }, [["index.html", "", 4, "lost", 0]]);

/** Has another edition come before the next file is looked for below an address. */
const comeBefore = (at: string) => {
  caches.meanwhile = { at, happens: () => adoptPage("new", makePart("new")) };
};

test("an edition that has lost its files is forgotten", async () => {
  await adoptLost();
  await checkKept();
  assert.equal((await recall()).kept, undefined);
});

for (const at of ["/places/", "/part/"])
  test(`an edition that comes while the one before is looked for below ${at} stays`, async () => {
    await adoptLost();
    comeBefore(at);
    await checkKept();
    assert.equal(caches.meanwhile, undefined);
    assert.equal((await recall()).kept?.version, "new");
  });

test("a file that is asked for while its edition is replaced comes from the new one", async () => {
  await adoptLost();
  comeBefore("/part/");
  const file = await findFile("index.html");
  assert.equal(new TextDecoder().decode(file?.content), "new ");
});
