import { hash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What makes a paper out of an entry: these rooms, and the packages that they use. */
const MAKERS = ["src/loader", "src/paper", "src/urls.ts", "package-lock.json"];

/** A digest of everything beside an entry's source that decides what is made of it. */
export function stampOf(projectDir: string, base: string): string {
  const files = MAKERS.flatMap((name) => {
    if (/\.\w+$/u.test(name)) return [name];
    const inside = readdirSync(join(projectDir, name), { recursive: true, withFileTypes: true });
    return inside
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(projectDir.length + 1))
      .sort();
  });
  const digests = files.map((file) => {
    try {
      return hash("sha256", readFileSync(join(projectDir, file)));
    } catch {
      return ""; // Installed without a lock file.
    }
  });
  return hash("sha256", [process.version, base, ...digests].join("\n"));
}
