/** Neighbours that count, of each paper. */
const NEAR = 5;
/** Bytes of one: the paper's number and how near, 0 to 255. */
const SIZE = 4;

/** A paper and what is near it. */
interface Linked {
  key: string;
  number: number;
  related: readonly { key: string; score: number }[];
}

/**
 * Rows of `SIZE` bytes as columns, and back: like stands by like, which compresses. How near falls from one row of a
 * paper to the next, so that the fall is kept.
 */
function toColumns(rows: Uint8Array): Uint8Array {
  const count = rows.length / SIZE;
  const columns = new Uint8Array(rows.length);
  for (let row = 0; row < count; row += 1) {
    const before = row % NEAR === 0 ? 255 : (rows[row * SIZE - 1] ?? 0);
    for (let i = 0; i < SIZE - 1; i += 1) columns[i * count + row] = rows[row * SIZE + i] ?? 0;
    columns[(SIZE - 1) * count + row] = before - (rows[row * SIZE + SIZE - 1] ?? 0);
  }
  return columns;
}

function toRows(columns: Uint8Array): Uint8Array {
  const count = columns.length / SIZE;
  const rows = new Uint8Array(columns.length);
  for (let row = 0; row < count; row += 1) {
    const before = row % NEAR === 0 ? 255 : (rows[row * SIZE - 1] ?? 0);
    for (let i = 0; i < SIZE - 1; i += 1) rows[row * SIZE + i] = columns[i * count + row] ?? 0;
    rows[row * SIZE + SIZE - 1] = before - (columns[(SIZE - 1) * count + row] ?? 0);
  }
  return rows;
}

/** Each paper's nearest papers, the graph of "related papers": `NEAR` times number (3 bytes) and cosine (1). */
export function writeNeighbours(papers: readonly Linked[]): Uint8Array {
  const numbers = new Map(papers.map((paper) => [paper.key, paper.number]));
  const bytes = new Uint8Array(papers.length * NEAR * SIZE);
  for (const { number, related } of papers)
    for (const [i, { key, score }] of related.slice(0, NEAR).entries()) {
      const other = numbers.get(key) ?? 0;
      const at = (number * NEAR + i) * SIZE;
      bytes.set([other >> 16, (other >> 8) & 255, other & 255, Math.round(score * 255)], at);
    }
  return toColumns(bytes);
}

const numberAt = (bytes: Uint8Array, at: number) =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);

/** Which papers are near which, both ways: the lists of all papers one after the other. */
export interface Graph {
  /** Where each paper's list begins; one more at the end. */
  starts: Uint32Array;
  papers: Uint32Array;
  /** Cosines, 0 to 255. */
  near: Uint8Array;
}

/**
 * Reads the graph and makes it go both ways: a paper that many are near to is near to all of these, though
 * its own list names five. Own neighbours come first in a list, nearest first.
 */
export function readNeighbours(columns: Uint8Array): Graph {
  const bytes = toRows(columns);
  const count = bytes.length / (NEAR * SIZE);
  const names = (paper: number, other: number) => {
    for (let at = paper * NEAR * SIZE; at < (paper + 1) * NEAR * SIZE; at += SIZE)
      if ((bytes[at + 3] ?? 0) > 0 && numberAt(bytes, at) === other) return true;
    return false;
  };
  const edges = (visit: (from: number, to: number, near: number) => void) => {
    for (const isOwn of [true, false])
      for (let at = 0; at < bytes.length; at += SIZE) {
        const near = bytes[at + 3] ?? 0;
        const from = Math.floor(at / (NEAR * SIZE));
        const to = numberAt(bytes, at);
        if (near > 0 && (isOwn || !names(to, from)))
          visit(isOwn ? from : to, isOwn ? to : from, near);
      }
  };
  const starts = new Uint32Array(count + 1);
  edges((from) => {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  });
  for (let paper = 0; paper < count; paper += 1)
    starts[paper + 1] = (starts[paper + 1] ?? 0) + (starts[paper] ?? 0);
  const next = starts.slice();
  const papers = new Uint32Array(starts[count] ?? 0);
  const nearness = new Uint8Array(papers.length);
  edges((from, to, near) => {
    const at = next[from] ?? 0;
    papers[at] = to;
    nearness[at] = near;
    next[from] = at + 1;
  });
  return { starts, papers, near: nearness };
}

/** The papers near one, its own nearest first, with their cosines, 0 to 1. */
export function neighboursOf(graph: Graph, paper: number): { paper: number; near: number }[] {
  const found: { paper: number; near: number }[] = [];
  for (let at = graph.starts[paper] ?? 0; at < (graph.starts[paper + 1] ?? 0); at += 1)
    found.push({ paper: graph.papers[at] ?? 0, near: (graph.near[at] ?? 0) / 255 });
  return found;
}

/** Scores by paper number, of which a share comes from the papers near to each. */
export function smooth(
  scores: Float64Array,
  { starts, papers, near }: Graph,
  share: number,
): Float64Array {
  const smoothed = new Float64Array(scores.length);
  for (let paper = 0; paper < scores.length; paper += 1) {
    let sum = 0;
    let total = 0;
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at += 1) {
      const weight = near[at] ?? 0;
      sum += weight * (scores[papers[at] ?? 0] ?? 0);
      total += weight;
    }
    const around = total > 0 ? sum / total : 0;
    smoothed[paper] = (1 - share) * (scores[paper] ?? 0) + share * around;
  }
  return smoothed;
}
