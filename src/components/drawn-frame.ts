/**
 * What stands around every page, as it was drawn, by what it differs in: it is the same for thousands of pages. Not
 * while the site is worked on.
 */
export const drawnFrame = new Map<string, string>();
