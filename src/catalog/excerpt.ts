/** How much of an abstract a row shows before its two lines are full on the widest screen. */
const LENGTH = 240;

/** The start of an abstract, whole words, for rows and descriptions: at most 240 characters and an ellipsis. */
export function makeExcerpt(text: string, length = LENGTH): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  // A word longer than the whole excerpt is cut where no surrogate pair is torn.
  const end =
    space > length / 2 ? space : length - (/[\uD800-\uDBFF]/u.test(cut[length - 1] ?? "") ? 1 : 0);
  return `${line.slice(0, end).replace(/[\s,;:–—-]+$/u, "")}…`;
}
