import type { Chunk } from "../words/fold-token.ts";
import { readChunks } from "../words/fold-token.ts";
import { readYears } from "../query-url.ts";
import type { Facet, Filters } from "../types.ts";

/** Where a term must stand, if not anywhere. */
export type Field = "title" | "author" | "venue";

/** Something to look for: a stretch without spaces, or a phrase of several. */
export interface Term {
  /** As typed, without quotes. */
  text: string;
  chunks: Chunk[];
  phrase: boolean;
  field?: Field;
}

/** What a query asks for. */
export interface ParsedQuery {
  /** Words in the order typed: any of them may match, more and rarer ones rank higher. */
  words: Chunk[];
  /** Each must match in one of its alternatives. */
  must: Term[][];
  /** None may match. */
  not: Term[];
  /** `year:`, `topic:`, `tag:`, `has:` — values as typed. */
  filters: Filters;
  /** The same with a minus before them: none of these. */
  without: Filters;
  /** `year:` with something else than years after it. */
  misread: string[];
  /** The text without its filters. */
  rest: string;
  /** Whether the text ends inside a plain word: the last of `words` may be unfinished. */
  open: boolean;
}

const FIELDS: Readonly<Record<string, Field | Facet>> = {
  author: "author",
  by: "author",
  title: "title",
  venue: "venue",
  in: "venue",
  year: "year",
  topic: "topic",
  tag: "tag",
  has: "has",
};

/** One piece of a query: a word, a quoted phrase, either with a minus or a field before it; or a field without a value. */
const PIECE =
  /(?<minus>-)?(?:(?<field>[a-z]+):)?(?:"(?<quoted>[^"]*)(?<closed>"|$)|(?<bare>\S+)|(?<=:)(?!\S))/giu;

interface Piece {
  term: Term;
  not: boolean;
  /** A facet's value, not words to look for. */
  facet?: Facet;
  plain: boolean;
}

const isSearchField = (name: Field | Facet): name is Field =>
  name === "title" || name === "author" || name === "venue";

function readPiece(groups: Record<string, string | undefined>, whole: string): Piece | undefined {
  const known = FIELDS[groups["field"]?.toLowerCase() ?? ""];
  const quoted = groups["quoted"];
  // `k1.5`, `-1` and `https://…` are words; an unknown field is one too.
  const text =
    known === undefined && groups["field"] !== undefined ? whole : (quoted ?? groups["bare"] ?? "");
  const chunks = readChunks(text);
  const isWord = quoted === undefined && known === undefined;
  const minus = groups["minus"] !== undefined && !(isWord && /^\d/u.test(text));
  if (chunks.length === 0) return undefined;
  const field = known !== undefined && isSearchField(known) ? { field: known } : {};
  const phrase = quoted !== undefined && chunks.length > 0;
  return {
    term: { text, chunks, phrase, ...field },
    not: minus,
    ...(known === undefined || isSearchField(known) ? {} : { facet: known }),
    plain: !phrase && !minus && known === undefined,
  };
}

/** So many plain words are prose: its quotes quote, they do not insist. */
const PROSE = 8;

interface Placed {
  piece: Piece | "or";
  source: string;
  end: number;
}

const readPieces = (text: string): Placed[] =>
  [...text.replace(/[“”„]/gu, '"').matchAll(PIECE)].flatMap((match): Placed[] => {
    const [source] = match;
    const end = match.index + source.length;
    if (source === "OR" || source === "|") return [{ piece: "or", source, end }];
    const piece = readPiece(match.groups ?? {}, source);
    return piece ? [{ piece, source, end }] : [];
  });

/** Reads what is typed: words, "phrases", -without, OR, `field:value`. Everything is a query; nothing is an error. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = {
    words: [],
    must: [],
    not: [],
    filters: {},
    without: {},
    misread: [],
    rest: "",
    open: false,
  };
  const pieces = readPieces(text);
  parsed.rest = pieces
    .filter(({ piece }) => piece === "or" || !piece.facet)
    .map(({ source }) => source)
    .join(" ");
  const prose = pieces.filter(({ piece }) => piece !== "or" && piece.plain).length >= PROSE;
  let either: Term[] | undefined;
  let previous: Piece | undefined;
  for (const { piece, end } of pieces) {
    parsed.open = false;
    if (piece === "or") {
      either =
        previous && !previous.not && !previous.facet ? takeBack(parsed, previous) : undefined;
      previous = undefined;
      continue;
    }
    const { term, not, facet } = piece;
    if (either && !facet && !not) {
      either.push(term);
      parsed.must.push(either);
    } else {
      if (either) putBack(parsed, either);
      if (facet) addFilter(parsed, facet, term.text, not);
      else if (not) parsed.not.push(term);
      else if (piece.plain || (prose && term.field === undefined)) {
        parsed.words.push(...term.chunks);
        parsed.open = piece.plain && end === text.length;
      } else parsed.must.push([term]);
    }
    either = undefined;
    previous = piece;
  }
  if (either) putBack(parsed, either);
  return parsed;
}

/** Alternatives of which the last is not typed yet are what they were before `OR`. */
function putBack(parsed: ParsedQuery, either: Term[]): void {
  const [only, second] = either;
  if (only && !second && !only.phrase && only.field === undefined)
    parsed.words.push(...only.chunks);
  else if (only) parsed.must.push(either);
}

/** What stood before `OR` becomes the first of its alternatives. */
function takeBack(parsed: ParsedQuery, previous: Piece): Term[] {
  const last = parsed.must.at(-1);
  if (last?.at(-1) === previous.term) return parsed.must.pop() ?? [];
  parsed.words.splice(-previous.term.chunks.length);
  return [previous.term];
}

function addFilter(parsed: ParsedQuery, facet: Facet, value: string, not: boolean): void {
  const filters = not ? parsed.without : parsed.filters;
  if (facet === "year" && !readYears(value)) parsed.misread.push(`${not ? "-" : ""}year:${value}`);
  else filters[facet] = [...(filters[facet] ?? []), value];
}
