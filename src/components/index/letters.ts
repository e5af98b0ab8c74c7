/** Above this many authors the index is one page a letter; a letter with more has several. */
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

/** What each part of a sorted list of `size` authors a part is called: the start of its first name, and of its last. */
export function stretchesOf(authors: readonly { sortName: string }[], size: number): string[] {
  const start = (author?: { sortName: string }) => {
    const [first = "", ...rest] = author?.sortName ?? "";
    return (
      first.toLocaleUpperCase("en") +
      rest
        .slice(0, SHOWN - 1)
        .join("")
        .replace(/[\s,].*$/u, "")
    );
  };
  return Array.from({ length: Math.ceil(authors.length / size) }, (_, part) => {
    const [from, to] = [
      authors[part * size],
      authors[Math.min(authors.length, (part + 1) * size) - 1],
    ];
    return start(from) === start(to)
      ? `${start(from)} ${String(part + 1)}`
      : `${start(from)}–${start(to)}`;
  });
}

/** Letters of a name that tell where it stands. */
const SHOWN = 4;
