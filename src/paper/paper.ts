import type { Kind } from "./kinds.ts";
import type { PartialDate } from "./dates.ts";
import { parseDate } from "./dates.ts";
import type { Known } from "./known.ts";
import { BUILT_IN } from "./known.ts";
import type { Person } from "./people.ts";
import type { PaperData } from "./schema.ts";
import type { Venue } from "./venues.ts";

/** One sentence of an abstract. */
export interface Sentence {
  /** Its anchor on the page: `s1`, `s2`, … */
  id: string;
  /** Its words, formulas as plain text. */
  text: string;
}

/** An abstract as the loader leaves it. */
export interface Abstract {
  /** Sentences in spans, math as MathML; empty where an entry with components renders itself. */
  html: string;
  /** Its words, formulas as plain text, paragraphs apart by a blank line. */
  text: string;
  sentences: Sentence[];
  /** The words with formulas between dollar signs, where that differs from `text`. */
  tex?: string;
  /** The text as Markdown, where that differs from `text`. */
  markdown?: string;
}

/** A paper, read and checked: what the catalog, exports and pages work with. */
export interface Paper {
  key: string;
  /** Words only, formulas as plain text. */
  title: string;
  /** As frontmatter holds it: math between dollar signs, a dollar of its own as `\$`. */
  titleSource: string;
  /** With math as MathML; escaped. */
  titleHtml: string;
  authors: Person[];
  date?: PartialDate;
  venue?: Venue;
  /** What it is, where its venue does not tell. */
  kind?: Kind;
  volume?: string;
  issue?: string;
  /** `5998-6008`. */
  pages?: string;
  /** Of a book, thesis (its university) or report (its institution). */
  publisher?: string;
  arxiv?: string;
  category?: string;
  doi?: string;
  url?: string;
  pdf?: string;
  code?: string;
  project?: string;
  topics: string[];
  tags: string[];
  /** The names of its tags, where the vocabulary is known. */
  keywords?: readonly string[];
  aliases: string[];
  /** Why it is no longer offered; absent in papers that are. */
  withdrawn?: string;
  abstract: Abstract;
}

/** A paper from its frontmatter, what was made of its title and abstract, and what is known of people and venues. */
export function toPaper(
  key: string,
  data: PaperData,
  made: { title: string; titleHtml: string; abstract: Abstract },
  names: Known = BUILT_IN,
): Paper {
  const date = data.date === undefined ? undefined : parseDate(data.date);
  const { authors, date: _, venue, topics, tags, aliases, title: titleSource, ...links } = data;
  const known = Object.fromEntries(
    Object.entries(links).filter(([, value]) => value !== undefined),
  );
  return {
    key,
    ...made,
    titleSource,
    authors: authors.map((author) => names.people.read(author, [key, ...aliases])),
    ...(date ? { date } : {}),
    ...(venue === undefined ? {} : { venue: names.venues.read(venue) }),
    ...known,
    topics,
    tags,
    aliases,
  };
}
