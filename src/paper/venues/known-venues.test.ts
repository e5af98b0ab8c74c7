import assert from "node:assert/strict";
import { test } from "node:test";
import { venueSchema } from "../schema.ts";
import { citedVenue } from "../kinds.ts";
import { BUILT_IN_VENUES, KnownVenues } from "./known-venues.ts";

const labels = (texts: readonly string[]) =>
  Object.fromEntries(texts.map((text) => [text, BUILT_IN_VENUES.find(text)?.label]));

test("a conference is known under any of the names that sources give it", () => {
  const expected: Record<string, string> = {
    "Proceedings of the 40th International Conference on Machine Learning": "ICML",
    "ICML'23": "ICML 2023",
    "In NeurIPS": "NeurIPS",
    NIPS: "NeurIPS",
    "ICLR (Poster)": "ICLR",
    "The Eleventh International Conference on Learning Representations": "ICLR",
    "Thirty-seventh Conference on Neural Information Processing Systems Datasets and Benchmarks Track":
      "NeurIPS",
    "Advances in Neural Information Processing Systems 36: Annual Conference on Neural Information Processing Systems 2023, NeurIPS 2023, New Orleans, LA, USA, December 10 - 16, 2023":
      "NeurIPS 2023",
    "2019 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)": "CVPR 2019",
    "Conference on Computer Vision and Pattern Recognition": "CVPR",
    "KDD '20: The 26th ACM SIGKDD Conference on Knowledge Discovery and Data Mining, Virtual Event":
      "KDD 2020",
    "Computer Vision - ECCV 2020 - 16th European Conference, Glasgow, UK": "ECCV 2020",
    "Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies, Volume 1 (Long and Short Papers)":
      "NAACL 2019",
    "ACL (1)": "ACL",
    "ICML, volume 97 of Proceedings of Machine Learning Research": "ICML",
    "Robotics: Science and Systems XVI": "RSS",
  };
  assert.deepEqual(labels(Object.keys(expected)), expected);
});

test("names cut short are read word by word, with points and without", () => {
  const expected: Record<string, string> = {
    "Adv. Neural Inf. Process. Syst.": "NeurIPS",
    "J. Mach. Learn. Res.": "JMLR",
    "J Mach Learn Res": "JMLR",
    "IEEE Trans. Pattern Anal. Mach. Intell.": "TPAMI",
    "Proc. Natl. Acad. Sci. U.S.A.": "PNAS",
    "Nat Mach Intell": "Nature Machine Intelligence",
    "Int. Conf. on Mach. Learn.": "ICML",
    "Comput. Vis. Image Underst.": "Computer Vision and Image Understanding",
  };
  assert.deepEqual(labels(Object.keys(expected)), expected);
});

test("Findings are a venue of their own, whose conference tells them apart", () => {
  const expected: Record<string, string> = {
    "Findings of ACL": "Findings of ACL",
    "EMNLP (Findings)": "Findings of EMNLP",
    "Findings of the Association for Computational Linguistics: EMNLP 2023":
      "Findings of EMNLP 2023",
    "Findings of the Association for Computational Linguistics: ACL 2023": "Findings of ACL 2023",
  };
  assert.deepEqual(labels(Object.keys(expected)), expected);
});

test("workshops whose proceedings are published as one are a venue of their own", () => {
  const expected: Record<string, string> = {
    "CVPR Workshops": "CVPR Workshops",
    "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)":
      "CVPR Workshops 2024",
    "IEEE/CVF International Conference on Computer Vision Workshops": "ICCV Workshops",
    ECCVW: "ECCV Workshops",
    "Proceedings of the Tenth International Workshop on Artificial Intelligence and Statistics":
      "AISTATS",
  };
  assert.deepEqual(labels(Object.keys(expected)), expected);
});

test("what is held beside a conference, or only sounds like it, is not it", () => {
  for (const text of [
    "ICML 2023 Workshop on Interpretability",
    "J.",
    "Int. J.",
    "CVPR 2024 Workshop on Autonomous Driving",
    "SafeAI@AAAI",
    "NeurIPS 2021 Competition Track",
    "Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics: System Demonstrations",
    "International Conference on Machine Learning and Applications",
    "Science, Technology & Human Values",
    "IEEE Multimedia",
    "AAAI Spring Symposium",
    "Lecture Notes in Computer Science",
    "",
  ])
    assert.equal(BUILT_IN_VENUES.find(text), undefined, text);
});

test("an entry's venue gets its full name, and its old address leads to the one page", () => {
  const venue = BUILT_IN_VENUES.read("International Conference on Learning Representations 2025");
  assert.deepEqual([venue.label, venue.slug, venue.year], ["ICLR 2025", "iclr", 2025]);
  assert.deepEqual(venue.formerSlugs, ["international-conference-on-learning-representations"]);
  assert.equal(citedVenue({ venue }), "International Conference on Learning Representations");
  const unknown = { venue: BUILT_IN_VENUES.read("Some Workshop 2024") };
  assert.equal(citedVenue(unknown), "Some Workshop 2024");
  assert.equal(citedVenue({ kind: "article", ...unknown }), "Some Workshop");
  assert.equal(citedVenue({ kind: "chapter", ...unknown }), "Some Workshop");
});

test("a year of any century is the year in a venue, a number in its name is none", () => {
  const { name, year, slug } = BUILT_IN_VENUES.read("Some Proceedings 1843");
  assert.deepEqual([name, year, slug], ["Some Proceedings", 1843, "some-proceedings"]);
  assert.equal(BUILT_IN_VENUES.read("Widgets 3000").name, "Widgets 3000");
});

test("a site's own file adds venues, extends those that are built in, and overrules them", () => {
  const venues = new KnownVenues({
    slds: venueSchema.parse({
      short: "SLDS",
      variants: ["Statistical Learning and Data Science"],
      kind: "journal",
    }),
    iclr: venueSchema.parse({ variants: ["Learning Reps"] }),
    "icml-interp": venueSchema.parse({ full: "ICML Workshop on Interpretability" }),
  });
  assert.deepEqual(
    [
      "Statistical Learning and Data Science 2026",
      "Learning Reps 2024",
      "ICLR 2023",
      "ICML Workshop on Interpretability 2024",
      "ICML 2024",
    ].map((label) => [venues.read(label).label, venues.read(label).slug]),
    [
      ["SLDS 2026", "slds"],
      ["ICLR 2024", "iclr"],
      ["ICLR 2023", "iclr"],
      ["ICML Workshop on Interpretability 2024", "icml-interp"],
      ["ICML 2024", "icml"],
    ],
  );
});
