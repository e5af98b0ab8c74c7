import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import type { Fault } from "./lib/expect-none.ts";
import { expectNone } from "./lib/expect-none.ts";
import type { Page } from "./lib/site.ts";
import { paperPages, readSite } from "./lib/site.ts";

/** The standard, without what is Astro's way of writing and no fault. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // Formatting of what a program wrote.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // A paper's title is as long as its authors made it.
    "long-title": "off",
    // A `pre` that scrolls is a region to the keyboard, and stays a `pre`.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
});

async function validate(pages: readonly Page[]) {
  test.setTimeout(240_000);
  expect(pages.length).toBeGreaterThan(0);
  const faults: Fault[] = [];
  for (const page of pages) {
    const report = await validator.validateString(page.html, page.file);
    for (const { messages } of report.results)
      for (const { line, column, message, ruleId } of messages)
        faults.push({
          at: `${page.file}:${String(line)}:${String(column)}`,
          fault: `${message} [${ruleId}]`,
        });
  }
  expectNone(faults);
}

test("every paper's page is valid HTML", () => validate(paperPages(readSite())));

test("every other page is valid HTML", () => {
  const papers = new Set(paperPages(readSite()));
  return validate(readSite().pages.filter((page) => !papers.has(page)));
});
