import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../edition.ts";
import { describeSome, describeState, formatBytes, nameKeep, sizeOfTopics } from "./words.ts";

const REPORT: Report = {
  type: "offline",
  state: "off",
  done: 0,
  total: 0,
  stopped: false,
  busy: false,
  away: false,
};
const describe = (report: Partial<Report>, online = true) =>
  describeState({ ...REPORT, ...report }, online, () => "on 2 May").replaceAll("\u00a0", " ");
const kept = { version: "v1", bytes: 2_500_000, savedAt: 0 };

test("bytes are said in the unit that people read", () => {
  assert.deepEqual([0, 1500, 999_000, 2_540_000, 117_400_000].map(formatBytes), [
    "1\u00a0KB",
    "2\u00a0KB",
    "999\u00a0KB",
    "2.5\u00a0MB",
    "117\u00a0MB",
  ]);
});

test("what is kept is said with its day and size, some topics apart from all", () => {
  assert.equal(describe({ state: "ready", kept }), "Saved for offline on 2 May, 2.5 MB.");
  const some = describe({ kept: { ...kept, topics: ["a", "b", "c"] } });
  assert.equal(some, "3 topics saved for offline on 2 May, 2.5 MB.");
  assert.match(describe({ state: "stale", kept }), /2\.5 MB\. There is an update\.$/u);
  const coming = { busy: true, done: 2e6, total: 3e6 };
  assert.match(describe({ state: "stale", kept, ...coming }), /on its way: 2\.0 MB of 3\.0 MB\.$/u);
  assert.match(describe({ state: "ready", kept }, false), /^You are offline\. Saved/u);
  assert.match(
    describe({ state: "ready", kept, away: true }),
    /^The site cannot be reached now\./u,
  );
});

test("a few topics that are kept are named, more are counted", () => {
  const names = { a: "Scaling laws", b: "Adam" };
  const said = (topics: string[], more: Partial<Report> = { names }) =>
    describe({ kept: { ...kept, topics }, ...more });
  assert.match(said(["a"]), /^“Scaling laws” saved for offline on 2 May, 2\.5 MB\.$/u);
  assert.match(said(["a", "b"]), /^“Scaling laws” and “Adam” saved for/u);
  assert.match(said(["a", "b", "c"]), /^3 topics saved for/u);
  assert.match(said(["c"]), /^“c” saved for/u);
});

test("whoever keeps some topics is told that a search finds more than is here", () => {
  const said = (topics: string[]) => describeSome({ ...REPORT, names: { a: "Adam" } }, topics);
  assert.match(said(["a"]), /^Only “Adam” is saved: a search finds other papers too/u);
  assert.match(said(["a", "b", "c"]), /^Only 3 topics are saved: /u);
});

test("while nothing is known of what comes, no figures are said", () => {
  assert.equal(describe({ state: "saving", busy: true }), "Saving for offline: starting…");
  assert.match(describe({ state: "stale", busy: true, kept }), /2\.5 MB\. More is on its way\.$/u);
  const coming = { state: "saving", busy: true, done: 1e6, total: 3e6 } as const;
  assert.equal(describe(coming), "Saving for offline: 1.0 MB of 3.0 MB.");
});

test("a browser without room is told what would fit", () => {
  const offered = {
    version: "v1",
    size: 5e6,
    auto: true,
    packs: 1,
    shared: 5e5,
    topics: [
      ["a", "A", 1e6],
      ["b", "B", 3e6],
    ] as [string, string, number][],
  };
  const words = (free: number) => describe({ offered, fault: { kind: "room", needed: 5e6, free } });
  const full = describe({ offered, done: 3.2e6, fault: { kind: "room", needed: 1.8e6 } });
  assert.match(full, /1\.8 MB more are needed.* takes no more.* 2 of 2 topics would fit/u);
  assert.match(words(2e6), /5\.0 MB more are needed.* 2\.0 MB left.* 1 of 2 topics would fit/u);
  assert.doesNotMatch(words(1e5), /would fit/u);
});

const GONE = {
  chosen: ["a"],
  names: { a: "Scaling laws" },
  offered: { version: "v2", size: 5e6, auto: true, packs: 1, topics: [["b", "Adam", 1e6]] },
} as Partial<Report>;

test("who kept topics that are all gone is told which, and to choose others", () => {
  const fault = { kind: "topics" } as const;
  const gone = "“Scaling laws” is no longer a topic of this site.";
  assert.equal(describe({ ...GONE, fault }), `Not saved for offline. ${gone} Choose others.`);
  assert.equal(
    describe({ ...GONE, fault, kept: { ...kept, topics: ["a"] } }),
    `“Scaling laws” saved for offline on 2 May, 2.5 MB. ${gone} What is kept stays as it is: choose others.`,
  );
});

test("a topic that went is named while others stay, once its papers are gone", () => {
  const chosen = ["a", "b"];
  const said = describe({ ...GONE, chosen, kept: { ...kept, topics: ["b"] } });
  assert.equal(
    said,
    "“Adam” saved for offline on 2 May, 2.5 MB. “Scaling laws” is no longer a topic of this site; its papers are not kept any more.",
  );
  const two = describe({ ...GONE, chosen: ["a", "b", "c"], kept: { ...kept, topics: ["b"] } });
  assert.match(two, /“Scaling laws” and “c” are no longer topics .*; their papers are/u);
  for (const topics of [chosen, ["a"]])
    assert.doesNotMatch(describe({ ...GONE, chosen, kept: { ...kept, topics } }), /no longer/u);
  const alone = { kept: { ...kept, topics: ["b"] }, chosen };
  assert.doesNotMatch(describe(alone), /no longer/u);
});

test("a stopped transfer says how far it came", () => {
  assert.match(
    describe({ stopped: true, done: 1e6, total: 4e6 }),
    /stopped at 1\.0 MB of 4\.0 MB/u,
  );
});

test("whoever goes on after a stop or a fault is told what is left", () => {
  const offered = { version: "v1", size: 120e6, auto: false, packs: 1, topics: [] };
  const name = (report: Partial<Report>) =>
    nameKeep({ ...REPORT, offered, ...report }).replaceAll("\u00a0", " ");
  const came = { done: 28e6, total: 120e6 };
  const fault = { kind: "network" } as const;
  assert.equal(name({}), "Keep this site offline (120 MB)");
  assert.equal(name({ ...came, stopped: true }), "Go on (92 MB left)");
  assert.equal(name({ ...came, fault }), "Go on (92 MB left)");
  assert.equal(name({ ...came, fault: { kind: "room", needed: 92e6 } }), "Go on (92 MB left)");
  // What came of some topics says little of the whole.
  assert.equal(name({ ...came, fault, chosen: ["a"] }), "Keep this site offline (120 MB)");
  assert.equal(name({ ...came, fault, kept }), "Update now");
});

test("topics together take what they have in common once, and never more than the whole", () => {
  const topics = ["a", "b", "c"].map((slug): [string, string, number] => [slug, slug, 2e6]);
  const offered = { version: "v1", size: 4e6, auto: false, packs: 1, shared: 1.2e6, topics };
  assert.equal(sizeOfTopics(offered, ["a"]), 2e6);
  assert.equal(sizeOfTopics(offered, ["a", "c"]), 2.8e6);
  assert.equal(sizeOfTopics({ ...offered, shared: 0 }, ["a", "b", "c"]), 4e6);
  assert.equal(describe({ offered }), "Not saved for offline: it would take 4.0 MB.");
});
