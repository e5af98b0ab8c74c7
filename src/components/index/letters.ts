/** Above this many authors the index is one page a letter. */
export const ONE_PAGE = 1000;

/** Authors under the first letter of their family name, letters in order, other scripts last. */
export function byLetter<Author extends { letter: string }>(
  authors: readonly Author[],
): { letter: string; authors: Author[] }[] {
  const groups = Map.groupBy(authors, ({ letter }) => letter);
  return [...groups]
    .map(([letter, members]) => ({ letter, authors: members }))
    .sort((a, b) => rank(a.letter) - rank(b.letter));
}

const rank = (letter: string) => (letter === "#" ? Infinity : (letter.codePointAt(0) ?? Infinity));
