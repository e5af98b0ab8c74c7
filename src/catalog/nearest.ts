/** A text as its heaviest terms at unit length, heaviest first. */
export interface Vector {
  terms: Int32Array;
  weights: Float64Array;
}

/** A neighbour and the cosine. */
export interface Near {
  text: number;
  score: number;
}

/** Postings in one block: the texts of term `t` and its weights there, from `starts[t]` to `starts[t + 1]`; none of terms left out. */
interface Postings {
  starts: Int32Array;
  texts: Int32Array;
  weights: Float64Array;
}

function collectPostings(vectors: readonly Vector[], size: number, most: number): Postings {
  const counts = new Int32Array(size);
  for (const { terms } of vectors) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  const starts = new Int32Array(size + 1);
  for (let term = 0; term < size; term += 1) {
    const count = counts[term] ?? 0;
    starts[term + 1] = (starts[term] ?? 0) + (count < 2 || count > most ? 0 : count);
  }
  const next = starts.slice();
  const texts = new Int32Array(starts[size] ?? 0);
  const weights = new Float64Array(texts.length);
  for (const [text, vector] of vectors.entries())
    for (const [i, term] of vector.terms.entries()) {
      if (starts[term] === starts[term + 1]) continue;
      const at = next[term] ?? 0;
      texts[at] = text;
      weights[at] = vector.weights[i] ?? 0;
      next[term] = at + 1;
    }
  return { starts, texts, weights };
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
 *
 * @param size above the number of every term.
 */
export function findNearest(
  vectors: readonly Vector[],
  size: number,
  { limit, least, most }: { limit: number; least: number; most: number },
): Near[][] {
  const { starts, texts, weights } = collectPostings(vectors, size, most);
  const scores = new Float64Array(vectors.length);
  const touched = new Int32Array(vectors.length);
  return vectors.map((vector, own) => {
    let count = 0;
    for (const [i, term] of vector.terms.entries()) {
      const weight = vector.weights[i] ?? 0;
      const end = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < end; at += 1) {
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
