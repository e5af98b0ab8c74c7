import type { Progress } from "../../library/saved.ts";

/** What the list calls how far a reader has come. */
export const PROGRESS_NAMES: Readonly<Record<Progress, string>> = {
  "to-read": "To read",
  reading: "Reading",
  read: "Read",
};
