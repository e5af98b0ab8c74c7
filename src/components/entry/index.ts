import Note from "./Note.astro";

/** Components that an MDX entry may use, by the name it uses them by. */
export const entryComponents = { Note };
