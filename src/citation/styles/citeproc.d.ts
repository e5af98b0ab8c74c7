/** The part of citeproc-js that is used here: https://citeproc-js.readthedocs.io. */
declare module "citeproc" {
  interface Sys {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }
  interface Engine {
    updateItems(ids: readonly string[]): void;
    setOutputFormat(format: "text" | "html"): void;
    makeBibliography(): [parameters: object, entries: string[]] | false;
  }
  const CSL: { Engine: new (sys: Sys, style: string, language?: string) => Engine };
  export default CSL;
}
