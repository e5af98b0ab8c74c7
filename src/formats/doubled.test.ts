import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutDoubling } from "./doubled.ts";

test("TeX whose backslashes are all doubled has each of them once", () => {
  assert.equal(
    withoutDoubling(String.raw`We bound $\\alpha \\in \\mathbb{R}^d$ in \\emph{deep} nets, 5\\%`),
    String.raw`We bound $\alpha \in \mathbb{R}^d$ in \emph{deep} nets, 5\%`,
  );
  assert.equal(withoutDoubling(String.raw`$\\beta \\\\ \\gamma$`), String.raw`$\beta \\ \gamma$`);
});

test("where only some are doubled, commands are mended", () => {
  assert.equal(
    withoutDoubling(String.raw`\\textbf{bold} and \emph{deep} \\ $\beta\\gamma$`),
    String.raw`\textbf{bold} and \emph{deep} \\ $\beta\gamma$`,
  );
});

test("ends of lines stay as they are", () => {
  for (const tex of [
    String.raw`First \\ Second`,
    String.raw`First\\alphabet`,
    String.raw`$\begin{pmatrix}a\\b\\\alpha\end{pmatrix}$`,
    String.raw`$\mathbf{x}\\\mathbf{y}$`,
    String.raw`$\alpha$\\\emph{y}`,
  ])
    assert.equal(withoutDoubling(tex), tex);
});

test("a formula between two kinds of signs is between one", () => {
  assert.equal(withoutDoubling(String.raw`\($\lambda$\)-terms`), String.raw`$\lambda$-terms`);
  assert.equal(withoutDoubling(String.raw`\(x\) costs \$5`), String.raw`\(x\) costs \$5`);
});
