import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemFault } from "../command/system-fault.ts";
import type { Problem } from "../paper/problem.ts";
import { displayPath } from "../site.ts";

/** Files of a folder that end so, sorted, so that every machine reads them in one order; none where there is no folder. */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(ending) && !name.startsWith(".")).sort();
}

/** How many files are read at once: enough to keep the disk busy, few enough for any limit on open files. */
const AT_ONCE = 64;

/** A file's text; where it has none that can be read, what is wrong with it and no text. */
export interface Text {
  source: string;
  problem?: Problem;
}

/** What a file that is no UTF-8 is told, and on which line. */
function encodingProblem(bytes: Buffer, file: string): Problem | undefined {
  const problem = (line: number, message: string): Problem => ({
    code: "bad-encoding",
    severity: "error",
    source: file,
    line,
    message,
    hint: "save it as UTF-8",
  });
  const [first, second] = bytes;
  // A mark of the order of bytes, or half of an ASCII character.
  if ((first ?? 0) + (second ?? 0) === 0xff + 0xfe || (first === 0) !== (second === 0))
    return problem(1, "is in UTF-16");
  if (isUtf8(bytes)) return undefined;
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf("\n", start);
    const row = bytes.subarray(start, end === -1 ? undefined : end);
    if (!isUtf8(row)) {
      const text = row.toString("utf8");
      const at = Math.max(0, text.indexOf("\uFFFD") - 20);
      return problem(line, `holds what is no UTF-8: "${text.slice(at, at + 40).trim()}"`);
    }
    if (end === -1) return undefined;
    start = end + 1;
  }
}

function decode(bytes: Buffer, file: string): Text {
  const problem = encodingProblem(bytes, file);
  return problem ? { source: "", problem } : { source: bytes.toString("utf8") };
}

/** A file that the system does not give; throws where the fault is not the file's. */
function refused(error: unknown, file: string): Text {
  const fault = systemFault(error);
  if (fault === undefined || fault.code === "EMFILE") throw error;
  const isLost = fault.code === "ENOENT" || fault.code === "ELOOP";
  return {
    source: "",
    problem: {
      code: "unreadable",
      severity: "error",
      source: file,
      message: isLost ? "is a link that leads to no file" : `cannot be read: ${fault.words}`,
      hint: "mend it, give it another name or take it out",
    },
  };
}

/** Reads a file. */
export function readText(path: string, file: string): Text {
  try {
    return decode(readFileSync(path), file);
  } catch (error) {
    return refused(error, file);
  }
}

/** Reads many files of a folder, a batch at a time, in order. */
export async function* readFiles(
  folder: string,
  names: readonly string[],
  display: (path: string) => string = displayPath,
): AsyncGenerator<{ name: string; path: string } & Text> {
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const batch = names.slice(start, start + AT_ONCE).map(async (name) => {
      const path = join(folder, name);
      const text = await readFile(path).then(
        (bytes) => decode(bytes, display(path)),
        (error: unknown) => refused(error, display(path)),
      );
      return { name, path, ...text };
    });
    yield* await Promise.all(batch);
  }
}
