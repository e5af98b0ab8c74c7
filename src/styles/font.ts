import sourceSerif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";

/** The address of the one font file that every page needs: preloaded, so that it is there for the first line. */
export const readingFont = sourceSerif;
