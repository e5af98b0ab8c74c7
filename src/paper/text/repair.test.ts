import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readText, readTitle } from "./repair.ts";
import type { Block, Inline } from "./tree.ts";
import { blockText } from "./tree.ts";
import { writeInline } from "./write-mdx.ts";

/** A paragraph's nodes as MDX: short to write, and says everything. */
function read(raw: string): string {
  const lines = readText(raw).blocks.map((block: Block) =>
    block.type === "paragraph" ? writeInline(block.children) : JSON.stringify(block),
  );
  return lines.join(" ¶ ");
}

const MENDED: [string, string][] = [
  ["a 4.5times speedup by 28times prefilling", "a 4.5× speedup by 28× prefilling"],
  ["(i.e., 32times over-trained)", "(i.e., 32× over-trained)"],
  ["an 8times 8 or 256times256 image", "an 8×8 or 256×256 image"],
  ["merely 0.05\\% off", "merely 0.05% off"],
  ["the ``emergent abilities''.", "the “emergent abilities”."],
  ["the `true' rank", "the ‘true’ rank"],
  ["a larger ''teacher'' model", "a larger “teacher” model"],
  ["''I won't go'': more than ''it''", "“I won't go”: more than “it”"],
  ["the Skald~-- and Music~\u2013 then", "the Skald – and Music – then"],
  [
    "3\\thinspace:\\thinspace16, methodology\\hyphen independent, Al{\\cprime}bert, a\\slash b",
    "3 : 16, methodology-independent, Alʹbert, a/b",
  ],
  [
    "Ji{\\u{r}}\\'{\\i} Ne\\~{s}et\\~{r}il, {\\u\\i}n, Mart\\'\\in, Beno\\^\\it",
    "Jir̆í Nes̃etr̃il, ĭn, Martín, Benoît",
  ],
  ["in O(n^(2.5)) steps on {O(1} 1 1)", "in $O(n^{2.5})$ steps on \\{O(1} 1 1)"],
  ["a `na\\\"ive' look, an `\\ldots{} $x$-stable' one", "a ‘naïve’ look, an ‘… $x$-stable’ one"],
  ["token runx2014each from", "token run—each from"],
  ["exponents---the slope--yet", "exponents—the slope–yet"],
  ["parameters' ell_2 norm", "parameters' ℓ₂ norm"],
  ["multimodal imageleftrightarrowtext models", "multimodal image↔text models"],
  ["we propose Adapt-infty, a", "we propose Adapt-∞, a"],
  ["quantization (rm StatsQ) and", "quantization (StatsQ) and"],
  ["of +7.1% AP_{BEV} and", "of +7.1% $AP_{BEV}$ and"],
  ["Scales (S^2), whereby", "Scales ($S^2$), whereby"],
  ["weights W^star, and", "weights $W^\\star$, and"],
  ["as S(True) + D_{KL}(True||Model), and", "as $S(True) + D_{KL}(True||Model)$, and"],
  ["at a rate of O(1/K) for", "at a rate of $O(1/K)$ for"],
  ["needs O(n log n) or O(sqrt(T)) steps", "needs $O(n \\log n)$ or $O(\\sqrt{T})$ steps"],
  ["(e.g., only W_V and W_Q)", "(e.g., only $W_V$ and $W_Q$)"],
  ["matrices alpha B A / r. So", "matrices $\\alpha B A / r$. So"],
  ["of tea\\index{tea, black} and", "of tea and"],
  ["of {\\textit Camellia sinensis} and {\\textsc Tea}", "of *Camellia sinensis* and Tea"],
  ["of \\raisebox{-0.5ex}\\textasciitilde10 cups", "of ~10 cups"],
  [
    "(s): $L(s) = L_0 + Acdot S_1^{-alpha} - Ccdot S_2 Where S_1 is forward area and S_2$ is annealing",
    "(s): $L(s) = L_0 + A\\cdot S_1^{-\\alpha} - C\\cdot S_2$ Where $S_1$ is forward area and $S_2$ is annealing",
  ],
  ["sound $x \\in X$, \\(y\\) too", "sound $x \\in X$, $y$ too"],
  [
    "of $A^\\ensuremath{+}\\mathrm{\\text{\\ensuremath{-}}}\\ensuremath{\\pi}B{\\ensuremath{\\mu}}$ it",
    "of $A^{+}\\mathrm{-}\\pi B{\\mu}$ it",
  ],
  ["is novel. %For methods, we derive it. We validate", "is novel. We validate"],
  ["at https://a.bc/d{https://a.bc/d}.", "at https://a.bc/d."],
  ["at \\url{https://a.bc/d_e}.", "at https://a.bc/d_e."],
  ["at \\href{https://a.bc/d}{our page}.", "at [our page](https://a.bc/d)."],
  ["a *two-stage* process", "a *two-stage* process"],
  ["an \\emph{odd \\textbf{one}} and {\\it more}", "an _odd **one**_ and *more*"],
  ["uses \\texttt{softmax} in \\textsc{Glow}", "uses `softmax` in Glow"],
  ["network~(GAN), 5\\,GB", "network (GAN), 5 GB"],
  [
    "Erd\\H{o}s--R{\\'e}nyi, Poincar\\'{e}, Hyv\\\"arinen, na{\\\"\\i}ve",
    "Erdős–Rényi, Poincaré, Hyvärinen, naïve",
  ],
  ["shown~\\citep{vaswani2017attention, he2016deep}.", "shown (Vaswani 2017; He 2016)."],
  ["good\\footnote{Or so.} work", "good (Or so.) work"],
  ["H<sub>2</sub>O and <i>in vitro</i> &lt;5 &amp; up", "H₂O and *in vitro* \\<5 & up"],
  ["input-output exam-\nples of a two-\nstage kind", "input-output examples of a two-stage kind"],
  ["one\nline", "one line"],
  ["one\r\n\r\ntwo", "one ¶ two"],
  ["we call \\ours{} and \\method; \\hl{some words}.", "we call ours and method; some words."],
  ["\\begin{abstract}We do\\end{abstract}", "We do"],
  ["most proto- typical, inner- and outer-loop", "most prototypical, inner- and outer-loop"],
  [
    "parameter- to measurement-space, task- specific",
    "parameter- to measurement-space, task-specific",
  ],
  ["CafÃ© donâ€™t, signiﬁcant ﬂow", "Café don’t, significant flow"],
  ["São Paulo, Ångström, Â", "São Paulo, Ångström, Â"],
  ["saidâ€. so", "said”. so"],
  ["gain 5{\\%} and {\\&}, for {$x\\in\\mathbb{R}$}", "gain 5% and &, for $x\\in\\mathbb{R}$"],
  ["{\\textit{five}}, {\\$}x{\\_}i{\\$}, {\\ours}", "*five*, \\$x_i\\$, ours"],
  ["the {$x$-axis} of the {\\'Ecole}, {\\{}a{\\}}", "the $x$-axis of the École, \\{a}"],
  ["10{\\^{}}6 {\\~{}}5", "10^6 ~5"],
  ["Stra\\ss e of Mart\\'\\i nez, J\\o rgen", "Straße of Martínez, Jørgen"],
  ['\\AA ngstr\\"om, na\\"\\i ve, {\\o} and \\o{} or', "Ångström, naïve, ø and ø or"],
  ["5 \\textmu m at 3\\textdegree C, \\LaTeX is", "5 µm at 3°C, LaTeX is"],
  ["flows \\textemdash so called, or a\\textemdash b", "flows — so called, or a—b"],
  ["{\\textcommabelow{s}}i", "și"],
  ["First line\\\\Second line \\\\Third \\\\[2pt]Fourth", "First line Second line Third Fourth"],
  ["Title\\\\\\large Subtitle", "Title Subtitle"],
  ["so $\\begin{matrix}a\\\\bc\\end{matrix}$", "so $\\begin{matrix}a\\\\bc\\end{matrix}$"],
  ["R\\&amp;D and \\&copy;", "R&D and ©"],
  ["a\u0000b\u202ec\u200bd\ufeff e\u0301", "abcd é"],
  ["lone \ud800 half", "lone \ufffd half"],
];

