import assert from "node:assert/strict";
import { test } from "node:test";
import { readStream, readWhole } from "../reader.ts";
import type { SourceRecord } from "../record.ts";
import { openBibtex } from "./read.ts";

const read = (text: string) => readWhole(openBibtex, text, "x");

const records = (text: string) => read(text).records;
const codes = (text: string) => read(text).problems.map(({ code }) => code);
const only = (fields: string): SourceRecord => {
  const [record] = records(`@misc{k, ${fields}}`);
  assert.ok(record);
  return record;
};

test("volume, number, pages and who brought it out are kept, by the type of entry", () => {
  const details = (entry: string) => {
    const { kind, volume, issue, pages, publisher } = records(entry)[0] ?? {};
    return [kind, volume, issue, pages, publisher];
  };
  assert.deepEqual(
    details("@article{a, title={A}, journal={J}, volume=9, number={8}, pages={1735--1780}}"),
    ["article", "9", "8", "1735-1780", undefined],
  );
  assert.deepEqual(details(String.raw`@phdthesis{t, title={T}, school={ETH Z{\"u}rich}}`), [
    ...["thesis", undefined, undefined, undefined],
    "ETH Zürich",
  ]);
  assert.deepEqual(details("@book{b, title={B}, publisher={MIT Press}}"), [
    ...["book", undefined, undefined, undefined],
    "MIT Press",
  ]);
});

test("an entry becomes a record, field by field", () => {
  const text = String.raw`
@string{nips = "Advances in " # {Neural Information Processing Systems}}
@InProceedings{vaswani2017,
  title     = {{Attention} is All You Need: {O}($n^2$)},
  author    = "Vaswani, Ashish and van der Aalst, Wil and Ludwig van Beethoven and
               King, Jr., Martin and {Kimi Team} and Doll{\'a}r, Piotr and others",
  booktitle = nips # { 30},
  year = 2017, month = dec,
  doi = {https://doi.org/10.1007/978-3-319-10590-1\_53},
  url = {https://example.org/\%7Ea\_b},
  eprint = {1706.03762v5}, archiveprefix = {arXiv}, primaryclass = {cs.CL},
  abstract = {The {dominant} models~of
     $\{a\}$ are {\"u}ber.

     Second.}
}`;
  const { records: found, problems } = read(text);
  assert.deepEqual(found, [
    {
      source: "x",
      line: 3,
      sourceKey: "vaswani2017",
      title: "{Attention} is All You Need: {O}($n^2$)",
      abstract: 'The dominant models of $\\{a\\}$ are {\\"u}ber.\n\nSecond.',
      authors: [
        { family: "Vaswani", given: "Ashish" },
        { family: "van der Aalst", given: "Wil" },
        { family: "van Beethoven", given: "Ludwig" },
        { family: "King", given: "Martin", suffix: "Jr." },
        { collective: "Kimi Team" },
        { family: "Dollár", given: "Piotr" },
      ],
      date: "2017-12",
      venue: "Advances in Neural Information Processing Systems 30",
      kind: "conference",
      arxiv: "1706.03762",
      category: "cs.CL",
      doi: "10.1007/978-3-319-10590-1_53",
      url: "https://example.org/%7Ea_b",
    },
  ]);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [["authors-cut", "note"]],
  );
});

test("dates of every form are read as far as they are dates", () => {
  const cases: [string, string | undefined][] = [
    ["date = {2024-06-05}", "2024-06-05"],
    ["date = {2024-06-05/2024-06-07}", "2024-06-05"],
    ["date = {2024-02-30}", "2024-02"],
    ["date = {2019-02/2019-05}", "2019-02"],
    ["date = {2019/2020}", "2019"],
    ["date = {1999?}", "1999"],
    ["year = 2024, month = jun, day = 5", "2024-06-05"],
    ["year = {2024}, month = {June--July}", "2024-06"],
    ["year = {2024}, month = 06", "2024-06"],
    ['year = {2024}, month = jun # "~5"', "2024-06-05"],
    ['year = {2024}, month = "5~" # jun', "2024-06-05"],
    ["year = {(2024a)}", "2024"],
    ["year = {in press}", undefined],
    ["year = {March 2021}", "2021-03"],
    ["year = {2021-05}", "2021-05"],
    ["year = {25.12.2021}", "2021-12-25"],
    ["date = {25.12.2021}", "2021-12-25"],
    [String.raw`year = 2021, month = {M{\"a}rz}`, "2021-03"],
    ["year = {2021/22}", "2021"],
    ["year = {2021}, month = {Spring}", "2021"],
  ];
  for (const [fields, date] of cases) assert.equal(only(fields).date, date, fields);
  assert.deepEqual(codes("@misc{k, year = {in press}}"), ["bad-date"]);
});

