import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { createUrls } from "../urls.ts";
import { checkCorpus } from "./check.ts";
import { readCorpus } from "./corpus.ts";
import { countEdits, nearest } from "../paper/nearest.ts";

const SOUND = {
  "site.yaml": "title: T\n",
  "tags.yaml": "moe: { name: mixture of experts }\n",
  "topics/scaling.mdx": "---\ntitle: Scaling\nsummary: S\nhue: 1\n---\n\n[A](paper:a2024x).\n",
  "papers/a2024x.mdx":
    '---\ntitle: First\ndate: 2024\narxiv: "2401.00001"\ntopics: [scaling]\ntags: [moe]\n---\n\nText.\n',
  "papers/b2024y.mdx":
    "---\ntitle: Second\ndate: 2024-02\ntopics: [scaling]\ntags: [moe]\n---\n\nText.\n",
};

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function makeContent(changes: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "carrel-check-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Code, file and line of each problem. */
async function check(changes: Record<string, string>, base = "/"): Promise<string[]> {
  const folder = makeContent(changes);
  const display = (path: string) => path.slice(folder.length + 1);
  const corpus = await readCorpus(folder, createUrls(base), display);
  return checkCorpus(corpus, base).map(
    ({ code, source, line }) => `${code} ${source}${line === undefined ? "" : `:${String(line)}`}`,
  );
}

const paper = (fields: string, body = "Text.\n") => `---\ntitle: Third\n${fields}---\n\n${body}`;

test("sound content has no problems", async () => {
  assert.deepEqual(await check({}), []);
});

test("links to pages that every site has lead somewhere; a name that is no code stays as it is", async () => {
  const links = "[a](/library/) [b](/offline/) [c](/feed.json) [d](/) [e](paper:50%)\n";
  const body = paper("date: 2024\ntopics: [scaling]\n", links);
  assert.deepEqual(await check({ "papers/c.mdx": body }), ["dead-link papers/c.mdx:7"]);
});

test("below a base path, a page's address without it leads outside; what is beside the site is not ours", async () => {
  const links = "[a](/papers/a2024x/)\n\n[b](/carrel/papers/a2024x/) [c](/lab/)\n";
  const body = paper("date: 2024\ntopics: [scaling]\n", links);
  assert.deepEqual(await check({ "papers/c.mdx": body }, "/carrel/"), ["dead-link papers/c.mdx:7"]);
});

test("every kind of fault is found, with file and line", async () => {
  const cases: [files: Record<string, string>, expected: string[]][] = [
    [
      { "papers/c.mdx": paper("date: 2024\ntopics: [scalin]\ntags: [moe]\n") },
      ["unknown-topic papers/c.mdx:4"],
    ],
    [
      { "papers/c.mdx": paper("date: 2024\ntopics: [scaling]\ntags:\n  - moe\n  - mo\n") },
      ["unknown-tag papers/c.mdx:7"],
    ],
    [{ "papers/c.mdx": paper("topics: [scaling]\n") }, ["no-date papers/c.mdx:1"]],
    [{ "papers/c.mdx": paper("date: 2024\n") }, ["no-topic papers/c.mdx:1"]],
    [
      { "papers/c.mdx": '---\ntitle: "first!"\ndate: 2024\ntopics: [scaling]\n---\n' },
      ["doubled-title papers/c.mdx:2"],
    ],
    [
      { "papers/c.mdx": paper('date: 2024\narxiv: "2401.00001"\ntopics: [scaling]\n') },
      ["doubled-arxiv papers/c.mdx:4"],
    ],
    [
      { "papers/c.mdx": paper("date: 2024\ntopics: [scaling]\naliases: [A2024X]\n") },
      ["doubled-key papers/c.mdx:5"],
    ],
    [
      { "papers/c.mdx": paper("date: 2024\ntopics: [scaling]\n", "[x](paper:a2024) and {oops\n") },
      ["bad-mdx papers/c.mdx:7", "dead-link papers/c.mdx:7"],
    ],
    [
      {
        "papers/c.mdx": paper(
          "date: 2024\ntopics: [scaling]\n",
          "[x](/tags/mo/) [y](/papers/a2024x.bib) [z](/authors/letter/A/)\n",
        ),
      },
      ["dead-link papers/c.mdx:7"],
    ],
    [{ "papers/c.mdx": paper('date: "2024\n') }, ["bad-yaml papers/c.mdx:3"]],
    [
      { "papers/c.mdx": paper("date: 2024-02-30\ntopics: [scaling]\n") },
      ["bad-field papers/c.mdx:3"],
    ],
    [{ "papers/c.mdx": "no fields" }, ["no-frontmatter papers/c.mdx:1"]],
    [
      { "tags.yaml": "moe: { name: mixture of experts }\nrlhf: { name: RLHF }\n" },
      ["rare-tag tags.yaml:2"],
    ],
    [
      { "addresses.txt": "# head\npapers/a2024x/\npapers/gone2020z/\ntopics/nlp/\n" },
      ["vanished-address addresses.txt:3", "vanished-address addresses.txt:4"],
    ],
    [
      {
        "addresses.txt": "papers/gone2020z/\ntopics/nlp/\n",
        "moved.yaml": "papers/gone2020z/: Gone.\ntopics/nlp/: topics/scalin/\n",
      },
      ["dead-link moved.yaml:2"],
    ],
    [
      { "topics/empty.mdx": "---\ntitle: E\nsummary: S\nhue: 2\n---\n" },
      ["unused-topic topics/empty.mdx:1"],
    ],
  ];
  for (const [files, expected] of cases)
    assert.deepEqual((await check(files)).sort(), expected.sort(), JSON.stringify(files));
});

test("the command says the mend, and exits 1 on any problem", () => {
  const run = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
      env: { ...process.env, CONTENT_DIR: folder },
      encoding: "utf8",
    });
  const bad = run(makeContent({ "papers/c.mdx": paper("date: 2024\ntopics: [scalin]\n") }));
  assert.equal(bad.status, 1);
  assert.match(bad.stdout, /c\.mdx:4: error: .*did you mean "scaling"/u);
  const good = run(makeContent(), "--json");
  assert.equal(good.status, 0, good.stderr);
  assert.deepEqual(JSON.parse(good.stdout), { papers: 2, topics: 1, tags: 1, problems: [] });
  assert.equal(run(makeContent(), "--jsonn").status, 2);
});

