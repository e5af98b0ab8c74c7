const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A test whether a text has all the words that were typed, each anywhere, accents and case aside. */
export function matcher(typed: string): (text: string) => boolean {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  return (text) => {
    const folded = plain(text);
    return words.every((word) => folded.includes(word));
  };
}
