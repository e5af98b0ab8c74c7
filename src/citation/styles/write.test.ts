import assert from "node:assert/strict";
import { test } from "node:test";
import type { PaperData } from "../../paper/schema.ts";
import { paperSchema } from "../../paper/schema.ts";
import { toPaper } from "../../paper/paper.ts";
import { toCsl } from "../../formats/csl/write.ts";
import { formatReference } from "../reference.ts";
import type { StyleName } from "./names.ts";
import { STYLE_NAMES } from "./names.ts";
import type { CslItem } from "./item.ts";
import { writeReferences } from "./write.ts";

const paperOf = (key: string, data: Partial<PaperData> & { title: string }) =>
  toPaper(key, paperSchema.parse(data), {
    title: data.title,
    titleHtml: data.title,
    abstract: { html: "", text: "", sentences: [] },
  });

const conference = paperOf("he2016", {
  title: "Deep Residual Learning for Image Recognition",
  authors: ["Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"],
  date: "2015-12-10",
  venue: "CVPR 2016",
  doi: "10.1109/CVPR.2016.90",
});
const journal = paperOf("hochreiter1997", {
  title: "Long Short-Term Memory",
  authors: ["Sepp Hochreiter", "Jürgen Schmidhuber"],
  date: "1997-11-15",
  venue: "Journal of Neural Computation",
  doi: "10.1162/neco.1997.9.8.1735",
});
const preprint = paperOf("kingma2014", {
  title: "Adam: A Method for Stochastic Optimization",
  authors: ["Diederik P. Kingma", "Jimmy Ba"],
  date: "2014-12-22",
  arxiv: "1412.6980",
});

const item = (paper: typeof conference) => toCsl(paper) as CslItem;
const inStyle = (style: StyleName) =>
  writeReferences([conference, journal, preprint].map(item), style);

const CVPR = "IEEE/CVF Conference on Computer Vision and Pattern Recognition";
const DOI = {
  he: "10.1109/CVPR.2016.90",
  hochreiter: "10.1162/neco.1997.9.8.1735",
};

/** As the guides named beside each style have it, for a conference paper, a journal article and a preprint. */
const EXPECTED: Readonly<Record<StyleName, string[]>> = {
  apa: [
    `He, K., Zhang, X., Ren, S., & Sun, J. (2016). Deep Residual Learning for Image Recognition. In ${CVPR}. https://doi.org/${DOI.he}`,
    `Hochreiter, S., & Schmidhuber, J. (1997). Long Short-Term Memory. Journal of Neural Computation. https://doi.org/${DOI.hochreiter}`,
    "Kingma, D. P., & Ba, J. (2014). Adam: A Method for Stochastic Optimization (arXiv:1412.6980). arXiv. https://arxiv.org/abs/1412.6980",
  ],
  mla: [
    `He, Kaiming, et al. “Deep Residual Learning for Image Recognition.” ${CVPR}, 2016, https://doi.org/${DOI.he}.`,
    `Hochreiter, Sepp, and Jürgen Schmidhuber. “Long Short-Term Memory.” Journal of Neural Computation, 1997, https://doi.org/${DOI.hochreiter}.`,
    "Kingma, Diederik P., and Jimmy Ba. “Adam: A Method for Stochastic Optimization.” arXiv, arXiv:1412.6980, 22 Dec. 2014, https://arxiv.org/abs/1412.6980.",
  ],
  chicago: [
    `He, Kaiming, Xiangyu Zhang, Shaoqing Ren, and Jian Sun. 2016. “Deep Residual Learning for Image Recognition.” In ${CVPR}. https://doi.org/${DOI.he}.`,
    `Hochreiter, Sepp, and Jürgen Schmidhuber. 1997. “Long Short-Term Memory.” Journal of Neural Computation. https://doi.org/${DOI.hochreiter}.`,
    "Kingma, Diederik P., and Jimmy Ba. 2014. “Adam: A Method for Stochastic Optimization.” Preprint, arXiv:1412.6980. https://arxiv.org/abs/1412.6980.",
  ],
  harvard: [
    `He, K. et al. (2016) ‘Deep Residual Learning for Image Recognition’, in ${CVPR}. Available at: https://doi.org/${DOI.he}.`,
    `Hochreiter, S. and Schmidhuber, J. (1997) ‘Long Short-Term Memory’, Journal of Neural Computation. Available at: https://doi.org/${DOI.hochreiter}.`,
    "Kingma, D.P. and Ba, J. (2014) ‘Adam: A Method for Stochastic Optimization’, arXiv:1412.6980. Available at: https://arxiv.org/abs/1412.6980.",
  ],
  ieee: [
    `[1] K. He, X. Zhang, S. Ren, and J. Sun, “Deep Residual Learning for Image Recognition,” in ${CVPR}, 2016, doi: ${DOI.he}.`,
    `[2] S. Hochreiter and J. Schmidhuber, “Long Short-Term Memory,” Journal of Neural Computation, 1997, doi: ${DOI.hochreiter}.`,
    "[3] D. P. Kingma and J. Ba, “Adam: A Method for Stochastic Optimization,” 2014, arXiv:1412.6980. [Online]. Available: https://arxiv.org/abs/1412.6980",
  ],
  acm: [
    `[1] Kaiming He, Xiangyu Zhang, Shaoqing Ren, and Jian Sun. 2016. Deep Residual Learning for Image Recognition. In ${CVPR}. https://doi.org/${DOI.he}`,
    `[2] Sepp Hochreiter and Jürgen Schmidhuber. 1997. Long Short-Term Memory. Journal of Neural Computation. https://doi.org/${DOI.hochreiter}`,
    "[3] Diederik P. Kingma and Jimmy Ba. 2014. Adam: A Method for Stochastic Optimization. arXiv:1412.6980. https://arxiv.org/abs/1412.6980",
  ],
  vancouver: [
    `1. He K, Zhang X, Ren S, Sun J. Deep Residual Learning for Image Recognition. In: ${CVPR}; 2016. doi:${DOI.he}`,
    `2. Hochreiter S, Schmidhuber J. Long Short-Term Memory. Journal of Neural Computation. 1997. doi:${DOI.hochreiter}`,
    "3. Kingma DP, Ba J. Adam: A Method for Stochastic Optimization. arXiv [Preprint]. 2014 Dec 22; arXiv:1412.6980. Available from: https://arxiv.org/abs/1412.6980",
  ],
  nature: [
    `1. He, K., Zhang, X., Ren, S. & Sun, J. Deep Residual Learning for Image Recognition. In ${CVPR} (2016). https://doi.org/${DOI.he}`,
    `2. Hochreiter, S. & Schmidhuber, J. Long Short-Term Memory. Journal of Neural Computation (1997). https://doi.org/${DOI.hochreiter}`,
    "3. Kingma, D. P. & Ba, J. Adam: A Method for Stochastic Optimization. Preprint at arXiv:1412.6980 (2014). https://arxiv.org/abs/1412.6980",
  ],
};

