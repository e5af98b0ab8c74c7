import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { plainCatalog } from "../build/plain-catalog.ts";
import { makeIndex } from "../build/write-index.ts";
import type { Engine, Filters, Request } from "../types.ts";
import { createEngine } from "./index.ts";

const tag = (slug: string, name: string, synonyms: string[] = []) => ({
  slug,
  data: { name, synonyms, match: [] },
});

const CATALOG = plainCatalog(
  [
    {
      key: "dao2025improved",
      title: "Improved Training for Latent Consistency Models",
      text: "Consistency models are generative models in one step, unlike diffusion. We replace losses in the latent space.",
      authors: ["Quan Dao", "Dimitris Metaxas"],
      date: "2025-02-03",
      venue: "ICLR 2025",
      arxiv: "2502.01441",
      code: "https://example.org/code",
      tags: ["diffusion-models"],
    },
    {
      key: "shi2024loldu",
      title: "Lower-Diag-Upper Decomposition",
      text: "We propose a Parameter-Efficient Fine-Tuning (PEFT) approach. Fine-tuning all weights is costly.",
      authors: ["Yiming Shi"],
      date: "2024-10-17",
    },
    {
      key: "han2024survey",
      title: "A Survey of Large Models",
      text: "PEFT has many variants. Finetuning behaviour of optimisation methods is compared. This is a survey.",
      authors: ["Zeyu Han"],
      date: "2024-03-21",
      doi: "10.1000/survey.1",
    },
    {
      key: "dollar2021scaling",
      title: "Fast and Accurate Model Scaling",
      text: "We scale the width and depth of networks with ℓ₂ penalties. Diffusion is not discussed.",
      authors: ["Piotr Dollár"],
      date: "2021-03-11",
      venue: "CVPR 2021",
    },
    {
      key: "hestness2017deep",
      title: "Deep Learning Scaling is Predictable, Empirically",
      text: "Error falls with more data. Behavior of optimization is predictable.",
      authors: ["Joel Hestness"],
      date: "2017-12-01",
      aliases: ["hestness2017old"],
    },
    { key: "nobody", title: "Nothing Is Known of This One", text: "", venue: "NeurIPS" },
  ],
  [tag("diffusion-models", "diffusion models", ["score-based models"])],
);

/** Every search must come out alike over an index as Pagefind wrote it and over the lists of a large one. */
const LAYOUTS = { "Pagefind's files": Infinity, "a large index's lists": 1 };

