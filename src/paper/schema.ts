import { z } from "astro/zod";
import { parseDate } from "./dates.ts";
import { KEY_PATTERN } from "./key.ts";
import { isOrcid } from "./orcid.ts";
import { KINDS } from "./kinds.ts";

/** The manual of a paper entry's frontmatter: each field's meaning beside it, each refusal with its mend. */

const line = z.string().trim().min(1, "is empty: give it a text or remove the line");

const webAddress = z
  .string()
  .trim()
  .refine((value) => /^https?:\/\/\S+$/u.test(value) && URL.canParse(value), {
    error: "is no web address: write it in full, starting with https://",
  });

/** A number or a text: YAML takes `12` for one and `12a` for the other. */
const numeral = z
  .union([line, z.number()], { error: "must be a number or a text" })
  .transform(String);

const slugs = z.array(line).default([]);

/** An arXiv id as arXiv writes it today (`2502.01441`) or wrote it to 2007 (`hep-th/9901001`), without version. */
export const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/u;

/** An ORCID iD, `0000-0002-1825-0097`, also as its address: what is kept is the number. */
const orcid = z
  .string()
  .trim()
  .transform((value) => value.replace(/^https?:\/\/orcid\.org\//u, "").toUpperCase())
  .refine(isOrcid, {
    error: "is no ORCID iD: write its sixteen digits as 0000-0002-1825-0097, and check them",
  });

const AUTHOR = "is no author: write a name, or { name: …, orcid: … }";

export const authorSchema = z.union(
  [
    line,
    z.strictObject({
      /** As people read it. */
      name: line,
      /** Needed only where the name cannot be taken apart by rule. */
      family: line.optional(),
      given: z.string().trim().optional(),
      /** Who it is, where a name is several people's: their name in `content/people.yaml`. */
      person: line.optional(),
      orcid: orcid.optional(),
    }),
  ],
  { error: AUTHOR },
);

export const paperSchema = z.strictObject({
  /** The title as printed. Math between dollar signs. */
  title: line,
  /** In the order of the paper: `Given Family`, or `Family, Given` where particles or compounds need it. */
  authors: z.array(authorSchema).default([]),
  /** Day of first publication, as far as it is known: `2025-02-03`, `2025-02` or `2025`. */
  date: z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((value) => parseDate(value) !== undefined, {
      error: "is no date: write YYYY, YYYY-MM or YYYY-MM-DD, a day that exists",
    })
    .optional(),
  /** Where it was published, with the year: `ICLR 2025`. */
  venue: line.optional(),
  /** What it is, where its venue does not tell: article, conference, chapter, book, thesis or report. */
  kind: z.enum(KINDS, { error: `is none of ${KINDS.join(", ")}` }).optional(),
  /** Of the journal or series. */
  volume: numeral.optional(),
  /** Of the journal: the number within its volume. */
  issue: numeral.optional(),
  /** First and last: `5998-6008`. */
  pages: numeral.optional(),
  /** Publisher of a book or of proceedings, university of a thesis, institution of a report. */
  publisher: line.optional(),
  /** The arXiv id without version. Quote it, or YAML takes it for a number: "2502.01441". */
  arxiv: z
    .string({ error: 'must be a quoted text: arxiv: "2502.01441"' })
    .regex(ARXIV_ID, 'is no arXiv id: write it without version, quoted: "2502.01441"')
    .optional(),
  /** arXiv's primary category: `cs.LG`. */
  category: line.optional(),
  /** The bare DOI: `10.1016/j.neunet.2024.106414`. */
  doi: z
    .string()
    .trim()
    .regex(/^10\.\d{4,9}\/\S+$/u, "is no DOI: write it bare, starting with 10.")
    .optional(),
  /** The paper's own page, where it is neither arXiv nor DOI. */
  url: webAddress.optional(),
  /** The PDF, where arXiv does not have it. */
  pdf: webAddress.optional(),
  code: webAddress.optional(),
  project: webAddress.optional(),
  /** Names of files in `content/topics`. */
  topics: slugs,
  /** Names out of `content/tags.yaml`. */
  tags: slugs,
  /** Keys that this paper had before, or has elsewhere: they keep leading here. */
  aliases: z.array(line.regex(KEY_PATTERN, "is no key: letters, digits, . _ + -")).default([]),
  /** Why the paper is no longer offered. Its address then says so; lists, search, feeds and exports leave it out. */
  withdrawn: line.optional(),
});

/** A paper entry's frontmatter, validated. */
export type PaperData = z.infer<typeof paperSchema>;

export const topicSchema = z.strictObject({
  /** As people read it: `Scaling laws`. */
  title: line,
  /** One sentence for cards and feeds. */
  summary: line,
  /** One of the twelve topic hues, 1 to 12. */
  hue: z.number().int().min(1).max(12),
  /** Where it stands among the topics: smallest first. */
  order: z.number().default(100),
  /** For the suggester: phrases of title or abstract that point here. See `src/importer/suggest.ts`. */
  match: z.array(line).default([]),
});

/** A topic page's frontmatter, validated. */
export type TopicData = z.infer<typeof topicSchema>;

export const tagSchema = z.strictObject({
  /** As people read it: `low-rank adaptation`. */
  name: line,
  /** Other words for the same thing: search treats them alike, the suggester looks for them. */
  synonyms: z.array(line).default([]),
  /** One line on what it means. */
  about: line.optional(),
  /** For the suggester, beside name and synonyms. */
  match: z.array(line).default([]),
});

/** A tag of the vocabulary, validated. */
export type TagData = z.infer<typeof tagSchema>;

/** `content/tags.yaml`: path segment of the tag to the tag. */
export const tagsSchema = z.record(
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/u, "is no part of an address: letters a to z, digits and hyphens"),
  tagSchema,
);

export const personSchema = z.strictObject({
  /** As the author's own page has it: `Jane Hu`, or `Family, Given`. A paper shows the name that it was signed with. */
  name: line,
  /** Other spellings and former names: `J. Hu`, `Jane Hsu`. Their papers are on the one page, their addresses lead to it. */
  variants: z.array(line).default([]),
  orcid: orcid.optional(),
  /** A word or two that tell people of one name apart: `Tsinghua University`. */
  note: line.optional(),
  /** Where others have the name too: the keys of the papers that are theirs, and no others are. Without it, all of the name that nobody else claims. */
  papers: z.array(line).optional(),
});

/** What is known of a person, validated. */
export type PersonData = z.infer<typeof personSchema>;

const segment = z
  .string()
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*$/u,
    "is no part of an address: small letters, digits and hyphens",
  );

