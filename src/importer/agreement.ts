/** Right, suggested and decided labels of one paper, or of one label over all papers. */
export interface Count {
  right: number;
  suggested: number;
  decided: number;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "  –  " : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;

/** Counts agreement by label, so that rare labels can weigh as much as frequent ones. */
export function countLabels(
  papers: readonly { suggested: readonly string[]; decided: readonly string[] }[],
): Map<string, Count> {
  const counts = new Map<string, Count>();
  const of = (label: string) => {
    const count = counts.get(label) ?? { right: 0, suggested: 0, decided: 0 };
    counts.set(label, count);
    return count;
  };
  for (const { suggested, decided } of papers) {
    for (const label of suggested) {
      of(label).suggested += 1;
      if (decided.includes(label)) of(label).right += 1;
    }
    for (const label of decided) of(label).decided += 1;
  }
  return counts;
}

/** Precision and recall in two lines: over all labels, and as the mean of labels. */
export function formatAgreement(name: string, counts: ReadonlyMap<string, Count>): string[] {
  const all = [...counts.values()];
  const sum = (field: keyof Count) => all.reduce((total, count) => total + count[field], 0);
  const mean = (part: (count: Count) => number, whole: (count: Count) => number) => {
    const met = all.filter((count) => whole(count) > 0);
    return percent(
      met.reduce((total, c) => total + part(c) / whole(c), 0),
      met.length,
    );
  };
  const right = (count: Count) => count.right;
  return [
    `${name}: micro precision ${percent(sum("right"), sum("suggested"))}, recall ${percent(sum("right"), sum("decided"))}`,
    `${" ".repeat(name.length)}  macro precision ${mean(right, (c) => c.suggested)}, recall ${mean(right, (c) => c.decided)}`,
  ];
}
