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

/** The nearest papers of one, with their cosines, 0 to 1. */
export function neighboursOf(bytes: Uint8Array, paper: number): { paper: number; near: number }[] {
  const found: { paper: number; near: number }[] = [];
  for (let at = paper * NEAR * SIZE; at < (paper + 1) * NEAR * SIZE; at += SIZE) {
    const [high = 0, middle = 0, low = 0, near = 0] = bytes.subarray(at, at + SIZE);
    if (near > 0) found.push({ paper: (high << 16) | (middle << 8) | low, near: near / 255 });
  }
  return found;
}