test("a date that is read only in part is told", () => {
  const cases: [string, string, string[]][] = [
    ["date = {2021-02-30}", "2021-02", ["cut-date"]],
    ["year = {03/05/2021}", "2021", ["cut-date"]],
    ["year = 2021, month = {Thermidor}", "2021", ["cut-date"]],
    ["year = 2021, month = feb, day = 30", "2021-02", ["cut-date"]],
    ["year = {05.05.2021}", "2021-05-05", []],
    ["year = {2021/22}", "2021", []],
    ["date = {2021-21}", "2021", []],
    ["year = 2021, month = {Spring}", "2021", []],
    ["year = 2021, month = 0", "2021", []],
  ];
  for (const [fields, date, told] of cases) {
    assert.equal(only(fields).date, date, fields);
    assert.deepEqual(codes(`@misc{k, title={A}, ${fields}}`), told, fields);
  }
  const [problem] = read("\n@misc{k, title={A}, date={2021-02-30}}").problems;
  assert.equal(problem?.line, 2);
  assert.match(`${problem.message} ${problem.hint ?? ""}`, /2021-02-30.*2021-02 .*date = \{/u);
});

test("the abstract that Open Journal Systems calls a note is read where there is no other", () => {
  const note =
    "abstractNote = {&lt;p&gt;We &amp;lt; they, &quot;so&quot;.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;}";
  const { abstract, unplaced } = only(`title = {A}, ${note}`);
  assert.equal(abstract, 'We &lt; they, "so".\n\nMore.');
  assert.equal(unplaced, undefined);
  const both = only(`title = {A}, abstract = {The own one.}, ${note}`);
  assert.deepEqual([both.abstract, both.unplaced], ["The own one.", ["abstractnote"]]);
});

test("a second address is the file where it ends in .pdf, and is named where it has no place", () => {
  const linksOf = (value: string) => {
    const { url, pdf, unplaced } = only(`title = {A}, url = {${value}}`);
    return { url, pdf, unplaced };
  };
  const [page, file] = ["https://example.org/a", "https://example.org/a.pdf"];
  assert.deepEqual(linksOf(`${page} ${file}`), { url: page, pdf: file, unplaced: undefined });
  assert.deepEqual(linksOf(`${page} https://example.org/b`), {
    ...{ url: page, pdf: undefined },
    unplaced: ["url"],
  });
});

test("a journal's macro, as astronomers have them, is the journal's name", () => {
  for (const [value, venue] of [
    [String.raw`{\mnras}`, "Monthly Notices of the Royal Astronomical Society"],
    [String.raw`{{\apjl}}`, "The Astrophysical Journal Letters"],
    [String.raw`"\prd{}"`, "Physical Review D"],
    [String.raw`{Annals of \LaTeX}`, "Annals of LaTeX"],
  ] as const)
    assert.equal(only(`title = {A}, journal = ${value}`).venue, venue, value);
});

test("letters whose backslashes a program has doubled are letters; ends of lines stay", () => {
  const { title, authors, venue } = only(
    String.raw`title = {Schr{\\"o}dinger \\ in {\\v{C}}ech}, author = {Sch{\\"u}pbach, M and Mart{\\'\\i}n and K\\"uhn, A and J{\\o}rgen {\\L}a}, journal = {Z{\\"u}rcher Blatt}`,
  );
  assert.deepEqual(
    { title, authors, venue },
    {
      title: String.raw`Schr{\"o}dinger \\ in {\v{C}}ech`,
      authors: [
        { family: "Schüpbach", given: "M" },
        { name: "Martín" },
        { family: "Kühn", given: "A" },
        { name: "Jørgen Ła" },
      ],
      venue: "Zürcher Blatt",
    },
  );
});

test("ends of lines that a program has escaped, and then TeX's backslash, end lines", () => {
  const { title, abstract } = only(
    String.raw`title = {Fast {Expansion} for{\textbackslash}n {Gaussian} Processes}, abstract = {We do.\textbackslash{}n\textbackslash{}nRESULTS: More,$\backslash$nand more.$\backslash$n$\backslash$nIn {\textbackslash}new.}`,
  );
  assert.deepEqual(
    { title, abstract },
    {
      title: "Fast {Expansion} for {Gaussian} Processes",
      abstract: "We do.\n\nRESULTS: More,$\\backslash$nand more.\n\nIn {\\textbackslash}new.",
    },
  );
});

test("a command of fonts whose backslash a program has written as a sign is one", () => {
  for (const [written, read] of [
    [String.raw`The {\textbackslash}textsc{Tea} Pot`, String.raw`The \textsc{Tea} Pot`],
    [String.raw`The \textbackslash textsc\{Tea\} Pot`, String.raw`The \textsc{Tea} Pot`],
    [String.raw`On {\textbackslash}textsc{} alone`, String.raw`On {\textbackslash}textsc{} alone`],
  ] as const)
    assert.equal(only(`title = {${written}}`).title, read);
});

test("indexes that a program has escaped are indexes, its guards of braces nothing", () => {
  assert.equal(
    only(
      String.raw`title = {GaN/{{Al}}\_\{x\}Ga\_\{1-x\}N in \{\vphantom\}{{GaN}}\vphantom\{\} at 10\^\{-3\} ($a\_\{b\}$), a\_b \{c\}}`,
    ).title,
    "GaN/{{Al}}$_{x}$Ga$_{1-x}$N in {{GaN}} at 10$^{-3}$ ($a\\_\\{b\\}$), a\\_b \\{c\\}",
  );
});

test("fields whose names have several words are fields; Web of Science's date of early access is one", () => {
  const { records: found, problems } = read(
    "@article{k, title = {{A}},\nEarly Access Date = {{AUG 2021}},\nfunding_text\u00A01={Some}, volume = {{1}},\n}",
  );
  assert.deepEqual(
    found.map(({ date, volume, unplaced }) => ({ date, volume, unplaced })),
    [{ date: "2021-08", volume: "1", unplaced: ["funding_text 1"] }],
  );
  assert.deepEqual(problems, []);
  assert.equal(only("title = {A}, year = 2022, Early Access Date = {AUG 2021}").date, "2022");
  assert.deepEqual(codes("@misc{k, title = {A}, stray words title = {B}}"), ["broken-field"]);
});

test("an address is no venue", () => {
  const { venue, url } = only("title = {A}, journal = {https://example.org/docs}");
  assert.deepEqual({ venue, url }, { venue: undefined, url: "https://example.org/docs" });
  const both = only(
    "title = {A}, howpublished = {x}, url = {https://example.org/a}, journal = {https://example.org/b}",
  );
  assert.deepEqual(
    [both.venue, both.url, both.unplaced],
    [undefined, "https://example.org/a", ["howpublished", "venue"]],
  );
});

test("an arXiv id is found where people put it", () => {
  for (const fields of [
    "journal = {arXiv preprint arXiv:1706.03762}",
    "journal = {CoRR}, volume = {abs/1706.03762}",
    "eprint = {1706.03762}, eprinttype = {arxiv}",
    "eprint = {arXiv:1706.03762v2 [cs.CL]}",
    "url = {http://arxiv.org/abs/1706.03762v1}",
    "doi = {10.48550/arXiv.1706.03762}",
    "note = {arXiv:1706.03762}",
  ])
    assert.equal(only(fields).arxiv, "1706.03762", fields);
  assert.equal(only("eprint = {1706.03762}, eprinttype = {pubmed}").arxiv, undefined);
});

test("marks that lead to footnotes are no part of a name, and nobody is called et al.", () => {
  const text = String.raw`author = {John Roe\textsuperscript{2,*} and Jane Doe$^{a}$$^\dagger$ and Poe$^{1,2}$, Lou and {et al.}}`;
  assert.deepEqual(only(text).authors, [
    ...[{ name: "John Roe" }, { name: "Jane Doe" }, { family: "Poe", given: "Lou" }],
  ]);
  assert.deepEqual(codes(`@misc{k, title={A}, ${text}}`), ["authors-cut"]);
});

test("commas before the one `and` of a list part names, with a warning", () => {
  const text = "author = {John Smith, Kate Jones, Mo Hill and Lou Brown}";
  assert.deepEqual(
    only(text).authors,
    ["John Smith", "Kate Jones", "Mo Hill", "Lou Brown"].map((name) => ({ name })),
  );
  assert.deepEqual(codes(`@misc{k, title={A}, ${text}}`), ["loose-authors"]);
  for (const author of [
    "García López, M. A. and Lou Brown",
    "van der Berg, Jan P. and Lou Brown",
    "Garcia Marquez, Gabriel Jose and Bob Lee",
  ])
    assert.equal(only(`author = {${author}}`).authors.length, 2, author);
});

test("names are read however people write them", () => {
  const cases: [string, SourceRecord["authors"]][] = [
    ["Donald E. Knuth", [{ name: "Donald E. Knuth" }]],
    ["Ludwig {van Beethoven}", [{ family: "van Beethoven", given: "Ludwig" }]],
    ["{Perlmutter}, S.", [{ family: "Perlmutter", given: "S." }]],
    ["Doe, V, John", [{ family: "Doe", given: "John V" }]],
    ["L. Brown, 3rd", [{ family: "Brown", given: "L.", suffix: "3rd" }]],
    ["{Barnes and Noble}", [{ collective: "Barnes and Noble" }]],
    ["Centre for Chronic Conditions", [{ collective: "Centre for Chronic Conditions" }]],
    ["family=Beethoven, given=Ludwig, prefix=van", [{ family: "van Beethoven", given: "Ludwig" }]],
    [
      "Huang, S. C.; Tang, T.",
      [
        { family: "Huang", given: "S. C." },
        { family: "Tang", given: "T." },
      ],
    ],
    [
      "Miller, D., Firby, J.",
      [
        { family: "Miller", given: "D." },
        { family: "Firby", given: "J." },
      ],
    ],
    [
      "Erd{\\H o}s, P{\\'a}l AND Łukasz~Kaiser",
      [{ family: "Erdős", given: "Pál" }, { name: "Łukasz Kaiser" }],
    ],
  ];
  for (const [names, expected] of cases)
    assert.deepEqual(only(`author = {${names}}`).authors, expected, names);
});

test("a space that ends TeX's name of a letter parts no name", () => {
  const cases: [string, SourceRecord["authors"]][] = [
    [String.raw`S\o ren Kierkegaard`, [{ name: "Søren Kierkegaard" }]],
    [String.raw`\L ukasz Kaiser`, [{ name: "Łukasz Kaiser" }]],
    [String.raw`D\'\i az, Jos\'e`, [{ family: "Díaz", given: "José" }]],
    [String.raw`Fran\c cois Erd\H os`, [{ name: "François Erdős" }]],
    [String.raw`H\aa kon \AA ngstr\"om`, [{ name: "Håkon Ångström" }]],
    [String.raw`Bj\o and Ann {\O} Smith`, [{ name: "Bjø" }, { name: "Ann Ø Smith" }]],
  ];
  for (const [names, expected] of cases)
    assert.deepEqual(only(`author = {${names}}`).authors, expected, names);
});

test("in identifiers and addresses signs are signs, whatever a program made of them", () => {
  const sici = "10.1002/(SICI)1098-2426(199605)12:3<327::AID-ASI2>3.0.CO;2-A";
  for (const [less, greater] of [
    [String.raw`{\textless}`, String.raw`{\textgreater}`],
    [String.raw`\textless{}`, String.raw`\textgreater{}`],
    ["$<$", "$>$"],
    ["&lt;", "&gt;"],
    [String.raw`\&lt;`, String.raw`\&gt;`],
    ["<", ">"],
  ] as const)
    assert.equal(only(`doi = {${sici.replace("<", less).replace(">", greater)}}`).doi, sici, less);
  assert.equal(only("doi = {10.1000/a_b$}").doi, "10.1000/a_b");
  assert.equal(only("url = {https://x.org/?a=1&amp;b=2}").url, "https://x.org/?a=1&b=2");
  assert.equal(
    only(String.raw`url = {https://x.org/\textasciitilde doe}`).url,
    "https://x.org/~doe",
  );
});

test("angle brackets that a program wrote as commands make the tags that they were", () => {
  const tagged = (title: string) => only(`title = {${title}}`).title;
  const expected = "The <i>Homo</i> genome";
  assert.equal(
    tagged(String.raw`The {\textless}i{\textgreater}Homo{\textless}/i{\textgreater} genome`),
    expected,
  );
  assert.equal(tagged(String.raw`The $\less$i$\greater$Homo$\less$/i$\greater$ genome`), expected);
  assert.equal(tagged("The $<$i$>$Homo$<$/i$>$ genome"), expected);
  assert.equal(tagged("If $a$ $<$ $b$ $>$ $c$"), "If $a$ $<$ $b$ $>$ $c$");
  assert.equal(
    only(
      String.raw`abstract = {{\textless}p{\textgreater}One, a {\textless} b.{\textless}/p{\textgreater}}`,
    ).abstract,
    "One, a < b.",
  );
});

test("characters of HTML are read through TeX's escapes", () => {
  for (const and of [String.raw`\&amp;`, String.raw`{\&}amp$\mathsemicolon$`, "&amp;"]) {
    const { venue, title } = only(`title = {R${and}D}, journal = {Energy ${and} Fuels}`);
    assert.deepEqual([title, venue], ["R&amp;D", "Energy & Fuels"], and);
  }
  assert.deepEqual(only(String.raw`keywords = {oil \&amp; gas; coal}`).keywords, [
    "oil & gas",
    "coal",
  ]);
  assert.equal(only(String.raw`title = {Q \& A; more}`).title, String.raw`Q \& A; more`);
});

test("the tilde of an address in an abstract stays, one between words is a space", () => {
  for (const tilde of [
    "~",
    String.raw`\~{}`,
    String.raw`{\textasciitilde}`,
    String.raw`\textasciitilde `,
    String.raw`$\sim$`,
  ])
    assert.equal(
      only(`abstract = {See~Doe at http://x.edu/${tilde}doe/a.html}`).abstract,
      "See Doe at http://x.edu/~doe/a.html",
      tilde,
    );
  assert.equal(only("abstract = {Some 10~/~5 km/~h}").abstract, "Some 10 / 5 km/ h");
});

test("braces that TeX has about signs are no part of an abstract", () => {
  assert.equal(
    only("abstract = {{``}We{''} say 5{,}000 in [a{]} and {a, b}.}").abstract,
    "``We'' say 5,000 in [a] and {a, b}.",
  );
});

test("items that an abstract has on lines of their own stay there; other lines are joined", () => {
  const abstract = (...lines: string[]) => only(`abstract = {${lines.join("\n")}}`).abstract;
  assert.equal(abstract("We do:", "- a", "  more", "- b"), "We do:\n- a more\n- b");
  assert.equal(abstract("• a", "• b", "", "So."), "• a\n• b\n\nSo.");
  assert.equal(abstract("It is 3", "- 2 or", "so."), "It is 3 - 2 or so.");
});

test("one broken entry costs one entry, and its line is told", () => {
  const sound = (key: string) => `@article{${key},\n  title = {Paper ${key}},\n  year = {2024}\n}`;
  const broken = [
    "@article{b, title = {Paper {b}, year = {2024}\n}",
    '@article{b, title = "Paper b, year = {2024}\n}',
    "@article{b,\n  title = {Paper b",
    "@article{b, title = {{{{",
  ];
  for (const text of broken) {
    const { records: found, problems } = read([sound("a"), text, sound("c")].join("\n\n"));
    assert.deepEqual(
      found.map(({ title }) => title),
      ["Paper a", "Paper c"],
      text,
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [["broken-entry", 6]],
      text,
    );
  }
});

test("what can be understood is read, and named", () => {
  const cases: [string, string, string[]][] = [
    ["@article{b, title = {B}, year = {2024}\n\n@misc{c, title = {C}}", "B C", ["unclosed-entry"]],
    ["@article{b, title = {B}}, year = {2024}\n}", "B", ["extra-brace"]],
    ["@article{b,\n title = {B {C},\n year = {2024}\n}", "B C", ["unclosed-field"]],
    ['@article{b,\n title = "B,\n year = 2024\n}', "B", ["unclosed-field"]],
    ["@article{b,\n title = {B,\n note = {x {y},\n}", "B", ["unclosed-field", "unclosed-entry"]],
    ["@article{b, title = {B}\n year = {2024}\n}", "B", ["missing-comma"]],
    ['@article{b, title = "The "best" B", year = 2024}', 'The "best" B', []],
    ["@article{b, {nothing}, title = {B}}", "B", ["broken-field"]],
    ["@article(b, title = {B},)", "B", []],
    ["@article{b(22)a, title = {B}}", "B", []],
    ["@article{b\n, title = {B}, file = {C:\\x\\}}", "B", []],
    ["@article{b, % a word\n % note = {no},\n title = {B}}", "B", []],
    ["@article{title = {B}}", "B", []],
    ["@article{b, title = {B}, title = {C}}", "B", ["repeated-field"]],
    ["@article{b, title = B}", "B", ["unknown-string"]],
    ["@article{b, title = {B}, year = {2024}} @misc{c, title = {C}}", "B C", []],
    ["@misc{b, abstract = {She wrote\n@home (not far) that}, title = {B}}", "B", []],
    ["@misc{k, title = {B}}\n@misc{K, title = {C}}", "B C", ["duplicate-key"]],
  ];
  for (const [text, titles, found] of cases) {
    assert.equal(
      records(text)
        .map(({ title }) => title)
        .join(" "),
      titles,
      text,
    );
    assert.deepEqual(codes(text), found, text);
  }
});

test("comments are passed over and named where they hold entries", () => {
  const text =
    "Made by hand, a@b.c\n@comment{jabref-meta: x;}\n@comment{\n@misc{a, title = {A}}\n}\n%@misc{b, title = {B}}\n@misc{c, title = {C}}";
  assert.deepEqual(
    records(text).map(({ title, line }) => [title, line]),
    [["C", 7]],
  );
  assert.deepEqual(codes(text), ["commented-out", "commented-out"]);
  assert.deepEqual(
    records("@comment{ no end\n@misc{c, title = {C}}").map(({ title }) => title),
    ["C"],
  );
});

test("a paper takes what it lacks from the volume that it refers to, wherever that stands", () => {
  const text =
    "@inproceedings{a, title = {A}, crossref = {V}}\n@proceedings{v, title = {Proc. of X}, year = 2024}";
  const [record] = records(text);
  assert.deepEqual([record?.title, record?.venue, record?.date], ["A", "Proc. of X", "2024"]);
  assert.deepEqual(codes(text), ["no-paper"]);
  assert.deepEqual(codes("@misc{a, title = {A}, crossref = {v}}"), ["unknown-crossref"]);
});

test("entries that refer to each other in a circle, or to a paper, are told so and read", () => {
  const entry = (type: string, key: string, to: string) =>
    `@${type}{${key}, title = {On ${key}}, crossref = {${to}}}\n`;
  for (const type of ["inproceedings", "book"]) {
    const two = entry(type, "cyc1", "cyc2") + entry(type, "cyc2", "cyc1");
    assert.deepEqual(codes(two), ["circular-crossref", "circular-crossref"], type);
    assert.equal(records(two).length, 2);
    assert.match(read(two).problems[0]?.message ?? "", /"cyc\d".*circle/u);
    assert.deepEqual(codes(entry(type, "own", "own")), ["circular-crossref"], type);
  }
  const paper = "@article{p, title = {A Paper}}\n";
  const { problems } = read(entry("article", "q", "p") + paper);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["unknown-crossref"],
  );
  assert.doesNotMatch(problems[0]?.message ?? "", /no entry of this file/u);
});

