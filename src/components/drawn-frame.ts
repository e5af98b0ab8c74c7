/**
 * What stands around every page, as it was drawn, by what it differs in: drawn anew for each it takes a sixth of the
 * time of a page. Not while the site is worked on.
 */
export const drawnFrame = new Map<string, string>();