for (const [layout, largeFrom] of Object.entries(LAYOUTS))
  describe(layout, () => {
    let engine: Engine;

    async function engineOver(catalog: typeof CATALOG): Promise<Engine> {
      const { files } = await makeIndex(catalog, "en", largeFrom);
      const byPath = new Map(files.map((file) => [file.path, file.content]));
      return createEngine({
        base: "/carrel/",
        load: (path) => {
          const content = byPath.get(path);
          return content ? Promise.resolve(content) : Promise.reject(new Error(`no ${path}`));
        },
      });
    }

    before(async () => {
      engine = await engineOver(CATALOG);
    });

    const ask = (text: string, more: Partial<Request> = {}) =>
      engine.search({
        text,
        filters: {},
        sort: "relevance",
        limit: 10,
        typing: false,
        literal: false,
        ...more,
      });
    const keys = async (text: string, more: Partial<Request> = {}) =>
      (await ask(text, more)).keys();
    const filtered = (filters: Filters) => keys("", { filters });

    test("any of the words finds, more of them rank higher", async () => {
      const [first, ...rest] = await keys("latent zebra consistency survey");
      assert.equal(first, "dao2025improved");
      assert.deepEqual(rest, ["han2024survey"]);
    });

    test("an exact title comes first, however it is written", async () => {
      assert.equal((await keys("fast and accurate model scaling"))[0], "dollar2021scaling");
      assert.equal(
        (await keys("Deep learning scaling is predictable empirically"))[0],
        "hestness2017deep",
      );
    });

    test("every spelling of a compound finds the same", async () => {
      const hyphenated = await keys("fine-tuning");
      assert.deepEqual(hyphenated.toSorted(), ["han2024survey", "shi2024loldu"]);
      assert.deepEqual(await keys("fine tuning"), hyphenated);
      assert.deepEqual(await keys("finetuning"), hyphenated);
    });

    test("British and American spellings find the same", async () => {
      const american = await keys("optimization behavior");
      assert.deepEqual(american.toSorted(), ["han2024survey", "hestness2017deep"]);
      assert.deepEqual(await keys("optimisation behaviour"), american);
    });

    test("a word in the other spelling is marked, and the sentence that has it is shown", async () => {
      const text =
        "Nothing of it is said here, at the length that a row has room for, word after word after word. ".repeat(
          4,
        );
      const other = await engineOver(
        plainCatalog([
          { key: "a", title: "One", text: `${text}In the end we use an optimizer of our own.` },
          { key: "b", title: "Two", text: "The scaling of models." },
        ]),
      );
      const request = { filters: {}, sort: "relevance", limit: 10 } as const;
      const marked = async (typed: string) => {
        const { hits } = await other.search({
          ...request,
          text: typed,
          typing: false,
          literal: false,
        });
        return hits[0]?.snippet.filter((run) => run.mark).map((run) => run.text);
      };
      for (const typed of ["optimiser", "optimisers", '"optimiser"', "own optimiser"])
        assert.ok((await marked(typed))?.includes("optimizer"), typed);
    });

    test("papers that have a word as typed come before those whose words only share its stem", async () => {
      const other = await engineOver(
        plainCatalog([
          {
            key: "earth",
            title: "Optimal Transport",
            text: "Plans of moving earth.",
          },
          { key: "none", title: "Nothing Here", text: "Of no plan at all." },
          {
            key: "adam",
            title: "No More Adam",
            text: "All optimizers learn, each in its own way.",
          },
        ]),
      );
      const first = async (text: string, more: Partial<Request> = {}) => {
        const request = { text, filters: {}, sort: "relevance", limit: 1, typing: false } as const;
        const { keys: found, hits } = await other.search({ ...request, literal: false, ...more });
        const all = await found();
        assert.equal(hits[0]?.key, all[0]);
        return all;
      };
      assert.deepEqual(await first("optimal"), ["earth", "adam"]);
      assert.deepEqual(await first("optimizer"), ["adam", "earth"]);
      assert.deepEqual(await first("optimiser"), ["adam", "earth"]);
      assert.deepEqual(await first("optimizer", { typing: true }), ["adam", "earth"]);
      assert.equal((await first("optimizer transport"))[0], "earth");
    });

    test("a letter doubled by mistake is no other spelling: it is mended, marked and told", async () => {
      const { notes, hits, keys: keysFound } = await ask("scalling");
      assert.deepEqual(notes, [{ kind: "corrected", from: "scalling", to: "scaling" }]);
      assert.deepEqual(await keysFound(), await keys("scaling"));
      assert.ok(hits[0]?.title.some((run) => run.mark && run.text === "Scaling"));
    });

    test("a short form also searches its long form, and says so", async () => {
      const { keys: keysFound, notes } = await ask("PEFT");
      const found = await keysFound();
      assert.deepEqual(found, await keys("parameter-efficient fine-tuning"));
      assert.ok(notes.some((note) => note.kind === "expanded" && note.from === "peft"));
    });

    test("a reader can have words taken as typed", async () => {
      const { notes, keys: keysFound } = await ask("difusion", { literal: true });
      const found = await keysFound();
      assert.deepEqual(found, []);
      assert.deepEqual(notes, [{ kind: "unknown", words: ["difusion"] }]);
    });

    test("a misspelt word finds what the right one finds, and says so", async () => {
      const { keys: keysFound, notes } = await ask("difusion");
      const found = await keysFound();
      assert.deepEqual(found, await keys("diffusion"));
      assert.deepEqual(notes, [{ kind: "corrected", from: "difusion", to: "diffusion" }]);
    });

    test("an author's misspelt or unfinished name is mended like a word, one that is too far stays unknown", async () => {
      for (const [typed, name, key] of [
        ["metaxs", "metaxas", "dao2025improved"],
        ["hestnes", "hestness", "hestness2017deep"],
        ["hetsness", "hestness", "hestness2017deep"],
        ["dolar penalties", "dollar", "dollar2021scaling"],
      ] as const) {
        const { notes } = await ask(typed);
        const [from = ""] = typed.split(" ");
        assert.deepEqual(notes, [{ kind: "corrected", from, to: name }], typed);
        assert.equal((await keys(typed))[0], key, typed);
      }
      for (const text of [
        "author:metaxs",
        'author:"dimitris metaxs" models',
        "author:metaxs metaxs",
      ]) {
        const { total, notes } = await ask(text);
        assert.deepEqual(notes, [{ kind: "corrected", from: "metaxs", to: "metaxas" }], text);
        assert.equal(total, 1, text);
        assert.deepEqual(await keys(text), ["dao2025improved"]);
      }
      // A word of the texts is no author's name, and a name that a text has is one.
      const lerner = plainCatalog([
        { key: "a", title: "A Learner", text: "As Hestness has shown.", authors: ["Ann Lerner"] },
        { key: "b", title: "Limits", text: "None.", authors: ["Joel Hestness"] },
      ]);
      const other = await engineOver(lerner);
      for (const [text, key] of [
        ["author:learner", "a"],
        ["author:hestnes", "b"],
      ] as const) {
        const request = { text, filters: {}, sort: "relevance", limit: 10 } as const;
        const found = await other.search({ ...request, typing: false, literal: false });
        assert.deepEqual(await found.keys(), [key], text);
      }
      const { total, notes } = await ask("metexus");
      assert.deepEqual([total, notes], [0, [{ kind: "unknown", words: ["metexus"] }]]);
      assert.deepEqual(await keys("metaxs", { literal: true }), []);
    });

    test("a word that no paper has is named", async () => {
      const { keys: keysFound, notes } = await ask("scaling RLHF");
      const found = await keysFound();
      assert.ok(found.length > 0);
      assert.deepEqual(notes, [{ kind: "unknown", words: ["rlhf"] }]);
      assert.deepEqual(await keys("RLHF"), []);
    });

    test("words that no paper joins are named, and no number is given that the results are not", async () => {
      const { notes } = await ask("survey latent consistency");
      assert.deepEqual(notes, [{ kind: "apart", words: ["survey"] }]);
    });

    test("phrases must match, exclusions must not, alternatives may", async () => {
      assert.deepEqual(await keys('"latent space"'), ["dao2025improved"]);
      assert.deepEqual(await keys("diffusion -latent"), ["dollar2021scaling"]);
      assert.deepEqual((await keys("survey OR latent")).toSorted(), [
        "dao2025improved",
        "han2024survey",
      ]);
    });

    test("a phrase that nothing has is looked for in words, and that is said", async () => {
      const { keys: keysFound, notes } = await ask('"survey of diffusion"');
      const found = await keysFound();
      assert.ok(found.includes("han2024survey"));
      assert.deepEqual(notes[0], {
        kind: "loosened",
        words: ['"survey of diffusion"'],
        total: found.length,
      });
    });

    test("a word that nothing has leaves the papers of a named author", async () => {
      const { keys: found, notes, hits } = await ask("author:metaxas zzyzx");
      assert.deepEqual(await found(), ["dao2025improved"]);
      assert.deepEqual(notes, [{ kind: "unknown", words: ["zzyzx"] }]);
      assert.equal(hits[0]?.reason, "author: Dimitris Metaxas");
      const other = await ask("author:metaxas survey");
      assert.deepEqual(await other.keys(), ["dao2025improved"]);
      assert.deepEqual(other.notes, [{ kind: "apart", words: ["survey"] }]);
    });

    test("a name that nobody has is told once, and no papers are promised without it", async () => {
      const { total, notes } = await ask("author:zzyzx");
      assert.equal(total, 0);
      assert.deepEqual(notes, [{ kind: "unknown", words: ["zzyzx"] }]);
    });

    test("fields look in one place", async () => {
      assert.deepEqual(await keys("author:dollar"), ["dollar2021scaling"]);
      assert.deepEqual(await keys("title:survey"), ["han2024survey"]);
      assert.deepEqual(await keys("venue:iclr"), ["dao2025improved"]);
      // What the venue was called before.
      assert.deepEqual(await keys("nips"), ["nobody"]);
      assert.deepEqual(await keys("venue:nips"), ["nobody"]);
      assert.deepEqual(await keys("year:2017..2021"), ["dollar2021scaling", "hestness2017deep"]);
      const all = await keys("");
      const later = all.filter((key) => !["dollar2021scaling", "hestness2017deep"].includes(key));
      assert.deepEqual(await keys("-year:2017..2021"), later);
      assert.deepEqual(await keys("has:code"), ["dao2025improved"]);
    });

    test("filters that are typed and leave nothing are named with what is there without them", async () => {
      const { total: all } = await ask("diffusion");
      const { total, notes } = await ask("diffusion year:1999 has:code");
      assert.equal(total, 0);
      assert.deepEqual(notes, [
        { kind: "relaxed", words: ["year:1999", "has:code"], total: all, rest: "diffusion" },
      ]);
      assert.deepEqual((await ask("zzyzx year:1999")).notes, [
        { kind: "unknown", words: ["zzyzx"] },
      ]);
    });

    test("a topic or tag is found by its other names, in its other spelling, and misspelt; that is said", async () => {
      for (const [text, from] of [
        ['tag:"score-based models"', "tag:score-based models"],
        ["topic:diffusion-models", "topic:diffusion-models"],
        ["tag:difusion-models", "tag:difusion-models"],
      ] as const) {
        const { keys: found, notes } = await ask(text);
        assert.deepEqual(await found(), ["dao2025improved"], text);
        assert.deepEqual(notes, [{ kind: "corrected", from, to: "tag:diffusion-models" }], text);
      }
      assert.deepEqual((await ask("tag:difusion-models", { literal: true })).total, 0);
      assert.deepEqual((await ask("tag:robotics")).notes, [
        { kind: "relaxed", words: ["tag:robotics"], total: 6, rest: "" },
      ]);
    });

    test("a year that is none is left out, and told once it is typed", async () => {
      const { total, notes } = await ask("diffusion year:soon");
      assert.equal(total, (await ask("diffusion")).total);
      assert.deepEqual(notes, [{ kind: "misread", words: ["year:soon"] }]);
      assert.deepEqual((await ask("diffusion year:20", { typing: true })).notes, []);
    });

    test("where there is nothing to search for, all papers are shown, and that is said", async () => {
      const newest = await keys("", { sort: "newest" });
      for (const text of ["🚀", ".*", "?", "--", '""', "year:", "author: "]) {
        const { notes, total, keys: found } = await ask(text);
        assert.deepEqual(await found(), newest, text);
        assert.deepEqual(notes, [{ kind: "wordless", text: text.trim(), total, newest: true }]);
      }
      assert.deepEqual((await ask("?", { sort: "title" })).notes, [
        { kind: "wordless", text: "?", total: newest.length, newest: false },
      ]);
      assert.deepEqual((await ask("diffusion year: ?")).notes, []);
      assert.deepEqual((await ask("-diffusion")).notes, []);
    });

    test("names and symbols are found as a keyboard writes them", async () => {
      assert.equal((await keys("piotr dollar"))[0], "dollar2021scaling");
      assert.equal((await keys("l2"))[0], "dollar2021scaling");
    });

    test("a synonym of a tag finds the papers that have it", async () => {
      assert.equal((await keys("score-based models"))[0], "dao2025improved");
    });

    test("a match that the row does not show is given as its reason", async () => {
      const { hits } = await ask("metaxas");
      assert.equal(hits[0]?.reason, "author: Dimitris Metaxas");
      assert.equal((await ask("latent")).hits[0]?.reason, undefined);
    });

    test("identifiers and keys lead straight to the paper", async () => {
      for (const text of ["2502.01441v2", "https://arxiv.org/abs/2502.01441", "dao2025improved"])
        assert.equal((await ask(text)).direct, "/carrel/papers/dao2025improved/", text);
      assert.equal((await ask("doi:10.1000/survey.1")).direct, "/carrel/papers/han2024survey/");
      assert.equal((await ask("hestness2017old")).direct, "/carrel/papers/hestness2017deep/");
      assert.equal((await ask("2502.99999")).direct, undefined);
    });

    test("arXiv's DOI of a paper leads to it, with a version too, and where the entry has only that DOI", async () => {
      for (const text of [
        "10.48550/arXiv.2502.01441",
        "doi:10.48550/arXiv.2502.01441v3",
        "https://doi.org/10.48550/arxiv.2502.01441",
        "https://dx.doi.org/10.48550/ARXIV.2502.01441.",
      ])
        assert.equal((await ask(text)).direct, "/carrel/papers/dao2025improved/", text);
      const older = plainCatalog([
        { key: "a", title: "Strings", text: "None.", arxiv: "hep-th/9901001" },
        { key: "b", title: "Loops", text: "None.", doi: "10.48550/arXiv.2401.00001" },
      ]);
      const other = await engineOver(older);
      for (const [text, key] of [
        ["10.48550/arXiv.hep-th/9901001", "a"],
        ["https://doi.org/10.48550/arXiv.2401.00001", "b"],
      ] as const) {
        const request = { text, filters: {}, sort: "relevance", limit: 10 } as const;
        const found = await other.search({ ...request, typing: false, literal: false });
        assert.deepEqual(await found.keys(), [key], text);
      }
    });

    test("values of a facet are ORed, facets are ANDed", async () => {
      assert.deepEqual(await filtered({ year: ["2017", "2021"] }), [
        "dollar2021scaling",
        "hestness2017deep",
      ]);
      assert.deepEqual(await filtered({ year: ["2017", "2021"], venue: ["cvpr"] }), [
        "dollar2021scaling",
      ]);
    });

    test("counts say what each further value would leave", async () => {
      const answer = await ask("", { filters: { year: ["2024"], venue: [] } });
      const facets = await answer.facets();
      assert.deepEqual(
        facets.year.map(({ value, count }) => [value, count]),
        [
          ["2025", 1],
          ["2024", 2],
          ["2021", 1],
          ["2017", 1],
        ],
      );
      assert.deepEqual(facets.venue, []);
      assert.deepEqual(facets.author.map(({ label }) => label).toSorted(), [
        "Yiming Shi",
        "Zeyu Han",
      ]);
    });

    test("results can be ordered by date and title; undated papers are last by date", async () => {
      const all = [
        "dao2025improved",
        "shi2024loldu",
        "han2024survey",
        "dollar2021scaling",
        "hestness2017deep",
      ];
      assert.deepEqual(await keys("", { sort: "newest" }), [...all, "nobody"]);
      assert.deepEqual(await keys("", { sort: "oldest" }), [...all.toReversed(), "nobody"]);
      assert.equal((await keys("", { sort: "title" }))[0], "han2024survey");
    });

    test("a hit has what its row shows, marked", async () => {
      const { hits, total } = await ask("latent", { limit: 1 });
      const [hit] = hits;
      assert.equal(total, 1);
      assert.equal(hit?.url, "/carrel/papers/dao2025improved/");
      assert.deepEqual(hit.title.find((run) => run.mark)?.text, "Latent");
      assert.ok(hit.snippet.some((run) => run.mark && run.text === "latent"));
      assert.deepEqual(hit.authors[1], { name: "Dimitris Metaxas", slug: "dimitris-metaxas" });
      assert.deepEqual(hit.tags, [{ name: "diffusion models", slug: "diffusion-models" }]);
      assert.deepEqual([hit.date, hit.venue], ["2025-02-03", "ICLR 2025"]);
    });

    test("while typing, the last word may be unfinished", async () => {
      assert.equal((await keys("latent consis", { typing: true }))[0], "dao2025improved");
      assert.ok((await keys("diffusi", { typing: true })).includes("dao2025improved"));
    });

    test("titles, authors and tags complete what is typed", async () => {
      assert.deepEqual(await engine.suggest("fast acc", 5), [
        {
          kind: "paper",
          label: "Fast and Accurate Model Scaling",
          url: "/carrel/papers/dollar2021scaling/",
        },
      ]);
      const [author] = await engine.suggest("metax", 5);
      assert.deepEqual(author, {
        kind: "author",
        label: "Dimitris Metaxas",
        url: "/carrel/authors/dimitris-metaxas/",
      });
      const kinds = (await engine.suggest("diffu", 5)).map(({ kind }) => kind);
      assert.ok(kinds.includes("tag"));
    });

    test("nothing typed and nothing chosen is every paper; nonsense is none", async () => {
      assert.equal((await keys("")).length, 6);
      assert.deepEqual(await keys("qqqq zzzz"), []);
      assert.deepEqual(await engine.suggest("", 5), []);
      assert.deepEqual(await engine.suggest("-diffu", 5), []);
    });

    test("an empty corpus answers", async () => {
      const empty = await engineOver(plainCatalog([]));
      const request = {
        text: "x",
        filters: {},
        sort: "relevance",
        limit: 5,
        typing: true,
        literal: false,
      };
      assert.equal((await empty.search(request as Request)).total, 0);
    });

    test("an index that cannot be read rejects, and is tried again", async () => {
      const { files } = await makeIndex(CATALOG, "en", largeFrom);
      const byPath = new Map(files.map((file) => [file.path, file.content]));
      let broken = true;
      const flaky = createEngine({
        base: "/",
        load: (path) => {
          const content = byPath.get(path);
          return broken || !content
            ? Promise.reject(new Error("offline"))
            : Promise.resolve(content);
        },
      });
      await assert.rejects(flaky.warm(), /offline/u);
      broken = false;
      await flaky.warm();
    });
  });