for (const [raw, expected] of MENDED)
  test(`mends: ${raw.slice(0, 60)}`, () => {
    assert.equal(read(raw), expected);
  });

const KEPT = [
  "It sometimes takes 10 times longer; three times. Timestamps at times.",
  "The bullet point is: bullet trains are fast.",
  "Savings of $100K+ in cost, then $5 and $10, or $5-$10.",
  "A framework called <projektor> beats V* and A* on the V* benchmark.",
  "The functions f(x), A(n) and Mr. Ell; snake_case, DVS_CIFAR10, __init__, x_train.",
  "vector<int> a < b; operator<< and a -> b or a --> b.",
  "We run --verbose with rm -rf and rm files; the alpha version, beta tests, epsilon-greedy.",
  "An alpha/beta fold, the theta / alpha power, and beta/gamma/delta rhythms at night.",
  "Sets {0, 1} and {-1,+1}; ~10% to ~20%; 3%~5%.",
  "C:\\Users\\name stays, as do C:\\a; 5 * 3 * 2 and a*b*c.",
  "In Linuxx20 and x2014 we trust; gpu2014each.",
  "Work up to 5pm 3 days a week; 50% of 100%.",
  "Quotes \"as typed\" and it's fine; f''(0) too.",
  "To infinity, in sum, at top, to mid.",
  "The set {a, b}, the field {name}, a {GPT-4 model} and f{x}.",
  "In C:\\\\Users\\\\name, \\\\\\\\server\\\\share, \\\\server\\share, (\\\\d+) and a\\\\b.",
  "On domain\\\\user and 1\\\\2, in one line.",
];

