/** What the build and the engine agree on inside a record. */

/** The text of a paper without abstract: a letter that nobody types, for Pagefind drops records without words. */
export const NO_TEXT = "ǂ";

/** What stands between the names of a field. */
export const BETWEEN = "; ";

/** From this many papers on, papers near the matching ones count: in a small corpus that only blurs. */
export const NEIGHBOURS_FROM = 500;

/** Up to this many: the whole graph is read before the first answer, and grows with the corpus. */
export const NEIGHBOURS_UP_TO = 20_000;

/** Whether papers near the matching ones count in a corpus of so many. */
export const hasNeighbours = (papers: number): boolean =>
  papers >= NEIGHBOURS_FROM && papers <= NEIGHBOURS_UP_TO;

/** A paper's fragment of Pagefind's, named by its number: names that follow a rule weigh next to nothing. */
export const fragmentOf = (paper: number): string => `fragment/p_${paper.toString(36)}.pf_fragment`;

/**
 * From this many papers on, an index has word lists of its own beside Pagefind's: what every search needs of a word,
 * without the places that only phrases need. A smaller one is read as Pagefind wrote it.
 */
export const LARGE_FROM = 8_000;

/** Files of a large index that are chosen by a name's digest. */
export const NAME_FILES = 512;

const lettered = (folder: string) => (word: string) => {
  const first = word.charAt(0);
  return `${folder}/${/[a-z]/u.test(first) ? first : "others"}.gz`;
};

/** The file of a large corpus's words that begin as one does. */
export const vocabularyFile = lettered("vocabulary");

/** The file of its authors' names that begin as a word does. */
export const peopleFile = lettered("people");
