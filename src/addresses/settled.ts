import { readFileSync } from "node:fs";
import { join } from "node:path";
import { displayPath } from "../site.ts";
import { formatProblem } from "../paper/problem.ts";
import type { Moved } from "./moved.ts";
import { MOVED, readMoved } from "./moved.ts";

/** A file of the content folder; empty where there is none. */
export function readOptional(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** What `moved.yaml` of a content folder settles. Throws with file and line where it cannot be read. */
export function readSettled(contentDir: string): Moved[] {
  const file = join(contentDir, MOVED);
  const { moved, problems } = readMoved(readOptional(file), displayPath(file));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  return moved;
}