for (const text of KEPT)
  test(`keeps: ${text.slice(0, 60)}`, () => {
    const { blocks, repairs } = readText(text);
    assert.equal(blockText(blocks), text);
    assert.deepEqual(repairs, []);
    assert.deepEqual(
      blocks.map((block) => block.type === "paragraph" && block.children.map((node) => node.type)),
      [["text"]],
    );
  });

test("braces about several formulas or words, or that a formula goes on about, are a set's", () => {
  assert.equal(
    read("of {$x_i$}$_{i\\in G}$, $K:=$".concat("{$\\theta$} and S = {$x$}")),
    "of \\{$x_i$}$_{i\\in G}$, $K:=$\\{$\\theta$} and S = \\{$x$}",
  );
  assert.equal(
    read("in {$x$, $y$} or {\\textit{a}, \\textit{b}}"),
    "in \\{$x$, $y$} or \\{*a*, *b*}",
  );
});

test("signs of text that TeX has a name for are those signs, in titles and texts", () => {
  const signs: Record<string, string> = {
    textquotesingle: "'",
    textquestiondown: "¿",
    textexclamdown: "¡",
    texteuro: "€",
    textsterling: "£",
    textyen: "¥",
    textcent: "¢",
    guillemotleft: "«",
    guillemotright: "»",
    guilsinglleft: "‹",
    guilsinglright: "›",
    quotedblbase: "„",
    quotesinglbase: "‚",
    textonehalf: "½",
    textonequarter: "¼",
    textthreequarters: "¾",
    textonesuperior: "¹",
    textsection: "§",
    textparagraph: "¶",
    textrightarrow: "→",
    textminus: "−",
    textdiv: "÷",
    textordfeminine: "ª",
    textordmasculine: "º",
    textperiodcentered: "·",
    textdagger: "†",
    textdaggerdbl: "‡",
    textalpha: "α",
  };
  for (const [name, sign] of Object.entries(signs))
    for (const raw of [`a\\${name}{}b`, `a{\\${name}}b`, `a\\${name} b`]) {
      assert.equal(blockText(readText(raw).blocks), `a${sign}b`, raw);
      assert.deepEqual(readTitle(raw).children, [{ type: "text", value: `a${sign}b` }], raw);
    }
});

test("makes a list of bullets that lost their line ends", () => {
  const { blocks } = readText("Two questions: bullet First Things: what is? bullet Second: why?");
  const item = (value: string) => [{ type: "paragraph", children: [{ type: "text", value }] }];
  assert.deepEqual(blocks, [
    { type: "paragraph", children: [{ type: "text", value: "Two questions:" }] },
    { type: "list", ordered: false, items: [item("First Things: what is?"), item("Second: why?")] },
  ]);
});

test("links addresses without the punctuation after them", () => {
  const urls = (raw: string) =>
    readText(raw).blocks.flatMap((block) =>
      block.type === "paragraph"
        ? block.children.flatMap((node) => (node.type === "link" ? [node.url] : []))
        : [],
    );
  assert.deepEqual(
    urls("(see https://a.bc/d_e), https://a.bc/f_(g). And http://h.ij/?k=l&m=n#o!"),
    ["https://a.bc/d_e", "https://a.bc/f_(g)", "http://h.ij/?k=l&m=n#o"],
  );
  assert.deepEqual(urls("data:text/html,x ftp://a.b https:// https://"), []);
});

test("tells each mend with its place in the text as it was given", () => {
  const raw = "ab\u200b 5\\% and 3times more";
  for (const { before, offset } of readText(raw).repairs)
    assert.equal(raw.slice(offset, offset + before.length), before);
  assert.deepEqual(
    readText(raw).repairs.map((repair) => repair.rule),
    ["invisible-character", "tex-escape", "times"],
  );
});

test("reads a title on one line, without the braces that guard capitals", () => {
  const title = (raw: string) => writeInline(readTitle(raw).children);
  assert.equal(
    title("{BERT}: Pre-training\n of {D}eep $L_2$ -- nets"),
    "BERT: Pre-training of Deep $L_2$ – nets",
  );
  assert.equal(title("Adapt-infty: Scalable"), "Adapt-∞: Scalable");
});

