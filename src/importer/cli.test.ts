import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const LISTING = "On a First Thing\n\nWe measure it. It is larger than we thought it would be.\n";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-cli-"));
  await writeFile(join(folder, "list.txt"), LISTING);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Calls the command from the test's folder, as npm would. */
function call(args: readonly string[], input = "", more = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const content = join(folder, "content");
    const env = { ...process.env, CONTENT_DIR: content, INIT_CWD: folder, ...more };
    const child = spawn(process.execPath, [CLI, ...args], { cwd: PROJECT, env });
    let out = "";
    let err = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    child.on("close", (code) => {
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });
}

const report = ({ out }: Outcome) => JSON.parse(out) as Record<string, unknown>;

test("--json prints one object and nothing else", async () => {
  const outcome = await call(["list.txt", "--json"]);
  assert.equal(outcome.code, 0);
  assert.equal(outcome.err, "");
  const { problems, ...counts } = report(outcome);
  assert.deepEqual(counts, { added: 1, updated: 0, unchanged: 0, skipped: 0 });
  assert.ok(Array.isArray(problems));
  assert.deepEqual(await readdir(join(folder, "content", "papers")), ["first-thing.mdx"]);
});

test("what to do next is said in a line where something was written, with the folder where it is another", async () => {
  const first = await call(["list.txt"]);
  const folderName = join(folder, "content");
  assert.ok(first.out.includes(`CONTENT_DIR=${folderName} npm run check`), first.out);
  assert.ok(first.out.includes(`CONTENT_DIR=${folderName} npm start`), first.out);
  assert.match(first.out, /1 added, .*\n.*npm start.*\n$/u);
  assert.doesNotMatch((await call(["list.txt"])).out, /npm start/u);
  await rm(folderName, { recursive: true });
  assert.doesNotMatch((await call(["list.txt", "--dry-run"])).out, /npm start/u);
});

test("a refused record exits 1 and is named with its line; the rest is written", async () => {
  await writeFile(join(folder, "a.ndjson"), '{"id": "a", "title": "A Thing"}\n{"id": "b", "titl\n');
  const outcome = await call(["a.ndjson", "--json"]);
  assert.equal(outcome.code, 1);
  const { added, problems } = report(outcome) as {
    added: number;
    problems: Record<string, unknown>[];
  };
  assert.equal(added, 1);
  const [problem] = problems;
  assert.deepEqual(
    [problem?.["code"], problem?.["source"], problem?.["line"]],
    ["broken-item", "a.ndjson", 2],
  );
  assert.deepEqual(await readdir(join(folder, "content", "papers")), ["thing.mdx"]);
});

test("wrong use exits 2 and says how to use it; with --json it still prints one object", async () => {
  for (const args of [[], ["--nonsense", "list.txt"], ["--metadata"]]) {
    const outcome = await call(args);
    assert.deepEqual([outcome.code, outcome.out], [2, ""]);
    assert.match(outcome.err, /Usage: npm run import/u);
    assert.equal(report(await call([...args, "--json"]))["added"], 0);
  }
});

test("a file that is not there exits 2; the others are imported", async () => {
  const outcome = await call(["missing.txt", "list.txt", "--json"]);
  assert.equal(outcome.code, 2);
  assert.equal(report(outcome)["added"], 1);
});