test("without a comma after the key, and with two equals signs, an entry is read with a warning", () => {
  const [record] = records("@article{q11 author = {Doe, Q.}, title = {A}}");
  assert.deepEqual([record?.sourceKey, record?.authors], ["q11", [{ family: "Doe", given: "Q." }]]);
  const { problems } = read("@article{q11 author = {Doe, Q.}, title = {A}}");
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [["missing-key-comma", "warning"]],
  );
  assert.match(problems[0]?.hint ?? "", /comma after q11/u);
  const doubled = "@misc{k, author == {Doe, Q.}, title = {A}}";
  assert.deepEqual(records(doubled)[0]?.authors, [{ family: "Doe", given: "Q." }]);
  assert.deepEqual(codes(doubled), ["doubled-equals"]);
});

test("a part of a book without a title of its own has the book's; one with a title stands in it", () => {
  const book = "@book{b, title = {The Book}, publisher = {P}, year = 2001}\n";
  const [part, chapter] = records(
    `@inbook{p, crossref = {b}, author = {Doe, Jane}, pages = {1--9}}\n@incollection{c, title = {A Chapter}, crossref = {b}}\n${book}`,
  );
  assert.deepEqual(
    [part?.title, part?.venue, part?.pages, chapter?.title, chapter?.venue],
    ["The Book", undefined, "1-9", "A Chapter", "The Book"],
  );
  const [lent] = records("@xdata{x, title = {Lent}}\n@article{a, title = {}, xdata = {x}}");
  assert.equal(lent?.title, "Lent");
});

