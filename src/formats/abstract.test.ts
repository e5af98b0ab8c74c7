import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyAbstract, tidyMarkup } from "./abstract.ts";

test("a heading, whose rights they are and what stands for no abstract are none of it", () => {
  for (const text of [
    "Abstract: We do.",
    "ABSTRACT We do.",
    "Abstract&nbsp;&nbsp;We do.",
    "We do. [Copyright &y& Elsevier]",
    "[Abstract] We do.",
    "**Abstract** We do.",
    "We do. © 2020 Elsevier B.V. All rights reserved.",
    "We do. Copyright © 2019 ACM",
    "We do. 2020 Elsevier Ltd. All rights reserved.",
    "We do. Published by Elsevier Ltd.",
    "We do. © The Author(s), under exclusive licence to Springer Nature Ltd.",
    "We do. © The Authors, published by EDP Sciences.",
    "We do. Copyright \\textcopyright{} 1999 John Wiley & Sons, Ltd.",
    "We do. Crown Copyright (C) 2017 Published by Elsevier Ireland Ltd. All rights reserved.",
    "We do. (C) 2015 The Authors. Published by Elsevier B.V. on behalf of the Society.",
    `We do. © 2022 Doe, Roe. This is an open-access article under the terms of the Creative Commons licence.${" It may be used.".repeat(20)}`,
    "We do. [ABSTRACT FROM AUTHOR] Copyright of Ecosphere is the property of Wiley-Blackwell and its content may not be copied. (Copyright applies to all Abstracts.)",
    "We do. <CopyrightInformation>© 2020 The Authors.</CopyrightInformation>",
    "We do. (PsycINFO Database Record (c) 2019 APA, all rights reserved)",
  ])
    assert.equal(tidyAbstract(text), "We do.", text);
  for (const text of [
    "No abstract available.",
    "Abstract Unavailable",
    "[No abstract]",
    "N/A",
    "null",
    ",",
    "International audience",
    "HAL is a multi-disciplinary open access archive for the deposit of documents.",
    "Article Share on On powers Authors: A. One View Profile , B. Two View Profile Authors Info & Claims COLT '93",
  ])
    assert.equal(tidyAbstract(text), "", text);
});

test("a heading without a mark goes before what begins a sentence", () => {
  for (const rest of [
    "Viewing photos is popular.",
    "Background Fires burn.",
    "Cu2O/ZnO cells are made.",
    "Machine learning works.",
    "Multipotent, old cells live.",
  ])
    assert.equal(tidyAbstract(`Abstract ${rest}`), rest);
  assert.equal(tidyAbstract("ABSTRACT MouseHaus Table is one."), "MouseHaus Table is one.");
  for (const text of [
    "Abstract Interpretation is a theory.",
    "Abstract Meaning Representation parsing is hard.",
    "Abstract Wikipedia Functions are written.",
    "ABSTRACT ART IS SOLD.",
  ])
    assert.equal(tidyAbstract(text), text);
});

test("ends of lines that a program has written as escapes end lines", () => {
  for (const text of [
    "We do.\\n\\nRESULTS: More.",
    "We do.\\nRESULTS: More.",
    "We do.\\r\\n RESULTS: More.",
    "We do.\\ud \\ud RESULTS: More.",
  ])
    assert.equal(tidyAbstract(text), "We do.\n\nRESULTS: More.", text);
  for (const text of ["Of $x.\\nu$ we do.", "In C:\\n\\New it is.", "The escape \\n ends a line."])
    assert.equal(tidyAbstract(text), text);
});

test("words that only sound so stay", () => {
  for (const text of [
    "Abstract reasoning is hard.",
    "We use data. 2019 ACM KDD Cup data show it.",
    "(a) one; (b) two; (c) 2020 data.",
    "None of these hold.",
    "It is so. © is a sign that the page shows; we ask each of twelve readers what it means to them, where they met it, whether a court would know it, and what they would do without it at all.",
    "Copyright of code is the topic.",
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
    tidyAbstract(
      "&amp;lt;p&amp;gt;We do in H&amp;lt;sub&amp;gt;2&amp;lt;/sub&amp;gt;O, R&amp;amp;D.&amp;lt;/p&amp;gt;",
    ),
    "We do in H<sub>2</sub>O, R&amp;D.",
  );
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