test("what is given for a file and is none is told in words, with a way out", async () => {
  await mkdir(join(folder, "papers"));
  const told = async (name: string) => {
    const { code, out } = await call([name]);
    assert.equal(code, 2, name);
    assert.doesNotMatch(out, /\bE[A-Z]{4,}\b/u);
    return out;
  };
  assert.ok((await told("missing.bib")).includes(`no such file: ${join(folder, "missing.bib")}`));
  assert.match(await told("none*.bib"), /no file's name is like that/u);
  assert.match(await told("papers/"), /is a folder; name the files in it: papers\/\*/u);
  assert.match(await told("list.txt/x"), /should be a folder on its path is a file/u);
  assert.match(
    await told("https://example.org/x.bib"),
    /web address.*curl -fL 'https:\/\/example\.org\/x\.bib'/u,
  );
  assert.match((await call([""])).err, /^the name of a file is empty/u);
});

test("a misspelt option is told with the one that was meant", async () => {
  assert.match(
    (await call(["--dry-rnu", "list.txt"])).err,
    /^there is no option --dry-rnu: .*--dry-run/u,
  );
  assert.match((await call(["--metadata"])).err, /^--metadata wants a value after it/u);
  assert.match((await call(["list.txt", "--json=1"])).err, /^--json takes no value/u);
});

test("options that npm takes for itself stop the import, which would write else", async () => {
  const env = { npm_lifecycle_event: "import", npm_config_dry_run: "true" };
  const { code, err } = await call(["list.txt"], "", env);
  assert.equal(code, 2);
  assert.match(err, /npm took --dry-run for itself.*npm run import -- --dry-run/u);
  assert.deepEqual(await readdir(folder), ["list.txt"]);
  assert.equal((await call(["list.txt", "--dry-run"], "", env)).code, 0);
});

test("a content folder that is none, or below a file, is told in one line before anything is done", async () => {
  for (const place of ["list.txt", "list.txt/deep/er"]) {
    const { code, err } = await call(["list.txt"], "", { CONTENT_DIR: join(folder, place) });
    assert.equal(code, 2);
    assert.match(err, /^\S*list\.txt\S* .*is a file.*CONTENT_DIR.*\n$/u);
    assert.ok(err.includes(join(folder, place)));
  }
  const plan = await call(["list.txt", "--plan", "none/plan.ndjson"]);
  assert.deepEqual([plan.code, plan.err.split("\n").length], [2, 2]);
  assert.deepEqual(await readdir(folder), ["list.txt"]);
});

test("standard input, gzip and UTF-16 are read like any file", async () => {
  assert.equal(report(await call(["-", "--json"], LISTING))["added"], 1);
  await writeFile(join(folder, "list.gz"), gzipSync(LISTING));
  assert.equal(report(await call(["list.gz", "--json"]))["unchanged"], 1);
  await writeFile(join(folder, "list16.txt"), Buffer.from(`\uFEFF${LISTING}`, "utf16le"));
  assert.equal(report(await call(["list16.txt", "--json"]))["unchanged"], 1);
});

test("a gzip that is cut off gives what came before the cut, and exits 1", async () => {
  const items = Array.from({ length: 2000 }, (_, n) =>
    JSON.stringify({
      id: `k${String(n)}`,
      title: `Thing ${String(n * 7919)}`,
      abstract: String(n ** 5),
    }),
  );
  const packed = gzipSync(items.join("\n"));
  await writeFile(join(folder, "cut.gz"), packed.subarray(0, packed.length / 2));
  const outcome = await call(["cut.gz", "--json", "--keep-keys"]);
  assert.equal(outcome.code, 1);
  const { added, problems } = report(outcome) as { added: number; problems: { code: string }[] };
  assert.ok(added > 100 && added < 2000, String(added));
  assert.ok(problems.some(({ code }) => code === "broken-file"));
});

test("what cannot be imported yet is refused with a way out", async () => {
  await writeFile(join(folder, "x.xml"), '<?xml version="1.0"?><svg/>');
  const outcome = await call(["x.xml", "--json"]);
  assert.equal(outcome.code, 1);
  assert.match(outcome.out, /unsupported-format/u);
});

test("--help prints the use and exits 0", async () => {
  const { code, out } = await call(["--help"]);
  assert.equal(code, 0);
  assert.match(out, /--metadata FILE/u);
});

const ITEM = {
  id: "thing",
  title: "A First Thing",
  abstract: "We measure it. It is large. It was told before.",
  author: [{ family: "Lovelace", given: "Ada" }],
  issued: { "date-parts": [[2024]] },
};

const writeItems = (...items: object[]) => writeFile(join(folder, "a.json"), JSON.stringify(items));

test("title, tags and abstract that were edited by hand stay when the source changes them too, and it is said", async () => {
  await writeItems(
    { ...ITEM, keyword: "scaling" },
    { ...ITEM, id: "b", title: "Other", abstract: "None of it.", keyword: "scaling, zebras" },
    { ...ITEM, id: "c", title: "Third", abstract: "All of it.", keyword: "zebras" },
  );
  await call(["a.json", "--keep-keys"]);
  const path = join(folder, "content", "papers", "thing.mdx");
  const edited = (await readFile(path, "utf8"))
    .replace("title: A First Thing", "title: The First Thing")
    .replace("tags: [scaling]", "tags: [growth]")
    .replace("It is large.", "It is very large.");
  assert.match(edited, /title: The First.*tags: \[growth\].*very large/su);
  await writeFile(path, edited);
  await writeItems({
    ...ITEM,
    title: "A First Thing, Revised",
    abstract: "We measure it. It is huge. It was told before.",
    keyword: "zebras",
    issued: { "date-parts": [[2024, 5]] },
  });
  const { code, out } = await call(["a.json", "--keep-keys"]);
  assert.equal(code, 0);
  assert.equal(await readFile(path, "utf8"), edited.replace("date: 2024", "date: 2024-05"));
  assert.match(
    out,
    /thing\.mdx:2: warning: title: .*"The First Thing" stays; a\.json:\d+ now has "A First Thing, Revised"/u,
  );
  assert.match(
    out,
    /thing\.mdx:\d+: warning: tags: .*growth.* stays; a\.json:\d+ now has .*zebras/u,
  );
  assert.match(out, /thing\.mdx:\d+: warning: abstract: .*very large.*now has .*huge/u);
  assert.match(out, /0 added, 1 updated, 0 unchanged/u);
});

test("a dry run shows each paper's change field by field, hand-made edits with both values, and writes nothing", async () => {
  await writeItems(
    ITEM,
    { ...ITEM, id: "b", title: "Second" },
    { ...ITEM, id: "gone", title: "Third" },
  );
  await call(["a.json", "--keep-keys"]);
  const papers = join(folder, "content", "papers");
  await rm(join(papers, "gone.mdx"));
  const path = join(papers, "b.mdx");
  await writeFile(path, (await readFile(path, "utf8")).replace("title: Second", "title: By hand"));
  await writeItems(
    {
      ...ITEM,
      abstract: "We measure it. It is huge. It was told before.",
      issued: { "date-parts": [[2024, 5]] },
    },
    { ...ITEM, id: "b", title: "Second, revised" },
    { ...ITEM, id: "new", title: "Fourth \u001b[2J" },
  );
  const before = await readdir(join(folder, "content"), { recursive: true });
  const { code, out } = await call(["a.json", "--keep-keys", "--dry-run", "--plan", "plan.ndjson"]);
  assert.equal(code, 0);
  assert.ok(
    out.includes(
      "~ thing  A First Thing\n    date\n    - 2024\n    + 2024-05\n    abstract\n      We measure it.\n    - It is large.\n    + It is huge.\n      It was told before.\n",
    ),
    out,
  );
  assert.match(
    out,
    /= b {2}Second, revised\n {4}title .*\n {6}here {4}By hand\n {6}source {2}Second, revised\n/u,
  );
  assert.match(out, /x gone\n/u);
  assert.match(out, /\+ new {2}Fourth/u);
  assert.doesNotMatch(
    out,
    /\u001b/u,
    "no colours, and no sequences of the source's, outside a terminal",
  );
  assert.match(
    out,
    /1 added, 1 updated, 1 unchanged, 0 skipped.*\(dry run: nothing was written\)\n$/u,
  );
  assert.deepEqual(await readdir(join(folder, "content"), { recursive: true }), before);
  const plan = (await readFile(join(folder, "plan.ndjson"), "utf8")).trim().split("\n");
  const kinds = plan.map((line) => (JSON.parse(line) as { kind: string }).kind);
  assert.deepEqual(kinds.toSorted(), ["added", "kept", "removed", "updated"]);
});

test("of many papers a dry run shows the first and counts the others, unless all are asked for", async () => {
  await writeItems(
    ...Array.from({ length: 30 }, (_, n) => ({
      ...ITEM,
      id: `k${String(n)}`,
      title: `Thing ${String(n * 7919)}`,
      abstract: String(n ** 7),
    })),
  );
  const short = await call(["a.json", "--keep-keys", "--dry-run"]);
  assert.equal(short.out.match(/^\+ k/gmu)?.length, 10);
  assert.match(short.out, /and 20 more: --all shows them/u);
  const all = await call(["a.json", "--keep-keys", "--dry-run", "--all"]);
  assert.equal(all.out.match(/^\+ k/gmu)?.length, 30);
  const json = await call(["a.json", "--keep-keys", "--dry-run", "--json"]);
  assert.deepEqual(Object.keys(report(json)), [
    "added",
    "updated",
    "unchanged",
    "skipped",
    "problems",
  ]);
});

test("keywords that become no tag are named, counted, in one note a file, also in --json", async () => {
  const words = (keyword: string, n: number) => ({
    ...{ id: `k${String(n)}`, title: `Thing ${String(n * 7919)}`, abstract: `It is ${String(n)}.` },
    keyword,
  });
  await writeItems(
    words("zebras, Giraffes", 1),
    words("zebras, giraffes, antelopes", 2),
    words("quaggas", 3),
    // What people mark for themselves is no subject.
    words("toread, /unread", 4),
    words("toread", 5),
  );
  const told = async (...more: string[]) => {
    const { problems } = report(await call(["a.json", "--json", ...more])) as {
      problems: { code: string; severity: string; source: string; message: string }[];
    };
    const found = problems.filter(({ code }) => code === "unplaced-keywords");
    return found.map(({ severity, source, message }) => [severity, source, message.split(": ")[1]]);
  };
  // Of a new collection, words of two papers become tags.
  assert.deepEqual(await told("--dry-run"), [
    ["note", "a.json", "toread (2), antelopes (1), quaggas (1), /unread (1)"],
  ]);
  await mkdir(join(folder, "content"));
  await writeFile(join(folder, "content", "tags.yaml"), "zebra: { name: Zebra }\n");
  assert.deepEqual(await told(), [
    ["note", "a.json", "Giraffes (2), toread (2), antelopes (1), quaggas (1), /unread (1)"],
  ]);
  await writeFile(
    join(folder, "content", "tags.yaml"),
    "zebra: { name: Zebra, synonyms: [giraffe, antelope, quagga] }\n",
  );
  assert.deepEqual(await told(), [["note", "a.json", "toread (2), /unread (1)"]]);
});
