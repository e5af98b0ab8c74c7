/** How good a list of results is, given which papers are right. */
export interface Measures {
  /** Normalised discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002). */
  ndcg10: number;
  /** Share of the right papers among the first hundred. */
  recall100: number;
  /** One over the place of the first right paper among the first ten, else 0. */
  mrr10: number;
}

const gain = (grades: readonly number[]) =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);

/** Measures one list of paper ids, best first. */
export function measure(ids: readonly string[], right: ReadonlyMap<string, number>): Measures {
  const grades = ids.map((id) => Math.max(0, right.get(id) ?? 0));
  const ideal = [...right.values()].sort((a, b) => b - a);
  const wanted = ideal.filter((grade) => grade > 0).length;
  const first = grades.slice(0, 10).findIndex((grade) => grade > 0);
  return {
    ndcg10: gain(ideal) === 0 ? 0 : gain(grades) / gain(ideal),
    recall100: wanted === 0 ? 0 : grades.slice(0, 100).filter((grade) => grade > 0).length / wanted,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** The value below which a share of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
