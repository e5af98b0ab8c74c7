import type { PartialDate } from "../paper/dates.ts";
import type { Paper } from "../paper/paper.ts";

/** The catalog: every index that pages, feeds, exports and search draw from, built once a build. */

/** A thing that papers are listed under. */
export interface Group {
  slug: string;
  name: string;
  /** Keys, newest first. */
  papers: string[];
}

export interface Topic extends Group {
  summary: string;
  /** 1 to 12: `--topic-<hue>` in the stylesheet. */
  hue: number;
  order: number;
  /** The introduction, rendered; empty where it has components and renders itself. */
  introHtml: string;
  /** Papers a year, every year of the corpus from first to last, so that bars line up. */
  years: { year: number; count: number }[];
  /** Tags of its papers, most used first. */
  tags: { slug: string; name: string; count: number }[];
}

export interface Tag extends Group {
  synonyms: string[];
  about?: string;
  /** Tags on the same papers, most shared first. */
  related: { slug: string; name: string; count: number }[];
}

export interface Author extends Group {
  /** What lists are sorted by: `beethoven, ludwig van`. */
  sortName: string;
  /** First letter of the family name, folded and upper-case; `#` for other scripts. */
  letter: string;
  orcid?: string;
  /** What tells them from others of the name. */
  note?: string;
  /** Other names that their papers are signed with. */
  spellings?: string[];
  /** Others of the same name who have papers here. */
  namesakes?: { slug: string; name: string; note?: string }[];
  /** Whom they write with most, most papers together first. */
  coauthors: { slug: string; name: string; count: number }[];
  /** How many others they write with, where there are any. */
  moreCoauthors?: number;
}

export interface VenueGroup extends Group {
  /** Its name in full, where it is known and another. */
  full?: string;
  years: { year: number; count: number }[];
}

export interface YearGroup extends Group {
  year: number;
}

/** A paper near another, with the reason in words. */
export interface Related {
  key: string;
  /** 0 to 1, cosine. */
  score: number;
  /** The terms that both share and few others have, strongest first. */
  shares: string[];
}

/** A short form and what it stands for, as a paper defines it (Schwartz & Hearst 2003). */
export interface Acronym {
  short: string;
  long: string;
  /** Papers that define it so. */
  papers: string[];
}

/** A paper with what the whole corpus knows of it. */
export interface CatalogPaper extends Paper {
  /** 0-based place in the corpus, newest first. */
  number: number;
  related: Related[];
  /** What its own short forms stand for. */
  acronyms: { short: string; long: string }[];
  /** One or two lines for rows: the abstract's start, whole words. */
  excerpt: string;
  /** Where the entry has components of its own: nowhere, below its prose, or in the midst of it (then it renders itself). */
  components: "none" | "after" | "within";
}

export interface Catalog {
  /** Newest first; ties by key. */
  papers: CatalogPaper[];
  byKey: ReadonlyMap<string, CatalogPaper>;
  topics: Topic[];
  tags: Tag[];
  authors: Author[];
  venues: VenueGroup[];
  years: YearGroup[];
  acronyms: Acronym[];
  /** Short forms whose meaning no two papers dispute, with it. */
  agreedShortForms: ReadonlyMap<string, string>;
  /** Latest date of any paper: the corpus's own clock. */
  updated?: PartialDate;
  /** Papers that are no longer offered: their addresses say why, and nothing else names them. */
  withdrawn: Paper[];
  /** Old key to key. */
  aliases: ReadonlyMap<string, string>;
}
