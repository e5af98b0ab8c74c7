/** An item of CSL-JSON (schema 1.0.2); its fields are citeproc's to read. */
export interface CslItem {
  id: string;
  [field: string]: unknown;
}