test("the one web address of a note is the paper's, or its code's; what else a note says is named", () => {
  const of = (fields: string) => {
    const { url, code, unplaced } = only(`title={T}, ${fields}`);
    return [url, code, unplaced];
  };
  const site = "https://example.org/a_b";
  assert.deepEqual(
    of(String.raw`note = {Available at: \url{https://example.org/a_b}. Accessed 2 May 2020}`),
    [...[site, undefined, undefined]],
  );
  assert.deepEqual(of(String.raw`howpublished = {\url{https://example.org/a_b}}`), [
    ...[site, undefined, undefined],
  ]);
  assert.deepEqual(of(`url={https://example.net}, note = {${site}}`), [
    ...["https://example.net", undefined, ["note"]],
  ]);
  assert.deepEqual(of("note = {Code: https://github.com/x/y}"), [
    ...[undefined, "https://github.com/x/y", undefined],
  ]);
  assert.deepEqual(of(`note = {Best Paper Award. ${site}}`), [site, undefined, ["note"]]);
  assert.deepEqual(of(`note = {Slides: ${site}}`), [undefined, undefined, ["note"]]);
  assert.deepEqual(of(`note = {${site} and https://example.com}`), [
    undefined,
    undefined,
    ["note"],
  ]);
});

test("formulas whose signs a program has escaped are formulas again; sums in dollars stay", () => {
  const of = (text: string) => {
    const { title, abstract } = only(`title={${text}}, abstract={${text}}`);
    assert.equal(title, abstract);
    return abstract;
  };
  for (const power of [
    String.raw`\textasciicircum `,
    String.raw`{\textasciicircum}`,
    String.raw`\^{}`,
  ])
    assert.equal(of(String.raw`It is \$O(n${power}2)\$.`), "It is $O(n^2)$.");
  // Better BibTeX's, and Zotero's own.
  assert.equal(
    of(String.raw`\$x \textbackslash in \textbackslash mathbb\{R\}\textasciicircum n\$`),
    String.raw`$x \in \mathbb{R}^n$`,
  );
  assert.equal(
    of(String.raw`\$\{\vphantom{\}}x\_1\vphantom{\{}\}\$ of \$k\$`),
    "$".concat("{x_1}$ of $k$"),
  );
  for (const sum of [
    String.raw`It costs \$5 or \$6.`,
    String.raw`\$10--\$20`,
    String.raw`\$HOME and \$PATH`,
  ])
    assert.equal(of(sum), sum);
});

