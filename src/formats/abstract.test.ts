import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyAbstract, tidyMarkup } from "./abstract.ts";

test("a heading, whose rights they are and what stands for no abstract are none of it", () => {
  for (const text of [
    "Abstract: We do.",
    "ABSTRACT We do.",
    "[Abstract] We do.",
    "**Abstract** We do.",
    "We do. © 2020 Elsevier B.V. All rights reserved.",
    "We do. Copyright © 2019 ACM",
    "We do. 2020 Elsevier Ltd. All rights reserved.",
    "We do. Published by Elsevier Ltd.",
    "We do. (PsycINFO Database Record (c) 2019 APA, all rights reserved)",
  ])
    assert.equal(tidyAbstract(text), "We do.", text);
  for (const text of ["No abstract available.", "[No abstract]", "N/A", "null"])
    assert.equal(tidyAbstract(text), "", text);
});

test("words that only sound so stay", () => {
  for (const text of [
    "Abstract reasoning is hard.",
    "We use data. 2019 ACM KDD Cup data show it.",
    "(a) one; (b) two; (c) 2020 data.",
    "None of these hold.",
    "Copyright law of 1976 is read by machines.",
  ])
    assert.equal(tidyAbstract(text), text);
});

test("JATS: a heading begins its paragraph, a formula in a line stays there", () => {
  const tex = (body: string) => `<jats:tex-math>${body}</jats:tex-math>`;
  const inline = (body: string) =>
    `<jats:inline-formula><jats:alternatives>${tex(body)}<mml:math/></jats:alternatives></jats:inline-formula>`;
  assert.equal(
    tidyAbstract(
      `<jats:sec><jats:title>Results</jats:title>\n <jats:p>It is ${inline("$$x^2$$")} or ${inline(
        "\\documentclass[12pt]{minimal} \\begin{document}$$y$$\\end{document}",
      )}.</jats:p></jats:sec><jats:p>Then <jats:disp-formula>${tex("$$z$$")}</jats:disp-formula></jats:p>`,
    ),
    "Results: It is $x^2$ or $y$.\n\nThen $$z$$",
  );
});

test("tags that were escaped once too often are tags, a tag alone is a word", () => {
  assert.equal(
    tidyAbstract("H&lt;sub&gt;2&lt;/sub&gt;O and &lt;b&gt;"),
    "H<sub>2</sub>O and &lt;b&gt;",
  );
});

test("words that a reference manager has marked lose the mark; an element that a title is about stays", () => {
  assert.equal(
    tidyMarkup(
      'A Look at <span class="nocase">GANs</span> and <span style="font-variant:small-caps;">bert</span>',
    ),
    "A Look at GANs and bert",
  );
  for (const text of ["On the <span> element", 'What <span class="x"> does', "</span>"])
    assert.equal(tidyMarkup(text), text);
});

test("small capitals and formulas in MathML are their letters", () => {
  assert.equal(
    tidyMarkup("On <scp>dna</scp> at <mml:math><mml:mi>Z</mml:mi></mml:math>"),
    "On dna at Z",
  );
  assert.equal(tidyMarkup("On &lt;scp&gt;dna&lt;/scp&gt;"), "On dna");
  assert.equal(tidyMarkup("The <scp> tag"), "The <scp> tag");
});
