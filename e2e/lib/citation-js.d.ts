/** The part of Citation.js that the tests use. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(source: string);
    data: unknown[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
