/** A text as its heaviest terms at unit length, heaviest first. */
export interface Vector {
  terms: Float64Array;
  weights: Float64Array;
}

/** A neighbour and the cosine. */
export interface Near {
  text: number;
  score: number;
}

/** Postings in one block: the texts of term `t` and its weights there, from `starts[t]` to `starts[t + 1]`. */
interface Postings {
  numberOf: ReadonlyMap<number, number>;
  starts: Int32Array;
  texts: Int32Array;
  weights: Float64Array;
}

function collectPostings(vectors: readonly Vector[], most: number): Postings {
  const counts = new Map<number, number>();
  for (const { terms } of vectors)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const numberOf = new Map<number, number>();
  const starts = [0];
  for (const [term, count] of counts) {
    if (count < 2 || count > most) continue;
    numberOf.set(term, numberOf.size);
    starts.push((starts.at(-1) ?? 0) + count);
  }
  const size = starts.at(-1) ?? 0;
  const [next, texts, weights] = [
    Int32Array.from(starts),
    new Int32Array(size),
    new Float64Array(size),
  ];
  for (const [text, vector] of vectors.entries())
    for (const [i, term] of vector.terms.entries()) {
      const number = numberOf.get(term);
      if (number === undefined) continue;
      const at = next[number] ?? 0;
      texts[at] = text;
      weights[at] = vector.weights[i] ?? 0;
      next[number] = at + 1;
    }
  return { numberOf, starts: Int32Array.from(starts), texts, weights };
}

/** Puts a neighbour in its place among the best; equal ones by the order of their texts. */
function keep(best: Near[], near: Near, limit: number): void {
  let at = best.length;
  while (at > 0) {
    const before = best[at - 1];
    if (!before || before.score > near.score) break;
    if (before.score === near.score && before.text < near.text) break;
    at -= 1;
  }
  if (at >= limit) return;
  best.splice(at, 0, near);
  if (best.length > limit) best.pop();
}

/**
 * The nearest texts of each by cosine, best first, through postings: the cost grows with shared terms and not with
 * pairs of texts. Postings longer than `most` are left out, so that no common term makes it quadratic.
 */
export function findNearest(
  vectors: readonly Vector[],
  { limit, least, most }: { limit: number; least: number; most: number },
): Near[][] {
  const { numberOf, starts, texts, weights } = collectPostings(vectors, most);
  const scores = new Float64Array(vectors.length);
  const touched = new Int32Array(vectors.length);
  return vectors.map((vector, own) => {
    let count = 0;
    for (const [i, term] of vector.terms.entries()) {
      const number = numberOf.get(term);
      if (number === undefined) continue;
      const weight = vector.weights[i] ?? 0;
      const end = starts[number + 1] ?? 0;
      for (let at = starts[number] ?? 0; at < end; at += 1) {
        const text = texts[at] ?? 0;
        const score = scores[text] ?? 0;
        if (score === 0) touched[count++] = text;
        scores[text] = score + weight * (weights[at] ?? 0);
      }
    }
    const best: Near[] = [];
    for (let i = 0; i < count; i += 1) {
      const text = touched[i] ?? 0;
      const score = scores[text] ?? 0;
      scores[text] = 0;
      if (text === own || score < least) continue;
      if (best.length < limit || score >= (best.at(-1)?.score ?? 0))
        keep(best, { text, score }, limit);
    }
    return best;
  });
}
