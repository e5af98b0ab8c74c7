import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCatalog } from "../catalog/build.ts";
import { toPaper } from "../paper/paper.ts";
import { knownBy } from "../paper/known.ts";
import { paperSchema, peopleSchema, topicSchema } from "../paper/schema.ts";
import { pathOfDoi } from "./doi.ts";
import { readMoved } from "./moved.ts";
import { listAddresses } from "./present.ts";
import { drawRedirect } from "./redirect-page.ts";
import { listGone, listRedirects } from "./redirects.ts";
import { countUnrecorded, extendRegistry, readRegistry } from "./registry.ts";
import { writeRules } from "./rules.ts";
import { findBadMoves, findVanished } from "./verify.ts";

const paper = (key: string, data: Record<string, unknown> = {}) => ({
  ...toPaper(key, paperSchema.parse({ title: `On ${key}`, ...data }), {
    title: `On ${key}`,
    titleHtml: key,
    abstract: { html: "", text: "", sentences: [] },
  }),
  components: "none" as const,
});

const catalogOf = (...papers: ReturnType<typeof paper>[]) =>
  buildCatalog({
    papers,
    topics: [
      { slug: "t", data: topicSchema.parse({ title: "T", summary: "S", hue: 1 }), introHtml: "" },
    ],
    tags: [],
  });

const movedOf = (source: string) => readMoved(source, "moved.yaml").moved;

test("a DOI is a path in small letters, and never a way out of the folder", () => {
  assert.equal(pathOfDoi("10.1109/ICCV51070.2023.02128"), "10.1109/iccv51070.2023.02128");
  assert.equal(pathOfDoi("10.1000/a(b);c/d"), "10.1000/a(b);c/d");
  for (const bad of ["10.1000/../../etc", "10.1000//x", "10.1000/a<b>", "10.1000/a:b", "10.1/a."])
    assert.equal(pathOfDoi(bad), undefined, bad);
});

test("key, aliases, arXiv id and DOI lead to the paper, in every spelling that others use", () => {
  const one = paper("new2024one", {
    aliases: ["old2023one"],
    arxiv: "2402.00001",
    doi: "10.5555/Ab.1",
  });
  const ways = listRedirects(catalogOf(one), []);
  assert.deepEqual(new Set(ways.map(({ to }) => to)), new Set(["papers/new2024one/"]));
  const from = ways.map((way) => way.from);
  assert.deepEqual(from.slice(0, 3), [
    "papers/old2023one/",
    "abs/2402.00001/",
    "doi/10.5555/ab.1/",
  ]);
  for (const address of [
    "abs/2402.00001v1/",
    "abs/2402.00001v3/",
    "doi/10.5555/Ab.1/",
    "doi/10.48550/arXiv.2402.00001/",
    "doi/10.48550/arxiv.2402.00001/",
  ])
    assert.ok(from.includes(address), address);
});

test("a large corpus spends no files on versions", () => {
  const one = paper("a2024one", { arxiv: "2402.00001" });
  const from = listRedirects(catalogOf(one), [], 0).map((way) => way.from);
  assert.deepEqual(from, ["abs/2402.00001/"]);
});

test("an alias never takes another paper's own address", () => {
  const ways = listRedirects(
    catalogOf(paper("a2020x"), paper("b2021y", { aliases: ["a2020x"] })),
    [],
  );
  assert.deepEqual(ways, []);
});

test("a withdrawn paper keeps its page, and what it alone had leads there", () => {
  const about = { authors: ["Ann Author"], venue: "ICLR 2020", date: 2020 };
  const gone = paper("author2020gone", {
    ...about,
    authors: ["Ann Author", "Bo Only"],
    withdrawn: "The proof has a gap.",
  });
  const catalog = catalogOf(gone, paper("author2020stays", about));
  const [page] = listGone(catalog, []);
  assert.equal(page?.address, "papers/author2020gone/");
  assert.equal(page.because, "The proof has a gap.");
  assert.equal(page.paper?.title, "On author2020gone");
  const ways = new Map(listRedirects(catalog, []).map(({ from, to }) => [from, to]));
  assert.equal(ways.get("authors/bo-only/"), "papers/author2020gone/");
  assert.equal(ways.has("authors/ann-author/"), false);
});

test("moved.yaml leads on, or says why; nothing in it covers a page that is there", () => {
  const moved = movedOf(
    "topics/nlp/: topics/t/\npapers/doe2020draft/: Withdrawn by its authors.\ntopics/t/: Not so.\n",
  );
  const catalog = catalogOf(paper("a2020x"));
  assert.deepEqual(
    listRedirects(catalog, moved).map(({ from, to, title }) => [from, to, title]),
    [["topics/nlp/", "topics/t/", "T"]],
  );
  assert.deepEqual(listGone(catalog, moved), [
    { address: "papers/doe2020draft/", because: "Withdrawn by its authors." },
  ]);
});

