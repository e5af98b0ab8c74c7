import { expect, test } from "@playwright/test";
import { attribute, hasClass, tagsOf, tokens, visibleText, within } from "./html.ts";

const PAGE = `<!doctype html><html lang=en><head><title>T</title><style>p > a {}</style></head>
<body><!-- <p>no</p> --><main class="wide x"><p title="a > b">1 &lt; 2 &amp;amp; <em>so</em></p><ul><li>a<li>b</ul>
<math><mi>x</mi><annotation encoding="application/x-tex">x_{1}</annotation></math>
<script>if (a < b) c = "</p>";</script><input disabled></main><p>after</p></body></html>`;

test("reads text as a reader sees it", () => {
  const main = within(tokens(PAGE), (tag) => tag.name === "main");
  expect(visibleText(main)).toBe("1 < 2 &amp; so a b x");
});

test("reads attributes whatever their quotes", () => {
  const tags = tagsOf(tokens(PAGE));
  const named = (name: string) => tags.find((tag) => tag.name === name);
  expect(attribute(named("html"), "lang")).toBe("en");
  expect(attribute(named("p"), "title")).toBe("a > b");
  expect(named("input")?.attributes.has("disabled")).toBe(true);
  expect(tags.filter((tag) => hasClass(tag, "x")).map((tag) => tag.name)).toEqual(["main"]);
});

test("takes scripts and styles whole", () => {
  const raw = tokens(PAGE).filter((token) => token.kind === "raw");
  expect(raw.map((token) => token.text)).toEqual(["p > a {}", 'if (a < b) c = "</p>";']);
});
