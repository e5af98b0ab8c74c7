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
  return bytes;
}

const numberAt = (bytes: Uint8Array, at: number) =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);

/** The nearest papers of one, with their cosines, 0 to 1. */
export function neighboursOf(bytes: Uint8Array, paper: number): { paper: number; near: number }[] {
  const found: { paper: number; near: number }[] = [];
  for (let at = paper * NEAR * SIZE; at < (paper + 1) * NEAR * SIZE; at += SIZE) {
    const near = bytes[at + 3] ?? 0;
    if (near > 0) found.push({ paper: numberAt(bytes, at), near: near / 255 });
  }
  return found;
}

/** Scores by paper number, of which a share comes from the papers nearest to each. */
export function smooth(scores: Float64Array, neighbours: Uint8Array, share: number): Float64Array {
  const smoothed = new Float64Array(scores.length);
  for (let paper = 0; paper < scores.length; paper += 1) {
    let sum = 0;
    let total = 0;
    const end = (paper + 1) * NEAR * SIZE;
    for (let at = paper * NEAR * SIZE; at < end; at += SIZE) {
      const near = neighbours[at + 3] ?? 0;
      sum += near * (scores[numberAt(neighbours, at)] ?? 0);
      total += near;
    }
    const around = total > 0 ? sum / total : 0;
    smoothed[paper] = (1 - share) * (scores[paper] ?? 0) + share * around;
  }
  return smoothed;
}