test("what was recorded may be renamed, but not lost", () => {
  const folder = makeContent();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
      env: { ...process.env, CONTENT_DIR: folder },
      encoding: "utf8",
    });
  assert.match(run("--record").stdout, /6 addresses recorded/u);
  const [from, to] = [join(folder, "papers/b2024y.mdx"), join(folder, "papers/b2024why.mdx")];
  renameSync(from, to);
  const lost = run();
  assert.equal(lost.status, 1);
  assert.match(
    lost.stdout,
    /addresses\.txt:\d+: error: "papers\/b2024y\/".*aliases of "b2024why"/u,
  );
  const text = readFileSync(to, "utf8");
  writeFileSync(to, text.replace("topics:", "aliases: [b2024y]\ntopics:"));
  const mended = run();
  assert.equal(mended.status, 0, mended.stdout);
  assert.match(mended.stdout, /1 addresses are new/u);
});

test("edits count swaps once, and stop where they are too many", () => {
  assert.equal(countEdits("difusion", "diffusion", 2), 1);
  assert.equal(countEdits("ab", "ba", 2), 1);
  assert.ok(countEdits("scaling", "robotics", 2) > 2);
  assert.equal(nearest("nlp2", ["vision", "nlp"]), "nlp");
  assert.equal(nearest("zzz", ["vision", "nlp"]), undefined);
});

test("what people.yaml and venues.yaml leave unclear is found, with file and line", async () => {
  const signed = (name: string, more = "") =>
    paper(`authors:\n  - ${name}\n${more}date: 2024\ntopics: [scaling]\ntags: [moe]\n`);
  const cases: [files: Record<string, string>, expected: string[]][] = [
    [
      { "people.yaml": "ann: { name: Ann, orcid: 0000-0002-1825-0098 }\n" },
      ["bad-people people.yaml:1"],
    ],
    [{ "people.yaml": "ann:\n  name: Ann\n  nam: x\n" }, ["bad-people people.yaml:1"]],
    [{ "people.yaml": "ann:\n  name: Ann\n  note: [\n" }, ["bad-people people.yaml:4"]],
    [
      { "people.yaml": "a:\n  name: Ann Bee\nb:\n  name: Bea\n  variants: [Ann Bee]\n" },
      ["shared-name people.yaml:3"],
    ],
    [
      { "people.yaml": "ann:\n  name: Ann\n  papers:\n    - nothing2020\n" },
      ["unknown-paper people.yaml:4"],
    ],
    [{ "people.yaml": "ann:\n  name: Ann\n  papers: [a2024x]\n" }, ["not-an-author people.yaml:3"]],
    [
      {
        "people.yaml": "ann-bee:\n  name: Ann Bee\n  papers: []\n",
        "papers/c.mdx": signed("Ann Bee"),
      },
      ["unclear-author papers/c.mdx:4"],
    ],
    [
      { "papers/c.mdx": signed("{ name: Ann Bee, person: nobody }") },
      ["unknown-person papers/c.mdx:4"],
    ],
    [{ "venues.yaml": "a: { short: A, typ: x }\n" }, ["bad-venues venues.yaml:1"]],
    [
      { "venues.yaml": "a: { full: Conf A }\nb: { full: Conf B, variants: [Conf A] }\n" },
      ["shared-venue-name venues.yaml:2"],
    ],
  ];
  for (const [files, expected] of cases)
    assert.deepEqual(await check(files), expected, JSON.stringify(files));
});

test("an address of another spelling of a name is no lost address", async () => {
  const entry = paper(
    "authors:\n  - J. Hu\nvenue: NIPS 2016\ndate: 2016\ntopics: [scaling]\ntags: [moe]\n",
  );
  const addresses = "authors/j-hu/\nvenues/nips/\n";
  const files = { "papers/c.mdx": entry, "addresses.txt": addresses };
  assert.deepEqual(
    await check({ ...files, "people.yaml": "jane-hu: { name: Jane Hu, variants: [J. Hu] }\n" }),
    [],
  );
});