test("names that HTML's signs, an ampersand or commas stand between are names", () => {
  const of = (author: string) => only(`title={T}, author={${author}}`).authors;
  assert.deepEqual(of("O&#39;Brien, P&aacute;draig"), [{ family: "O'Brien", given: "Pádraig" }]);
  assert.deepEqual(of(String.raw`John Smith \& Anna Doe`), [
    { name: "John Smith" },
    { name: "Anna Doe" },
  ]);
  assert.deepEqual(of("Jane Doe, John Smith & Bob Lee"), [
    { name: "Jane Doe" },
    { name: "John Smith" },
    { name: "Bob Lee" },
  ]);
  assert.deepEqual(of(String.raw`Johnson \& Johnson`), [{ name: "Johnson & Johnson" }]);
  assert.deepEqual(of("John Smith, Anna Doe, Richard Roe"), [
    { name: "John Smith" },
    { name: "Anna Doe" },
    { name: "Richard Roe" },
  ]);
  assert.deepEqual(of("de la Cruz, Jr., Anna Maria"), [
    { family: "de la Cruz", given: "Anna Maria", suffix: "Jr." },
  ]);
});

test("TeX that asks whether it stands in a formula is answered, in names, titles and formulas", () => {
  const times = "\\ifmmode\\times\\else\\texttimes\\fi{}";
  const [record] = read(
    `@article{a, title={On $E${times}B$ and 7${times}7}, author={Marevi\\ifmmode \\acute{c}\\else \\'{c}\\fi{}, P. and Gri\\ifmmode \\check{s}\\else \\v{s}\\fi{}ins, P. and Mart\\'{\\ifmmode \\imath \\else \\i \\fi{}}n, A.}}`,
  ).records;
  assert.deepEqual(record?.authors, [
    { family: "Marević", given: "P." },
    { family: "Grišins", given: "P." },
    { family: "Martín", given: "A." },
  ]);
  assert.equal(record.title, "On $E\\times B$ and 7\\texttimes7");
  const endless = "\\ifmmode ".repeat(20_000);
  assert.equal(read(`@misc{a, title={A ${endless}}}`).records.length, 1);
});

