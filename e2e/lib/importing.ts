import { execFile } from "node:child_process";
import type { ImportReport } from "../../src/importer/run.ts";
import { projectDir } from "./stage.ts";

/** What an import said, and how it ended. */
export interface Import {
  report: ImportReport;
  code: number;
}

/** Runs `npm run import -- … --json` into a content folder, as people do. */
export function importInto(contentDir: string, ...args: string[]): Promise<Import> {
  return new Promise((resolve, reject) => {
    execFile(
      "npm",
      ["run", "--silent", "import", "--", ...args, "--json"],
      { cwd: projectDir, env: { ...process.env, CONTENT_DIR: contentDir }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        try {
          const code = typeof error?.code === "number" ? error.code : 0;
          resolve({ report: JSON.parse(stdout) as ImportReport, code });
        } catch {
          reject(new Error(`the import printed no report: ${stderr}`));
        }
      },
    );
  });
}