const WORDS =
  "we show that sometimes the model times (bullet) alpha beta in sum top infinity at star data, text. Large-scale 4.5 10% it's GPT-4 a/b 1:2 [3] C++ R&D #1 @x".split(
    " ",
  );

test("leaves prose without any trigger as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }), (parts) => {
      const text = parts.join(" ");
      const { blocks, repairs } = readText(text);
      assert.deepEqual(blocks, [{ type: "paragraph", children: [{ type: "text", value: text }] }]);
      assert.deepEqual(repairs, []);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

const SIGNS = [
  ...Array.from("{}\\$*_^~`'\"<>&%-()[]| \n.,"),
  "a",
  "B",
  "word",
  "7",
  "\\emph{",
  "\\alpha",
  "https://a.bc/",
  "O(",
];

test("loses no letter of a text, whatever signs stand around", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }), (parts) => {
      const raw = parts.join("");
      const { blocks, repairs } = readText(raw);
      const kept = blockText(blocks) + JSON.stringify(repairs);
      // An accent that a command put on a letter is not the letter's loss.
      const letters = kept.normalize("NFD").replace(/\p{M}/gu, "");
      const plain = /B|word|7/gu;
      assert.ok((letters.match(plain) ?? []).length >= (raw.match(plain) ?? []).length);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

const HUGE: [string, string][] = [
  ["one word", "a".repeat(100_000)],
  ["dollar signs", "$".repeat(10_000)],
  ["prices", "$5 a ".repeat(20_000)],
  ["nested braces", "{".repeat(10_000) + "}".repeat(10_000)],
  ["nested emphasis", "\\emph{".repeat(5_000) + "}".repeat(5_000)],
  ["asterisks", "*a ".repeat(30_000)],
  ["open formulas", "\\(".repeat(50_000)],
  ["accents", `a${"\u0301\u0323".repeat(50_000)}`],
  ["blanks", " ".repeat(100_000)],
  ["addresses", "https://".repeat(12_000)],
];

/** Quadratic readings of these take minutes; the bound leaves room for a slow machine. */
for (const [name, raw] of HUGE)
  test(`reads ${name} in linear time`, () => {
    const start = performance.now();
    readText(raw);
    assert.ok(performance.now() - start < 1500);
  });

const types = (nodes: readonly Inline[]) => nodes.map((node) => node.type);

test("parts a paragraph at display math", () => {
  const { blocks } = readText("We minimise $$x^2$$ over x.");
  assert.deepEqual(
    blocks.map((block) => (block.type === "paragraph" ? types(block.children) : block)),
    [["text"], { type: "display", tex: "x^2" }, ["text"]],
  );
});

test("a formula with an open brace, or as long as a page, is text", () => {
  const isText = (raw: string) =>
    readText(raw).blocks.every(
      (block) => block.type === "paragraph" && block.children.every(({ type }) => type === "text"),
    );
  assert.ok(isText("We see \\(a{b\\) and } here."));
  assert.ok(isText(`We see ${"\\(a+b\\)".repeat(2000)} here.`));
  assert.ok(!isText("We see \\(a{b}\\) here."));
});

test("two accents on one letter are one letter", () => {
  assert.equal(read("Nguy{\\~{{\\^{e}}}}n and Nguy\\~{\\^e}n"), "Nguyễn and Nguyễn");
});

test("TeX's environments of formulas are formulas, of several lines too", () => {
  const math = (raw: string) =>
    readText(raw).blocks.flatMap((block) => (block.type === "display" ? [block.tex] : []));
  assert.deepEqual(math("We have \\begin{equation}\\label{e}x=1\\end{equation} here."), ["x=1"]);
  assert.deepEqual(math("So \\begin{align*}a&=b\\\\c&=d\\end{align*}"), [
    "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
  ]);
});

test("what a title is footnoted with is no part of it", () => {
  const title = (raw: string) =>
    readTitle(raw)
      .children.map((node) => (node.type === "text" ? node.value : "?"))
      .join("");
  assert.equal(title("Deep Nets\\thanks{Supported by X.}"), "Deep Nets");
});

test("text in UTF-8 that was read as Windows-1252 becomes what it was", () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from("éüößñçàêšžłøÅ’“”–—αβ中")),
    minLength: 1,
    maxLength: 20,
  });
  const broken = (text: string) =>
    [...new TextEncoder().encode(text)]
      .map((byte) => new TextDecoder("windows-1252").decode(Uint8Array.of(byte)))
      .join("");
  fc.assert(
    fc.property(letters, (text) => {
      const [block] = readText(`x ${broken(text)} y`).blocks;
      assert.equal(block && blockText([block]), `x ${text} y`.normalize("NFC"));
    }),
  );
});
