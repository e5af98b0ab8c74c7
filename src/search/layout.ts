/** What the build and the engine agree on inside a record. */

/** The text of a paper without abstract: a letter that nobody types, for Pagefind drops records without words. */
export const NO_TEXT = "ǂ";

/** What stands between the names of a field. */
export const BETWEEN = "; ";

/** From this many papers on, papers near the matching ones count: in a small corpus that only blurs. */
export const NEIGHBOURS_FROM = 500;

/** A paper's fragment of Pagefind's, named by its number: names that follow a rule weigh next to nothing. */
export const fragmentOf = (paper: number): string => `fragment/p_${paper.toString(36)}.pf_fragment`;
