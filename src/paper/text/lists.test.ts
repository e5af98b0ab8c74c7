import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "./repair.ts";
import { writeMdx } from "./write-mdx.ts";

const read = (raw: string) => writeMdx(readText(raw).blocks);

test("TeX's lists are lists, whatever their items begin with", () => {
  assert.equal(
    read(String.raw`We ask: \begin{itemize}\item first\item second\end{itemize} So we do.`),
    "We ask:\n\n- first\n- second\n\nSo we do.\n",
  );
  assert.equal(
    read("\\begin{enumerate}[label=(a)]\n\\item one\n of two\n\n\\item two\n\\end{enumerate}"),
    "1. one of two\n2. two\n",
  );
  assert.equal(
    read(String.raw`\begin{description}\item[Fast] It is.\item[Sound] It is too.\end{description}`),
    "- **Fast** It is.\n- **Sound** It is too.\n",
  );
});

test("a list within a list gives its items to that list, one item alone is a paragraph", () => {
  assert.equal(
    read(
      String.raw`\begin{itemize}\item a\begin{enumerate}\item b\item c\end{enumerate}\item d\end{itemize}`,
    ),
    "- a\n- b\n- c\n- d\n",
  );
  assert.equal(
    read(String.raw`We do:\begin{itemize}\item only this\end{itemize}`),
    "We do:\n\nonly this\n",
  );
});

test("an environment that only frames its text keeps its paragraphs, one that is not closed loses no word", () => {
  assert.equal(read("\\begin{quote}one\n\ntwo\\end{quote}"), "one\n\ntwo\n");
  const words = read(String.raw`a \begin{itemize}\item b\item c`).match(/\b[abc]\b/gu);
  assert.deepEqual(words, ["a", "b", "c"]);
  const open = String.raw`\begin{itemize}\item `;
  const start = performance.now();
  readText(open.repeat(5000) + "\n".repeat(50_000));
  assert.ok(performance.now() - start < 1500);
});
