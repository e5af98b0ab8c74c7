/**
 * A sorted list of words with numbers, each word as the letters that it shares with the one before
 * and the rest: a third of the bytes, read at a glance. One line a word: shared letters in base 36,
 * rest, and the number where it is not 1 or where the rest has a space: a phrase.
 */
export function writeFrontCoded(words: readonly (readonly [string, number])[]): string {
  let before = "";
  return words
    .map(([word, number]) => {
      let shared = 0;
      while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared += 1;
      before = word;
      const rest = word.slice(shared);
      const isPlain = number === 1 && !rest.includes(" ");
      return `${shared.toString(36)}${rest}${isPlain ? "" : ` ${String(number)}`}`;
    })
    .join("\n");
}

/** The list that {@link writeFrontCoded} wrote. */
export function readFrontCoded(text: string): [word: string, number: number][] {
  let before = "";
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const end = line.lastIndexOf(" ");
    const rest = end < 0 ? line.slice(1) : line.slice(1, end);
    before = before.slice(0, parseInt(line[0] ?? "0", 36)) + rest;
    return [before, end < 0 ? 1 : Number(line.slice(end + 1))];
  });
}