test("faults of moved.yaml have their lines", () => {
  const lines = (source: string) =>
    readMoved(source, "moved.yaml").problems.map(({ code, line }) => `${code}:${String(line)}`);
  assert.deepEqual(lines(""), []);
  assert.deepEqual(lines("a/: b/\n../etc/: x\n"), ["bad-moved:2"]);
  assert.deepEqual(lines("a/: b/\n\nb/:\n"), ["bad-moved:3"]);
  assert.deepEqual(lines("- a\n"), ["bad-moved:1"]);
  assert.deepEqual(lines("a/: [b\n").length, 1);
});

test("the registry only ever grows, sorted, and reads comments as nothing", () => {
  const text = extendRegistry("# head\npapers/b/\n", ["papers/a/", "papers/b/"]);
  assert.deepEqual(
    readRegistry(text ?? "").map(({ address }) => address),
    ["papers/a/", "papers/b/"],
  );
  assert.equal(extendRegistry(text ?? "", ["papers/a/"]), undefined);
  assert.equal(countUnrecorded(readRegistry("papers/a/\r\n"), ["papers/a/", "papers/c/"]), 1);
});

test("an address that vanishes is named with its line, until something accounts for it", () => {
  const recorded = readRegistry("# head\nauthors/ann-author/\npapers/old2020x/\n");
  const check = (papers: ReturnType<typeof paper>[], moved = "") =>
    findVanished(recorded, {
      present: listAddresses({ papers, topics: [] }),
      moved: movedOf(moved),
      file: "addresses.txt",
      nearest: () => undefined,
    }).map(({ line, hint }) => [line, /aliases/u.test(hint ?? "")]);
  assert.deepEqual(check([]), [
    [2, false],
    [3, true],
  ]);
  const renamed = paper("new2020x", { authors: ["Ann Author"], aliases: ["old2020x"] });
  assert.deepEqual(check([renamed]), []);
  assert.deepEqual(check([paper("old2020x", { authors: ["Ann Author"], withdrawn: "So." })]), []);
  assert.deepEqual(check([], "papers/old2020x/: Gone.\nauthors/ann-author/: papers/z/\n"), []);
});

test("a line of moved.yaml that leads nowhere, or speaks of what is there, is named", () => {
  const problems = findBadMoves({
    present: new Set(["topics/t/"]),
    moved: movedOf("topics/t/: Gone.\ntopics/a/: topics/s/\ntopics/b/: topics/t/\n"),
    file: "moved.yaml",
    nearest: () => "topics/t/",
  });
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [
      ["live-address", 1],
      ["dead-link", 2],
    ],
  );
});

test("rules are one line each, as hosts read them, and no more than they read", () => {
  const way = { from: "doi/10.1/a b/", to: "papers/x/", title: "X" };
  assert.equal(writeRules([way], "/carrel/"), "/carrel/doi/10.1/a%20b/ /carrel/papers/x/ 301\n");
  const many = Array.from({ length: 5000 }, (_, i) => ({ ...way, from: `abs/${String(i)}/` }));
  assert.ok(writeRules(many, "/").trim().split("\n").length <= 1000);
});

test("a page that leads on shows no markup of a title", () => {
  const page = drawRedirect({
    path: "/papers/x/",
    url: "https://a.example/papers/x/",
    title: '</title><script>alert("x")</script>',
    language: "en",
  });
  assert.equal(page.match(/<script>/gu)?.length, 1);
  assert.match(page, /<link rel="canonical" href="https:\/\/a\.example\/papers\/x\/">/u);
});

test("other spellings of an author and of a venue lead to the one page", () => {
  const known = knownBy(
    peopleSchema.parse({ "jane-hu": { name: "Jane Hu", variants: ["J. Hu", "Jane Hsu"] } }),
    {},
  );
  const data = paperSchema.parse({ title: "T", authors: ["J. Hu"], venue: "NIPS 2016" });
  const made = { title: "T", titleHtml: "T", abstract: { html: "", text: "", sentences: [] } };
  const one = { ...toPaper("hu2016t", data, made, known), components: "none" as const };
  const catalog = buildCatalog({ papers: [one], topics: [], tags: [], people: known.people });
  assert.deepEqual(
    listRedirects(catalog, []).map(({ from, to, title }) => [from, to, title]),
    [
      ["authors/j-hu/", "authors/jane-hu/", "Jane Hu"],
      ["authors/jane-hsu/", "authors/jane-hu/", "Jane Hu"],
      ["venues/nips/", "venues/neurips/", "NeurIPS"],
    ],
  );
  const [author] = catalog.authors;
  assert.deepEqual([author?.name, author?.spellings], ["Jane Hu", ["J. Hu"]]);
});