test("what a volume tells of itself, its papers have: number in a series, publisher", () => {
  const text =
    "@inproceedings{a, title = {A}, crossref = {v}}\n@proceedings{v, title = {Proc. of X}, year = 2024, volume = 202, publisher = {PMLR}}";
  const [record] = read(text).records;
  assert.deepEqual([record?.volume, record?.publisher], ["202", "PMLR"]);
});

test("without a comma after a bare value the next field is read all the same", () => {
  const text = "@article{a, title = {A} year = 2013 journal = {Cell} volume = 5 number = jan}";
  const [record] = read(text).records;
  assert.deepEqual(
    [record?.date, record?.venue, record?.volume, record?.issue],
    ["2013", "Cell", "5", "jan"],
  );
  assert.deepEqual(new Set(codes(text)), new Set(["missing-comma"]));
});

test("an address that is no web address is left out and named", () => {
  assert.equal(only("url = {javascript:alert(1)}").url, undefined);
  assert.deepEqual(codes("@misc{k, url = {javascript:alert(1)}}"), ["unsafe-link"]);
});

test("an address with spaces in it is one, several in a field are several, words behind one are none of it", () => {
  const urls: Record<string, string> = {
    "https://x.org/my files/a paper.pdf": "https://x.org/my%20files/a%20paper.pdf",
    "https://x.org/a.html https://y.org/b.pdf": "https://x.org/a.html",
    "https://x.org/a; https://y.org/b": "https://x.org/a",
    "https://x.org/a (accessed 1/2/2020)": "https://x.org/a",
    "https://x.org/a, last checked in May": "https://x.org/a",
    "https://arxiv.org/abs/2502.01441 2502.01441.pdf": "https://arxiv.org/abs/2502.01441",
    "https://x.org/a.html www.y.org/b.html": "https://x.org/a.html",
    "https://x.org/a ftp://y.org/b.pdf": "https://x.org/a",
    "https://x.org/a. Code at github.com/x/y.zip": "https://x.org/a",
    "https://x.org/a see also paper.pdf": "https://x.org/a",
  };
  for (const [text, url] of Object.entries(urls))
    assert.equal(only(`url = {${text}}`).url, url, text);
});

test("a stream gives the same however it is cut", async () => {
  const text =
    '\uFEFF@string{a = "b"}\r\n@misc{k, title = {é "q"}, year = 2024}\r\n\r@misc{l,\r\n title = {L}}\n@misc{m, title={';
  const whole = read(text);
  assert.equal(whole.records.length, 2);
  for (const size of [1, 2, 3, 7]) {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size)
        yield await Promise.resolve(text.slice(at, at + size));
    };
    assert.deepEqual(await readStream(openBibtex, pieces(), "x"), whole, String(size));
  }
});
