import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openJson } from "../formats/json/read.ts";
import { readWhole } from "../formats/reader.ts";
import { decodeEntity } from "../paper/text/entities.ts";
import { toPaper } from "../paper/paper.ts";
import type { Paper } from "../paper/paper.ts";
import { readPaperEntry } from "../loader/read-entry.ts";
import { site } from "../site.ts";
import { makeDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { writeEntry } from "./entry-file.ts";

/** What has a meaning to MDX, Markdown, HTML, YAML or TeX, among any characters that there are. */
const MEANT = fc.constantFrom(
  ..."{ } < > $ $$ \\ \\\\ ` ``` * ** _ __ ~ ~~ # | & &amp; &#60; % ^ [ ] ( ) ! ' \" : - --- > + 1. = @ //".split(
    " ",
  ),
  ...["\n", "\n\n", " ", "  \n", "\t", "\u00A0", "\u2028", "\u0007", "\u202E", "\uFEFF", "\uD800"],
  ...["<b>", "</b>", "<i>", "</script>", "<script>", "<!--", "-->", "<C x={y} />", "{a.b}"],
  ...["[a](javascript:x)", "![a](b)", "https://example.org/", "import x from 'y'", "export {}"],
  ...["\\frac{a}{b}", "$n^2$", "\\textbf{", "\\emph{x}", "\\begin{equation}", "\\cite{a}", "\\'e"],
  ...[
    "key: value",
    "- item",
    "...",
    "---\n",
    "null",
    "2024",
    "{{",
    "}}",
    "${",
    "word",
    "Größe",
    "漢字",
  ],
);
const ANY = fc
  .array(
    fc.oneof(
      MEANT,
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.stringMatching(/^[a-z]{1,8} ?$/u),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(""));

interface Fields {
  title: string;
  abstract: string;
  family: string;
  given: string;
  venue: string;
  keyword: string;
}

const FIELDS: fc.Arbitrary<Fields> = fc.record({
  title: ANY.map((text) => `A ${text}`),
  ...{ abstract: ANY, family: ANY, given: ANY, venue: ANY, keyword: ANY },
});

function draftOf({ title, abstract, family, given, venue, keyword }: Fields): Draft | undefined {
  const item = {
    ...{ id: "x", title, abstract, author: [{ family, given }], keyword },
    ...{ issued: { raw: "2024" }, "container-title": venue },
  };
  const { records } = readWhole(openJson, JSON.stringify([item]), "x");
  assert.equal(records.length, 1);
  return records[0] && makeDraft(records[0]).draft;
}

function paperOf(draft: Draft): Paper {
  const entry = writeEntry({ data: draft.data, body: draft.body });
  const read = readPaperEntry(entry, "doe2024paper.mdx", site.urls);
  assert.ok(!Array.isArray(read), JSON.stringify(read));
  const { data, title, titleHtml, abstract } = read;
  return toPaper("doe2024paper", data, { title, titleHtml, abstract });
}

const single = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Elements that a text may be drawn with. What stands in MathML is made of a formula by a renderer of its own. */
const DRAWN =
  /^(?:p|span|em|strong|s|del|code|pre|sub|sup|a|i|b|br|ul|ol|li|blockquote|h[2-6]|abbr|div)$/u;

/** What a browser would show of HTML without formulas: tags go, which must be those of a text, references are read. */
function shown(html: string): string {
  const text = html.replace(
    /<\/?([a-z][a-z0-9]*)([^<>]*)>/giu,
    (tag, name: string, rest: string) => {
      assert.match(name, DRAWN, tag);
      assert.doesNotMatch(rest, /\son\w+\s*=|javascript:/iu, tag);
      return "";
    },
  );
  assert.doesNotMatch(text, /</u, html);
  return text.replace(/&[#\w]+;/gu, (entity) => decodeEntity(entity, 0)?.value ?? entity);
}

test("any text in any field is, after import, entry and loader, the text that the importer read", () => {
  fc.assert(
    fc.property(FIELDS, (fields) => {
      const draft = draftOf(fields);
      if (draft === undefined) return;
      const paper = paperOf(draft);
      assert.equal(single(paper.title), single(draft.title));
      assert.equal(single(paper.abstract.text), single(draft.abstract));
      assert.deepEqual(
        paper.authors.map(({ family, given }) => [family, given]),
        draft.authors.map(({ family, given }) => [family, given]),
      );
      assert.equal(paper.venue === undefined, draft.data.venue === undefined);
      for (const [html, text] of [
        [paper.titleHtml, paper.title],
        [paper.abstract.html, paper.abstract.text],
      ] as const)
        if (!/<math|class="tex"/u.test(html)) assert.equal(single(shown(html)), single(text));
    }),
    { numRuns: 400, seed: 20241126 },
  );
});

/** Signs that no notation gives a meaning: what is made of them must come out as it went in. */
const PLAIN = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[\p{Script=Latin}]{1,9}$/u),
      fc.stringMatching(/^[\p{Script=Greek}\p{Script=Han}\p{Script=Cyrillic}]{1,6}$/u),
      fc.constantFrom("50", "“quoted”", "it’s", "(so)", "a/b", "1,000", "x;", "yes!", "why?", "–"),
    ),
    { minLength: 1, maxLength: 20 },
  )
  // A typesetter's ligatures are taken apart on the way in.
  .map((words) =>
    words
      .join(" ")
      .normalize("NFC")
      .replace(/[\ufb00-\ufb06]/gu, "fi"),
  );

test("words are shown as they were written, whatever their script", () => {
  fc.assert(
    fc.property(PLAIN, PLAIN, (title, abstract) => {
      const draft = draftOf({
        title,
        abstract,
        family: "Doe",
        given: "J.",
        venue: "",
        keyword: "",
      });
      assert.ok(draft);
      const paper = paperOf(draft);
      assert.equal(paper.title, title);
      assert.equal(single(shown(paper.titleHtml)), title);
      assert.equal(single(shown(paper.abstract.html)), abstract);
    }),
    { numRuns: 200, seed: 20241126 },
  );
});