for (const [style, expected] of Object.entries(EXPECTED) as [StyleName, string[]][])
  test(`${STYLE_NAMES[style]}: a conference paper, an article, a preprint`, () => {
    assert.deepEqual(inStyle(style), expected);
  });

const article = paperOf("hochreiter1997long", {
  title: "Long Short-Term Memory",
  authors: ["Sepp Hochreiter", "Jürgen Schmidhuber"],
  date: "1997-11-15",
  venue: "Neural Computation",
  kind: "article",
  volume: "9",
  issue: "8",
  pages: "1735-1780",
});
const proceedings = paperOf("haarnoja2018soft", {
  title: "Soft Actor-Critic",
  authors: ["Tuomas Haarnoja"],
  date: "2018",
  venue: "Learning Meeting 2018",
  kind: "conference",
  pages: "1861-1870",
  publisher: "PMLR",
});
const thesis = paperOf("mueller1999", {
  title: "On Long Sentences",
  authors: ["Jörg Müller"],
  date: "1999",
  kind: "thesis",
  publisher: "ETH Zürich",
});

/** By the same guides: an article with volume, issue and pages, a paper with pages and publisher, a thesis. */
const PLACED: Readonly<Record<StyleName, string[]>> = {
  apa: [
    "Hochreiter, S., & Schmidhuber, J. (1997). Long Short-Term Memory. Neural Computation, 9(8), 1735–1780.",
    "Haarnoja, T. (2018). Soft Actor-Critic. In Learning Meeting 2018 (pp. 1861–1870). PMLR.",
    "Müller, J. (1999). On Long Sentences. ETH Zürich.",
  ],
  mla: [
    "Hochreiter, Sepp, and Jürgen Schmidhuber. “Long Short-Term Memory.” Neural Computation, vol. 9, no. 8, 1997, pp. 1735–1780.",
    "Haarnoja, Tuomas. “Soft Actor-Critic.” Learning Meeting, 2018, pp. 1861–1870.",
    "Müller, Jörg. “On Long Sentences.” ETH Zürich, 1999.",
  ],
  chicago: [
    "Hochreiter, Sepp, and Jürgen Schmidhuber. 1997. “Long Short-Term Memory.” Neural Computation 9 (8): 1735–1780.",
    "Haarnoja, Tuomas. 2018. “Soft Actor-Critic.” In Learning Meeting 2018, 1861–1870. PMLR.",
    "Müller, Jörg. 1999. “On Long Sentences.” ETH Zürich.",
  ],
  harvard: [
    "Hochreiter, S. and Schmidhuber, J. (1997) ‘Long Short-Term Memory’, Neural Computation, 9(8), pp. 1735–1780.",
    "Haarnoja, T. (2018) ‘Soft Actor-Critic’, in Learning Meeting 2018, PMLR, pp. 1861–1870.",
    "Müller, J. (1999) ‘On Long Sentences’, ETH Zürich.",
  ],
  ieee: [
    "[1] S. Hochreiter and J. Schmidhuber, “Long Short-Term Memory,” Neural Computation, vol. 9, no. 8, pp. 1735–1780, 1997.",
    "[2] T. Haarnoja, “Soft Actor-Critic,” in Learning Meeting, 2018, pp. 1861–1870.",
    "[3] J. Müller, “On Long Sentences,” ETH Zürich, 1999.",
  ],
  acm: [
    "[1] Sepp Hochreiter and Jürgen Schmidhuber. 1997. Long Short-Term Memory. Neural Computation 9, 8, 1735–1780.",
    "[2] Tuomas Haarnoja. 2018. Soft Actor-Critic. In Learning Meeting 2018, PMLR, 1861–1870.",
    "[3] Jörg Müller. 1999. On Long Sentences. ETH Zürich.",
  ],
  vancouver: [
    "1. Hochreiter S, Schmidhuber J. Long Short-Term Memory. Neural Computation. 1997;9(8):1735–1780.",
    "2. Haarnoja T. Soft Actor-Critic. In: Learning Meeting; PMLR; 2018. p. 1861–1870.",
    "3. Müller J. On Long Sentences. ETH Zürich; 1999.",
  ],
  nature: [
    "1. Hochreiter, S. & Schmidhuber, J. Long Short-Term Memory. Neural Computation 9, 1735–1780 (1997).",
    "2. Haarnoja, T. Soft Actor-Critic. In Learning Meeting pp. 1861–1870 (2018).",
    "3. Müller, J. On Long Sentences. ETH Zürich (1999).",
  ],
};

