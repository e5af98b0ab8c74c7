import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { systemFault } from "./system-fault.ts";

/** What a command does with a folder. */
export type Use = "read" | "write";

const MEND = "CONTENT_DIR names the content folder: mend it there, or leave it out for `content`";

/** The folder itself or, where it is not there yet, the nearest above it that is; throws what the system answers. */
async function present(folder: string): Promise<{ path: string; isFolder: boolean }> {
  for (let path = resolve(folder); ; path = dirname(path)) {
    try {
      return { path, isFolder: (await stat(path)).isDirectory() };
    } catch (error) {
      const code = systemFault(error)?.code;
      if ((code !== "ENOENT" && code !== "ENOTDIR") || dirname(path) === path) throw error;
    }
  }
}

/** Why a command cannot use a content folder, in a line; undefined where it can, also one that it has yet to make. */
export async function folderFault(
  folder: string,
  use: Use,
  display: (path: string) => string,
): Promise<string | undefined> {
  const shown = display(resolve(folder));
  try {
    const { path, isFolder } = await present(folder);
    if (!isFolder)
      return path === resolve(folder)
        ? `${shown} is a file, not a content folder. ${MEND}.`
        : `${shown} cannot be a content folder: ${display(path)} is a file. ${MEND}.`;
    if (path === resolve(folder)) await access(path, constants.R_OK | constants.X_OK);
    if (use === "write") await access(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const fault = systemFault(error);
    if (!fault) throw error;
    const verb = use === "write" ? "written" : "read";
    return `${shown} cannot be ${verb}: ${fault.words} (${fault.code}); ${fault.hint}. ${MEND}.`;
  }
}

/** Whether there is anything at a path. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
