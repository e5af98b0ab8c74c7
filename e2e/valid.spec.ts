import { test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import type { Fault } from "./lib/expect-none.ts";
import { expectNone } from "./lib/expect-none.ts";
import { readSite } from "./lib/site.ts";

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

test("every page is valid HTML", async () => {
  test.setTimeout(240_000);
  const faults: Fault[] = [];
  for (const page of readSite().pages) {
    const report = await validator.validateString(page.html, page.file);
    for (const { messages } of report.results)
      for (const { line, column, message, ruleId } of messages)
        faults.push({
          at: `${page.file}:${String(line)}:${String(column)}`,
          fault: `${message} [${ruleId}]`,
        });
  }
  expectNone(faults);
});