for (const [style, expected] of Object.entries(PLACED) as [StyleName, string[]][])
  test(`${STYLE_NAMES[style]}: volume, issue, pages, and who brought it out`, () => {
    assert.deepEqual(writeReferences([article, proceedings, thesis].map(item), style), expected);
  });

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => `Ada F${String.fromCharCode(97 + at)}`);

test("APA is what each paper's page has without script", () => {
  const papers = [
    conference,
    journal,
    preprint,
    article,
    proceedings,
    thesis,
    ...[0, 1, 2, 3, 20, 21, 26].map((count) =>
      paperOf(`p${String(count)}`, {
        title: count === 2 ? "What Is a Question?" : "A Title",
        authors: people(count),
        date: "2020",
        arxiv: "2001.00001",
      }),
    ),
    paperOf("short", { title: "Short", authors: ["Md. Mostofa Ali Patwary"], arxiv: "1712.00409" }),
    paperOf("undated", { title: "Undated", authors: ["DeepSeek-AI", "Jean-Luc M. Picard"] }),
  ];
  for (const paper of papers)
    assert.equal(writeReferences([item(paper)], "apa")[0], formatReference(paper).trim());
});

test("a preprint is as APA's own example of one has it", () => {
  const fields = {
    type: "article",
    title:
      "A meta-analytic review of the benefit of spacing out retrieval practice episodes on retention",
    author: ["Latimier", "Peyre", "Ramus"].map((family, at) => ({ family, given: "AHF"[at] })),
    issued: { "date-parts": [[2020]] },
    publisher: "PsyArXiv",
    URL: "https://psyarxiv.com/kzy7u/",
  };
  assert.deepEqual(writeReferences([{ id: "latimier2020", ...fields }], "apa"), [
    "Latimier, A., Peyre, H., & Ramus, F. (2020). A meta-analytic review of the benefit of spacing out retrieval practice episodes on retention. PsyArXiv. https://psyarxiv.com/kzy7u/",
  ]);
});

test("many authors are cut as each style cuts them", () => {
  const paper = item(paperOf("many", { title: "T", authors: people(12), date: "2020" }));
  const said = (style: StyleName) => writeReferences([paper], style)[0] ?? "";
  assert.match(said("mla"), /^Fa, Ada, et al\. /u);
  assert.match(said("chicago"), /^Fa, Ada, Ada Fb, .*Ada Fg, et al\. 2020/u);
  assert.match(said("harvard"), /^Fa, A\. et al\. \(2020\)/u);
  assert.match(said("ieee"), /^\[1\] A\. Fa et al\., /u);
  assert.match(said("vancouver"), /^1\. Fa A, Fb A, Fc A, Fd A, Fe A, Ff A, et al\. /u);
  assert.match(said("nature"), /^1\. Fa, A\. et al\. T/u);
});

test("what a paper lacks leaves no trace: no author, no date, no address", () => {
  const bare = item(paperOf("bare", { title: "A Title" }));
  for (const style of Object.keys(STYLE_NAMES) as StyleName[]) {
    const [reference = ""] = writeReferences([bare], style);
    assert.match(reference, /A Title/u, style);
    assert.doesNotMatch(reference, /undefined|\(\)|, ,|\.\.|,\s*$| {2}|https?:|:\s*$/u, style);
  }
});

test("a corpus keeps its order", () => {
  const [first, second] = writeReferences([preprint, conference].map(item), "ieee");
  assert.match(first ?? "", /Adam/u);
  assert.match(second ?? "", /Residual/u);
});
