import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyAbstract } from "./abstract.ts";

const NAMESPACES =
  ' xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink"';

const springer = (tex: string) =>
  `\\documentclass[12pt]{minimal} \\usepackage{amsmath} \\setlength{\\oddsidemargin}{-69pt} \\begin{document}$$${tex}$$\\end{document}`;

const isRead = (cases: readonly (readonly [written: string, read: string])[]) => {
  for (const [written, read] of cases) assert.equal(tidyAbstract(written), read, written);
};

test("namespaces and the end of the text, as IEEE Xplore marks them, are no part of it", () => {
  isRead([
    [`Norms l <sub${NAMESPACES}>2</sub> are.`, "Norms l <sub>2</sub> are."],
    [`The last goal is presented.< <ETX${NAMESPACES}>&gt;</ETX>`, "The last goal is presented."],
    ["Each one is real.<<ETX>>", "Each one is real."],
  ]);
});

test("a formula that came as Springer's whole document stands once, as a formula", () => {
  isRead([
    [
      `A rate of O(1/T)${springer("O(1/\\sqrt{T})")} given that cores are bounded by T1/4${springer("T^{1/4}")}.`,
      "A rate of $O(1/\\sqrt{T})$ given that cores are bounded by $T^{1/4}$.",
    ],
    [
      `Over ℝ^d${springer("\\mathbb{R}^d")}, at αt${springer("\\alpha _t")} and 5×${springer("5\\times")}.`,
      "Over $\\mathbb{R}^d$, at $\\alpha _t$ and $5\\times$.",
    ],
    // What stands before it is another thing.
    [`A new system, ${springer("\\text{RAD}")} is.`, "A new system, $\\text{RAD}$ is."],
    [`The noise${springer("e")} is.`, "The noise$e$ is."],
  ]);
});

test("what PDF readers and programs wrote for hyphens, dashes, ends of lines and quotations is read", () => {
  isRead([
    ["An inverse map(cid:173) ping function.", "An inverse map- ping function."],
    ["A di(cid:14)cult classi(cid:12)er (cid:80) of it.", "A difficult classifier (cid:80) of it."],
    ["No work{—} to our knowledge{--}has.", "No work— to our knowledge--has."],
    ["A set {a-b}, $k\\text{-}$ or $\\text{–}$.", "A set {a-b}, $k\\text{-}$ or $\\text{–}$."],
    [
      "Our approach\\nincorporates the cost\\nof it.",
      "Our approach\nincorporates the cost\nof it.",
    ],
    ["The main&#13;\\ncost of it.", "The main\ncost of it."],
    [
      "Small x\\neq y, in $a\\nu$, by our \\name model.",
      "Small x\\neq y, in $a\\nu$, by our \\name model.",
    ],
    [
      "It implies \"big outliers''. A prime f'' stays.",
      "It implies \"big outliers\". A prime f'' stays.",
    ],
    [
      "From YouTube . Our system , of $n$ , has .5 or 3 .. 4.",
      "From YouTube. Our system, of $n$, has .5 or 3 .. 4.",
    ],
  ]);
});

test("links without braces lead on, and dollars that were written out are formulas", () => {
  isRead([
    [
      "Code is at \\href https://a.org/x/y https://a.org/x/y . Or \\href https://a.org/G2D here .",
      "Code is at https://a.org/x/y. Or [here](https://a.org/G2D).",
    ],
    [
      "Up to \\textdollar 7.0\\times\\textdollar over \\textdollar \\mathbb{R}\\^{}n\\textdollar .",
      "Up to $7.0\\times$ over $\\mathbb{R}^n$.",
    ],
    ["It costs \\textdollar 5.", "It costs \\textdollar 5."],
  ]);
});
