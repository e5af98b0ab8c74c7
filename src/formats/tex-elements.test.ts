import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyAbstract, tidyMarkup } from "./abstract.ts";

test("formulas in elements of IEEE and the ACM are their TeX", () => {
  const picture = '<AltText>Math 4</AltText><File name="tea-inline4" type="svg"/>';
  for (const [written, read] of [
    ["On <tex>$\\gamma$</tex>-Ray Tea", "On $\\gamma$-Ray Tea"],
    ['On <tex Notation="TeX">\\gamma</tex> tea', "On $\\gamma$ tea"],
    [
      'By <inline-formula><tex-math notation="LaTeX">$13\\%$</tex-math></inline-formula> more.',
      "By $13\\%$ more.",
    ],
    [
      `By <inline-formula content-type="math/tex"><TexMath><?TeX $13.60\\%$?></TexMath>${picture}</inline-formula> more.`,
      "By $13.60\\%$ more.",
    ],
    ["<inline-formula><tex-math>$$x$$</tex-math></inline-formula> is it", "$x$ is it"],
  ] as const) {
    assert.equal(tidyMarkup(written), read);
    assert.equal(tidyAbstract(written), read);
  }
  for (const kept of ["The <tex> tag and </tex> of it", "An <inline-formula> is a tag"])
    assert.equal(tidyMarkup(kept), kept);
});

test("attributes of a pair of tags go, and a link of a web page is one", () => {
  assert.equal(
    tidyAbstract('<strong class="journal-x">Abstract.</strong> The tea is <b id="b">hot</b>.'),
    "The tea is <b>hot</b>.",
  );
  assert.equal(
    tidyAbstract(
      'It is <a target="_blank" href="https://x.org/p">known</a>, <a href="#n1">too</a>.',
    ),
    "It is [known](https://x.org/p), too.",
  );
  const half = 'The tag <b class="x"> alone';
  assert.equal(tidyAbstract(half), half);
});
