import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { mdxToJs } from "satteri";
import { createUrls } from "../urls.ts";
import { entryProse } from "./mdx-plugin.ts";

const options = { contentDir: "/content/", urls: createUrls("/carrel/") };

/** What the MDX compiler makes of a body, as a module's source. */
async function compile(body: string): Promise<string> {
  const { code } = await mdxToJs(`---\ntitle: x\n---\n\n${body}`, {
    features: { math: true },
    fileURL: pathToFileURL("/content/papers/x.mdx"),
    mdastPlugins: [entryProse(options)],
  });
  return code;
}

/** So that the compiler draws what stands before it. */
const NOTE = "<Note>n</Note>\n\nMore.\n";

const UNSAFE = [
  ...["javascript", "vbscript"].map((scheme) => `${scheme}:alert(1)`),
  ...["data:text/html,x", "//evil.example/x"],
];

/** Every kind of block that an address can stand in. */
const PLACES: Record<string, (address: string) => string> = {
  paragraph: (address) => `![a](https://x.org/p.png) and [words](${address})\n`,
  expression: (address) => `{1} and [words](${address})\n`,
  table: (address) => `| a |\n|---|\n| [words](${address}) |\n`,
  list: (address) => `- {1} [words](${address})\n`,
  quote: (address) => `> {1} [words](${address})\n`,
  heading: (address) => `## {1} [words](${address})\n`,
  reference: (address) => `{1} [words][r]\n\n[r]: ${address}\n`,
  footnote: (address) => `Text[^1].\n\n[^1]: [words](${address})\n`,
  note: (address) => `<Note>[words](${address})</Note>\n`,
  picture: (address) => `{1} ![words](${address})\n`,
};

for (const [place, write] of Object.entries(PLACES))
  test(`an address that could run is none in a ${place}`, async () => {
    for (const address of UNSAFE) {
      const made = await compile(`${write(address)}\n${NOTE}`);
      assert.ok(made.includes("words"), made);
      assert.ok(!/javascript:|data:text|vbscript:|evil\.example|src[:=]|<img/u.test(made), made);
    }
  });

test("a link that the compiler draws is as those of the prose are", async () => {
  for (const place of ["expression", "table", "reference", "footnote", "picture"]) {
    const made = await compile(`${PLACES[place]?.("https://x.org/p") ?? ""}\n${NOTE}`);
    assert.match(made, /https:\/\/x\.org\/p/u, place);
    assert.match(made, /external noopener/u, place);
  }
  for (const place of ["expression", "table", "reference"])
    assert.match(
      await compile(`${PLACES[place]?.("paper:dao2025improved") ?? ""}\n${NOTE}`),
      /"\/carrel\/papers\/dao2025improved\/"/u,
      place,
    );
});

test("an `<a>` is as links are", async () => {
  const made = await compile(
    `<a href="https://x.org/">one</a> <a href="paper:x" rel="y">two</a>\n\n${NOTE}`,
  );
  assert.match(made, /href: "https:\/\/x\.org\/",\s+rel: "external noopener"/u);
  assert.match(made, /href: "\/carrel\/papers\/x\/",\s+children: "two"/u);
});

test("a picture in a link is its words", async () => {
  const made = await compile(`{1} [![words](https://x.org/p.png)](https://x.org/)\n\n${NOTE}`);
  assert.ok(made.includes("words") && !made.includes("p.png"), made);
});

test("a browser's reading of an address counts: tabs and line ends hide nothing", async () => {
  const made = await compile(`{1} [words](</&#9;/evil.example/>)\n\n${NOTE}`);
  assert.ok(!made.includes("evil.example"), made);
});
