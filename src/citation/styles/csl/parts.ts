/**
 * What the styles share: the frame of a style file in CSL 1.0.2 (https://docs.citationstyles.org) and its macros for
 * what Carrel knows of a paper. They are our own and cover its kinds: what stands in a journal, in proceedings or a book, alone, or in an archive.
 */

/** A style out of its macros and the layout of a bibliography's entry. */
export const style = (
  options: { id: string; title: string; bibliography: string },
  macros: string,
  layout: string,
): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>${options.title}</title><id>${options.id}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
${macros}
<citation><layout><text variable="citation-key"/></layout></citation>
<bibliography ${options.bibliography}><layout>${layout}</layout></bibliography>
</style>`;

export const macro = (name: string, content: string): string =>
  `<macro name="${name}">${content}</macro>`;

/** One of four, by the kind of paper: a book, thesis or report has who brought it out, unless a style says otherwise. */
export const byKind = (kinds: {
  journal: string;
  conference: string;
  preprint: string;
  alone?: string;
}): string =>
  `<choose><if type="article-journal">${kinds.journal}</if><else-if type="paper-conference chapter" match="any">${kinds.conference}</else-if><else-if type="book thesis report" match="any">${kinds.alone ?? PUBLISHER}</else-if><else>${kinds.preprint}</else></choose>`;

const PUBLISHER = `<text variable="publisher"/>`;

/** Pages: `5998–6008`. */
export const PAGES = `<text variable="page"/>`;

/** Pages with their label: `pp. 5998–6008`. */
export const LABELLED_PAGES = `<group delimiter=" "><label variable="page" form="short"/>${PAGES}</group>`;

/** Volume and issue: `12(3)`. */
export const VOLUME = `<group><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>`;

/** The DOI's address, else the paper's; `before` says what stands there. */
export const link = (before = { doi: "https://doi.org/", url: "" }): string =>
  `<choose><if variable="DOI"><text variable="DOI" prefix="${before.doi}"/></if><else><text variable="URL" prefix="${before.url}"/></else></choose>`;

/** Single quotation marks, and a comma after them. */
export const BRITISH_QUOTES = `<locale><style-options punctuation-in-quote="false"/><terms><term name="open-quote">‘</term><term name="close-quote">’</term><term name="open-inner-quote">“</term><term name="close-inner-quote">”</term></terms></locale>`;

/** A conference where its year stands apart: `ICLR` of `ICLR 2025`. */
export const SERIES = `<text variable="collection-title"/>`;

export const YEAR = `<date variable="issued"><date-part name="year"/></date>`;

/** Year, or `n.d.`. */
export const yearOr = (none: string): string =>
  `<choose><if variable="issued">${YEAR}</if><else><text value="${none}"/></else></choose>`;
