import { expect, test } from "@playwright/test";
import { foldTitle } from "../src/paper/fold.ts";
import {
  contentKeys,
  entryFile,
  hasCorpus,
  NO_CORPUS,
  readEntry,
  readListing,
} from "./lib/corpus.ts";
import { expectNone } from "./lib/expect-none.ts";
import type { Token } from "./lib/html.ts";
import { attribute, hasClass, tagsOf, visibleText, within } from "./lib/html.ts";
import type { Page } from "./lib/site.ts";
import { keyOf, paperPages, readSite } from "./lib/site.ts";

const main = (page: Page) => within(page.tokens, (tag) => tag.name === "main");
const heading = (page: Page) => visibleText(within(page.tokens, (tag) => tag.name === "h1"));
const abstract = (page: Page): Token[] => within(main(page), (tag) => hasClass(tag, "abstract"));

/** Links from a page's main part into a folder of the site. */
const linksInto = (page: Page, folder: string) =>
  tagsOf(main(page)).filter((tag) => attribute(tag, "href").startsWith(`/${folder}/`));

const words = (text: string) => text.toLowerCase().match(/[a-z]{3,}/gu) ?? [];

/** The words of one text that another does not have as often. */
function missing(from: string, of: string): string[] {
  const left = new Map<string, number>();
  for (const word of words(of)) left.set(word, (left.get(word) ?? 0) + 1);
  return words(from).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

test("every entry has its page, and every page an entry", () => {
  expect(paperPages(readSite()).map(keyOf)).toEqual(contentKeys());
});

test("every paper shows title, authors, date, abstract, topics and tags", () => {
  const faults = paperPages(readSite()).flatMap((page) => {
    const times = tagsOf(main(page)).filter(
      (tag) => tag.name === "time" && /^\d{4}/u.test(attribute(tag, "datetime")),
    );
    const lacks = [
      ...(heading(page) === "" ? ["title"] : []),
      ...(visibleText(abstract(page)).length < 200 ? ["abstract"] : []),
      ...(times.length === 0 ? ["date"] : []),
      ...["authors", "topics", "tags"].filter((folder) => linksInto(page, folder).length === 0),
    ];
    return lacks.map((lack) => ({ at: page.path, fault: `no ${lack}` }));
  });
  expectNone(faults);
});

test("every sentence of an abstract has its own address", () => {
  const faults = paperPages(readSite()).flatMap((page) => {
    const ids = tagsOf(abstract(page))
      .map((tag) => attribute(tag, "id"))
      .filter((id) => /^s\d+$/u.test(id));
    const expected = ids.map((_, at) => `s${String(at + 1)}`);
    return ids.length > 1 && ids.join() === expected.join()
      ? []
      : [{ at: page.path, fault: `sentences are ${ids.join(" ")}` }];
  });
  expectNone(faults);
});

/** Words that stand in an entry as its markup, and not in what a reader sees. */
const MARKUP =
  /^(?:note|cdot|alpha|text|mathrm|star|infty|times|left|right|quad|ell|approx|https?)$/u;

test("every abstract is whole: no word of its entry is missing from its page", () => {
  const faults = paperPages(readSite()).flatMap((page) => {
    const { body } = readEntry(entryFile(keyOf(page) ?? ""));
    // Characters that MDX would take for markup are written by number.
    const text = body.replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)));
    const lost = missing(text, visibleText(main(page))).filter((word) => !MARKUP.test(word));
    return lost.length === 0 ? [] : [{ at: page.path, fault: `lost: ${lost.join(" ")}` }];
  });
  expectNone(faults);
});

/** What repairs take out or join: names of TeX commands, hexadecimal dashes, doubled addresses. */
const DAMAGE =
  /times|alpha|cdot|infty|arrow|star|bullet|ell|bev|^(?:run|each|https?|github|com|skddj|loldu|image|text|for|rm)/u;

/** A sentence that the authors' own source had commented out. */
const COMMENTED = /%For [^.]*\./u;

test("every abstract of the listing stands whole on its paper's page", () => {
  test.skip(!hasCorpus, NO_CORPUS);
  const pages = new Map(paperPages(readSite()).map((page) => [foldTitle(heading(page)), page]));
  const listing = readListing();
  expect(listing.length).toBe(63);
  const faults = listing.flatMap(({ title, abstract: pasted }) => {
    const page = pages.get(foldTitle(title.replace("infty", "")));
    if (!page) return [{ at: title, fault: "has no page" }];
    const lost = missing(pasted.replace(COMMENTED, ""), visibleText(abstract(page))).filter(
      (word) => !DAMAGE.test(word),
    );
    return lost.length === 0 ? [] : [{ at: page.path, fault: `lost: ${lost.join(" ")}` }];
  });
  expectNone(faults);
});
