import { nearest } from "../paper/nearest.ts";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : "");

/** What is wrong with a command's arguments, in words, out of what `parseArgs` throws. */
export function wrongUse(error: unknown, options: Readonly<Record<string, unknown>>): string {
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  const named = /'([^']*)'/u.exec(message)?.[1] ?? "";
  // `-h, --help`, `--out <value>`
  const option = named.split(", ").at(-1)?.split(" ")[0] ?? "";
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION": {
      const meant = nearest(option.replace(/^-+/u, ""), Object.keys(options));
      return `there is no option ${option}${meant === undefined ? "" : `: did you mean --${meant}?`}`;
    }
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return message.includes("does not take")
        ? `${option} takes no value`
        : `${option} wants a value after it`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `"${named}" is one too many: this command takes options alone`;
    default:
      return message;
  }
}

/**
 * What to say where npm kept options for itself: without `--` before them, `npm run import x.bib --dry-run` calls the
 * command with the file alone, which would then write. Undefined where npm kept none.
 */
export function keptByNpm(
  script: string,
  options: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
  isKept: (script: string, option: string) => boolean,
): string | undefined {
  const kept = Object.keys(options)
    .filter((name) => given[name] === undefined || given[name] === false)
    .filter((name) => isKept(script, name))
    .map((name) => `--${name}`);
  if (kept.length === 0) return undefined;
  return `npm took ${kept.join(", ")} for itself, so nothing was done: options come after \`--\`, as in npm run ${script} -- ${kept.join(" ")}`;
}
