/** Styles that a reference can be written in, as people choose among them. */
export const STYLE_NAMES = {
  apa: "APA",
  mla: "MLA",
  chicago: "Chicago",
  harvard: "Harvard",
  ieee: "IEEE",
  acm: "ACM",
  vancouver: "Vancouver",
  nature: "Nature",
} as const;

export type StyleName = keyof typeof STYLE_NAMES;

export const isStyle = (name: string): name is StyleName => Object.hasOwn(STYLE_NAMES, name);
