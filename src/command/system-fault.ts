/** What the system answers when a file cannot be had, as people say it, and how to mend it. */
const FAULTS: Readonly<Record<string, { words: string; hint: string }>> = {
  ENOENT: { words: "there is nothing of that name", hint: "check the path" },
  EISDIR: { words: "it is a folder, not a file", hint: "name a file in it" },
  ENOTDIR: {
    words: "what should be a folder on its path is a file",
    hint: "check the path",
  },
  EACCES: { words: "its permissions do not let you", hint: "change them, or run it as its owner" },
  EPERM: { words: "its permissions do not let you", hint: "change them, or run it as its owner" },
  EROFS: { words: "it is on a disk that is read-only", hint: "use a folder on another disk" },
  ENOSPC: { words: "there is no room left on the disk", hint: "make room and run it again" },
  EDQUOT: { words: "your quota of the disk is used up", hint: "make room and run it again" },
  ENAMETOOLONG: { words: "its name is too long", hint: "use a shorter path" },
  ELOOP: { words: "links on its path lead in a circle", hint: "check the path" },
  EMFILE: { words: "too many files are open", hint: "raise `ulimit -n`" },
};

/** A fault of the system's in words. */
export interface SystemFault {
  code: string;
  /** What is wrong, as the end of a sentence about the file. */
  words: string;
  hint: string;
  /** The file, where the system names it. */
  path?: string;
}

/** The system's fault behind an error; undefined where it is another kind of error, which is ours. */
export function systemFault(error: unknown): SystemFault | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  const code = String(error.code);
  const { words, hint } = FAULTS[code] ?? { words: `the system says ${code}`, hint: "check it" };
  const path = "path" in error && typeof error.path === "string" ? { path: error.path } : {};
  return { code, words, hint, ...path };
}

/** A fault of the system's in a line; undefined where an error is none, and its stack is of use. */
export function tellFault(error: unknown, display: (path: string) => string): string | undefined {
  const fault = systemFault(error);
  if (!fault) return undefined;
  const place = fault.path === undefined ? "" : `${display(fault.path)}: `;
  return `${place}${fault.words} (${fault.code}); ${fault.hint}`;
}
