import type { Field } from "./entry-file.ts";

/** A field of an entry, or its abstract. */
export type Part = Field | "body";

/** A part that an import writes anew. */
export interface PartChange {
  field: Part;
  before: unknown;
  after: unknown;
}

/** A part that stays as a person wrote it, though its source has it otherwise. */
export interface PartKept {
  field: Part;
  here: unknown;
  there: unknown;
  /** Whether the source has changed, too, since it was last imported. */
  isConflict: boolean;
}

/** What an import does, or would do, to one paper. */
export type Step =
  | { kind: "added"; key: string; title: string; topics: string[]; tags: string[] }
  | { kind: "updated"; key: string; title: string; changes: PartChange[] }
  | { kind: "kept"; key: string; title: string; file: string; parts: PartKept[] }
  | { kind: "removed"; key: string };
