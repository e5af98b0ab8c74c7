/** Edits (insert, delete, replace, swap) from one word to another, or more than `most`: optimal string alignment. */
export function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    const least = Math.min(...row, ...last);
    before = last;
    last = row;
    // A letter that changed places takes what it costs from two rows above.
    if (least > most) return most + 1;
  }
  return last[b.length] ?? 0;
}

/** The known name that was probably meant: the nearest within a third of its length. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    const edits = countEdits(name, candidate, least - 1);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** The beginning of a hint for an unknown name: the question whether the nearest known one was meant, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? "" : `did you mean "${near}"? `;
}
