/** `search/index.json`: the one file of the index whose name stays, and what it leads to. */
export interface Manifest {
  version: 1;
  /** Folder of the index below `search/`, with a trailing slash, named by its content. */
  bundle: string;
  /** Pagefind's table of contents inside it; empty where there are no papers. */
  contents: string;
  papers: number;
  /** Whether there are word lists beside Pagefind's files. */
  large: boolean;
  /** How words were stemmed. */
  language: "en" | "unknown";
  /** Latest date of any paper; empty where none has one. */
  updated: string;
  /** Bytes of this engine's own files beside Pagefind's, by path inside the bundle. */
  sizes: Record<string, number>;
}

/** `papers.gz`: what ranking knows of each paper before its fragment is read. By paper number. */
export interface PaperColumns {
  keys: string[];
  /** Letters and digits of the folded title: with all its words matched, this tells an exact title. */
  titleLengths: number[];
}

/** `words.gz`, in a large index: what its word lists begin with, one file after the other, and its common words. */
export interface WordTable {
  /** First word of each file, front-coded. */
  starts: string;
  /** Words that many papers have, with their number, front-coded. */
  heads: string;
}

/** `places.gz`, in a large index: Pagefind's own files, where words are by place. Read for phrases. */
export interface Places {
  /** First word of each file, front-coded. */
  starts: string;
  files: string[];
  fields: string[];
}

/** `labels.gz`: what facet values are called. */
export interface Labels {
  topic: Record<string, { name: string; hue: number }>;
  tag: Record<string, string>;
  venue: Record<string, string>;
}

/** `authors.gz`: names of authors, in the order of their path segments. */
export type AuthorNames = string[];

/** `ids.gz`: arXiv ids, DOIs and former keys, lower-case, to keys. */
export type Ids = Record<string, string>;

/** `terms.gz`: what is written in several ways. */
export interface Terms {
  /** Compounds with hyphens, apart by spaces: `fine-tuning text-to-image`. */
  compounds: string;
  /** Short and long forms that stand for each other: `["peft", "parameter efficient fine tuning"]`. */
  shortForms: [string, string][];
}