/** `content/people.yaml`: path segment of the author's page to the person. */
export const peopleSchema = z.record(segment, personSchema);

export const venueSchema = z.strictObject({
  /** As lists show it, before the year: `ICLR`. */
  short: line.optional(),
  /** As references and the venue's page have it: `International Conference on Learning Representations`. */
  full: line.optional(),
  kind: z.enum(["conference", "journal"]).optional(),
  /** Other names that sources give it; years, ordinals and `Proceedings of the` are seen through. */
  variants: z.array(line).default([]),
});

/** What is known of a venue, validated. */
export type VenueData = z.infer<typeof venueSchema>;

/** `content/venues.yaml`: path segment of the venue's page to the venue. What is built in can be extended and overruled. */
export const venuesSchema = z.record(segment, venueSchema);

/** `content/site.yaml`: what a site says of itself. */
export const siteSchema = z.strictObject({
  title: line.default("Carrel"),
  /** What this collection is, in one line. */
  tagline: line.default("A reading desk for research papers."),
  /** For search engines and feeds: one or two sentences. */
  description: line.default("Abstracts to browse, search and link, online and offline."),
  language: line.default("en"),
  /** Address of the repository, for the footer. */
  repository: webAddress.optional(),
  /** Papers on one page of a list. */
  pageSize: z.number().int().min(10).max(200).default(50),
  /** Above this many papers, citation files are made by the page instead of being written one by one. */
  perPaperFiles: z.number().int().min(0).default(5000),
  /** Up to this many papers, each has a picture of its own for where its address is shared; above, its topic's stands in. */
  pictures: z.number().int().min(0).default(500),
  /** When pages of papers and authors are more than this, an author of one paper has none: the name leads to the paper. */
  fileBudget: z.number().int().min(0).default(20_000),
  /** From this many pages of papers and authors on, they are drawn in threads on all cores. */
  threadsFrom: z.number().int().min(0).default(8000),
  /** Whether readers can keep the site on their devices. Off, a build takes it back from those who do. */
  offline: z.boolean().default(true),
  /** Up to this many megabytes to fetch, the whole site is kept unasked. */
  offlineLimit: z.number().min(0).default(5),
  /** Beginnings of paths that readers do not keep, as `data/` or `authors/`: a large site gets smaller. */
  offlineWithout: z.array(line).default([]),
});

/** A site's settings, validated. */
export type SiteData = z.infer<typeof siteSchema>;
