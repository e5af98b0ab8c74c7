/** Where a journal's name ends and volume, pages or place begin. */
const END =
  /\s*(?:[,;(]|\bvol(?:ume|\.)?\s|\bno\.?\s|\bpp?\.?\s*\d|\b(?:v|V)\.?\s*\d|\bissue\s|\bpages?\s|:\s|[A-Z]?\d)/u;

/** `Proceedings of the 37th …`: a number that belongs to the name. */
const ORDINAL = /\d+(?:st|nd|rd|th)\b/u;

/**
 * The journal and the year in arXiv's free `journal_ref`: `Phys.Rev.D76:013009,2007`, `ICML 2020, PMLR 119`,
 * `J. Phys. A 42 (2009) 1234`. Undefined where no name can be told from numbers.
 */
export function readJournalRef(text: string): { venue?: string; year?: number } {
  const years = [...text.matchAll(/(?<![\d.:/-])(?:19|20)\d{2}(?![\d/]|-\d)/gu)].map(([year]) =>
    Number(year),
  );
  const year = years.at(-1);
  const hidden = text.replace(ORDINAL, (word) => word.replace(/\d/gu, "\u0001"));
  const start = /^\s*(?:in:?\s+)?/iu.exec(hidden)?.[0].length ?? 0;
  // A year in front, `2020 IEEE Conference on …`, is none of the name either.
  const lead = /^(?:19|20)\d{2}\s+/u.exec(hidden.slice(start))?.[0].length ?? 0;
  const from = start + lead;
  const end = END.exec(hidden.slice(from))?.index ?? hidden.length - from;
  const venue = text
    .slice(from, from + end)
    .replace(/[\s.:'’-]+$/u, (tail) => (tail.startsWith(".") ? "." : ""))
    .trim();
  return {
    ...(/\p{L}{2}/u.test(venue) ? { venue } : {}),
    ...(year === undefined ? {} : { year }),
  };
}
