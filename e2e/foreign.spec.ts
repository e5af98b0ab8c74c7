import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { expect, test } from "@playwright/test";
import { parse } from "@retorquere/bibtex-parser";
import { expectNone } from "./lib/expect-none.ts";
import { readSite } from "./lib/site.ts";

/** The collection's citation files, read by parsers that are not ours: nothing is lost. */

interface Item {
  id: string;
  title: string;
  author: { family?: string; given?: string; literal?: string; suffix?: string }[];
  issued?: { "date-parts": number[][] };
  "container-title"?: string;
  /** Where Citation.js puts a conference of RIS. */
  "event-title"?: string;
  event?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  number?: string;
}

const text = (file: string) => readSite().read(file).toString("utf8");
const papers = () => JSON.parse(text("data/papers.json")) as Item[];

/** What of a paper must come back, by name. */
type Facts = Record<"title" | "authors" | "year" | "venue" | "doi" | "url" | "abstract", string>;

/** Words alone: formulas and marks are every program's own. */
const words = (abstract = "") => (abstract.match(/\p{L}{3,}/gu) ?? []).join(" ");
const oneLine = (line = "") => line.normalize("NFC").replace(/\s+/gu, " ").trim();
const nameOf = (family = "", given = "") => oneLine([family, given].filter(Boolean).join(", "));

/** An abstract with formulas is compared by its length in words: no two programs write a formula alike. */
const hasFormulas = (item: Item) => /[^\p{L}\p{N}\p{P}\s]/u.test(item.abstract ?? "");

const factsOf = (item: Item): Facts => ({
  // Citation.js leaves signs of formulas as TeX has them.
  title: oneLine(item.title).replace("\\infty", "∞"),
  authors: item.author
    .map(({ family, given, literal, suffix }) =>
      nameOf(literal ?? family, oneLine(`${suffix ?? ""} ${given ?? ""}`)),
    )
    .join("; "),
  year: String(item.issued?.["date-parts"][0]?.[0] ?? ""),
  venue: item["container-title"] ?? item["event-title"] ?? item.event ?? "",
  doi: item.DOI ?? "",
  url: item.URL ?? "",
  abstract: hasFormulas(item) ? "" : words(item.abstract),
});

function expectSame(
  read: ReadonlyMap<string, Facts>,
  without: readonly (keyof Facts)[] = [],
): void {
  const faults = papers().flatMap((item) => {
    const facts = read.get(item.id);
    if (!facts) return [{ at: item.id, fault: "was not read" }];
    return Object.entries(factsOf(item)).flatMap(([name, value]) => {
      const got = facts[name as keyof Facts];
      if (without.includes(name as keyof Facts) || value === "" || got === value) return [];
      return [
        { at: item.id, fault: `${name}: ${got.slice(0, 150)} instead of ${value.slice(0, 150)}` },
      ];
    });
  });
  expectNone(faults);
  expect(read.size).toBe(papers().length);
}

const fromCsl = (items: readonly Item[]) => new Map(items.map((item) => [item.id, factsOf(item)]));

test("BibTeX, read by Better BibTeX's parser", () => {
  const { entries } = parse(text("data/papers.bib"), { sentenceCase: false });
  const read = entries.map(({ key, fields }): [string, Facts] => [
    key,
    {
      title: oneLine(fields.title),
      authors: (fields.author ?? [])
        .map(({ lastName, firstName, prefix, suffix, name }) =>
          nameOf(
            name ?? oneLine(`${prefix ?? ""} ${lastName ?? ""}`),
            oneLine(`${suffix ?? ""} ${firstName ?? ""}`),
          ),
        )
        .join("; "),
      year: fields.year ?? "",
      venue: oneLine(fields.booktitle ?? fields.journal),
      doi: fields.doi ?? "",
      url: fields.url ?? "",
      abstract: words(fields.abstract?.replace(/<[^>]*>/gu, "")),
    },
  ]);
  expectSame(new Map(read));
});

test("BibTeX, read by Citation.js", () => {
  expectSame(fromCsl(new Cite(text("data/papers.bib")).data as Item[]));
});

test("RIS, read by Citation.js", () => {
  expectSame(fromCsl(new Cite(text("data/papers.ris")).data as Item[]));
});

test("CSL-JSON, read by Citation.js", () => {
  expectSame(fromCsl(new Cite(text("data/papers.json")).data as Item[]));
});
