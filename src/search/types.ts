/** What passes between the search engine, the page that draws it, and the index it was built from. */

/** Facets that results can be narrowed by. Values of one facet are ORed, facets are ANDed. */
export type Facet = "topic" | "tag" | "year" | "venue" | "author" | "has";

/** The order of results. */
export type Sort = "relevance" | "newest" | "oldest" | "title";

/** Chosen facet values: slugs, years, `code`. */
export type Filters = Partial<Record<Facet, string[]>>;

/** A search as its address carries it. */
export interface Query {
  /** As typed. */
  text: string;
  filters: Filters;
  sort: Sort;
}

/** A search asked of the engine. */
export interface Request extends Query {
  /** Results wanted, from the best. */
  limit: number;
  /** Whether the last word may be unfinished. */
  typing: boolean;
  /** Words to take as typed: corrections and expansions that the reader declined. */
  literal: boolean;
  /**
   * Facets to count although that loads much: authors, in a corpus of more than 2,000 papers. Without it
   * their counts are empty there until an author is chosen.
   */
  counts?: readonly Facet[];
}

/** A stretch of text, marked where it matches. */
export interface Run {
  text: string;
  mark: boolean;
}

/** One result: everything that its row shows. */
export interface Hit {
  key: string;
  /** Path of the paper's page. */
  url: string;
  title: Run[];
  authors: { name: string; slug: string }[];
  /** ISO, at the precision known; empty where unknown. */
  date: string;
  /** `ICLR 2025`; empty where unknown. */
  venue: string;
  tags: { name: string; slug: string }[];
  /** Topic hues and names. */
  topics: { name: string; slug: string; hue: number }[];
  /** The best sentences of the abstract. */
  snippet: Run[];
  score: number;
  /** Why it is here where no typed word shows it: `related: low-rank`. */
  reason?: string;
}

/** What the engine did to the query, for a line under the box. */
export type Note =
  | { kind: "corrected"; from: string; to: string }
  | { kind: "expanded"; from: string; to: string }
  | { kind: "unknown"; words: string[] }
  | { kind: "misread"; words: string[] }
  | { kind: "wordless"; text: string; total: number; newest: boolean }
  /** No paper has all words; some have all but these. */
  | { kind: "apart"; words: string[] }
  /** What must be there is nowhere; its words were looked for anywhere. */
  | { kind: "loosened"; words: string[]; total: number }
  /** Filters that leave nothing, and the query without them. */
  | { kind: "relaxed"; words: string[]; total: number; rest: string };

/** A facet value with the number of results that it would leave. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** An answer. */
export interface Response {
  /** All matches, before `limit`. */
  total: number;
  hits: Hit[];
  /** How many papers each further value would leave: of a large corpus, loaded when it is asked for. */
  facets: () => Promise<Record<Facet, FacetCount[]>>;
  notes: Note[];
  /** A paper that the query names outright (arXiv id, DOI, key): go there. */
  direct?: string;
  /** Every matching key, best first, for exports. */
  keys: () => Promise<string[]>;
}

/** A completion of what is being typed. */
export interface Suggestion {
  kind: "paper" | "author" | "topic" | "tag";
  label: string;
  url: string;
}

/** The engine: no DOM, runs in a page and in a test alike. */
export interface Engine {
  /** Rejects only where the index cannot be read. Stale answers are the caller's to drop. */
  search(request: Request): Promise<Response>;
  /** Titles, authors, topics and tags that continue what is typed, best first. */
  suggest(text: string, limit: number): Promise<Suggestion[]>;
  /** Fetches what a first search needs; called when a box gets the focus. */
  warm(): Promise<void>;
}
