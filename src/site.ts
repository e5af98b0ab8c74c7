import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { fieldFault, fieldName } from "./paper/field-fault.ts";
import { didYouMean } from "./paper/nearest.ts";
import type { Problem } from "./paper/problem.ts";
import { formatProblem } from "./paper/problem.ts";
import type { SiteData } from "./paper/schema.ts";
import { siteSchema } from "./paper/schema.ts";
import { createUrls } from "./urls.ts";

/** The only reader of settings and environment. Never imported by what runs in a browser. */

const env = process.env;

/** The project's folder, from npm or from this file: a bundled copy of this file stands elsewhere. */
const projectDir = resolve(env["npm_config_local_prefix"] ?? process.cwd());

/** Where the person stands who calls a command: npm runs it in the project's folder. */
export const callerDir = env["INIT_CWD"] ?? process.cwd();

/** Whether npm took an option of a command of ours for one of its own: it did not find `--` before it. */
export const isKeptByNpm = (script: string, option: string): boolean =>
  env["npm_lifecycle_event"] === script &&
  env[`npm_config_${option.replaceAll("-", "_")}`] === "true";

/** A folder that the environment names. An empty name is none: a script's variable that was never set. */
const folder = (name: string, usual: string) => {
  const given = env[name] ?? "";
  return resolve(projectDir, given === "" ? usual : given);
};

const contentDir = folder("CONTENT_DIR", "content") + sep;

/** Ends a command whose settings are no good: none of it could go on. */
function refuse(fault: string): never {
  console.error(fault);
  process.exit(1);
}

/** Settings as a text has them, or what is wrong with it. */
export function parseSettings(text: string, file: string): SiteData | Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = (line: number, message: string, hint: string): Problem => ({
    code: "bad-site",
    severity: "error",
    source: file,
    line,
    message,
    hint,
  });
  if (document.errors.length > 0)
    return document.errors.map(({ pos: [from], message }) =>
      problem(
        lines.linePos(from).line,
        message.split("\n")[0] ?? "is no YAML",
        "put the value in double quotes if it holds a colon, a hash or a quote",
      ),
    );
  const data: unknown = document.toJS() ?? {};
  const parsed = siteSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const rows = text.split(/\r?\n/u);
  const lineOf = (field: string) => rows.findIndex((row) => row.startsWith(`${field}:`)) + 1 || 1;
  return parsed.error.issues.flatMap((issue) => {
    const manual = "The settings are described in src/paper/schema.ts";
    if (issue.code !== "unrecognized_keys")
      return [
        problem(
          lineOf(String(issue.path[0])),
          `${fieldName(issue.path) || "the file"} ${fieldFault(issue, data)}`,
          manual,
        ),
      ];
    return issue.keys.map((key) => {
      const guess = didYouMean(key, Object.keys(siteSchema.shape));
      return problem(lineOf(key), `setting "${key}" is unknown`, guess + manual);
    });
  });
}

function readSettings(): SiteData {
  const file = resolve(contentDir, "site.yaml");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const settings = parseSettings(text, displayPath(file));
  return Array.isArray(settings) ? refuse(settings.map(formatProblem).join("\n")) : settings;
}

/** One checkout serves many corpora: each keeps what was read of it apart, so that none empties another's cache. */
const cacheName = createHash("sha256").update(contentDir).digest("hex").slice(0, 12);

const outDir = folder("OUT_DIR", "dist");
const cacheDir = resolve(projectDir, ".cache", cacheName);

/** The disk of a folder, or of the nearest above it that is there. */
function diskOf(folder: string): number {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.dev ?? diskOf(dirname(folder));
}

/**
 * An output outside of the project's folder may have to be built inside and carried over. Astro takes every path that
 * begins with the project's for one inside it, `/srv/carrel-out` beside `/srv/carrel` too, and then cannot find its
 * packages from there; and it moves files from the project into the output, which it cannot from one disk to another.
 */
const isCarried =
  !outDir.startsWith(projectDir + sep) &&
  (outDir.startsWith(projectDir) || diskOf(outDir) !== diskOf(projectDir));

const withSlashes = (path: string) =>
  `/${path.replace(/^\/+|\/+$/gu, "")}/`.replace(/^\/\/$/u, "/");

const base = withSlashes(env["BASE_PATH"] ?? "/");

/** Why nothing can be built here, in a line; undefined where it can. */
function findPlaceFault(): string | undefined {
  const odd = [projectDir, contentDir].find((path) => /[#%?]/u.test(path));
  if (odd !== undefined)
    return `${odd}: Astro reads a #, a % and a ? in the name of a folder as parts of an address. Name the folder without them.`;
  if ((env["CONTENT_DIR"] ?? "") === "" || existsSync(contentDir)) return undefined;
  return `${displayPath(contentDir)} is not there: \`npm run import\` makes it, or CONTENT_DIR is misspelt.`;
}

/** Where the site will stand: scheme and host. */
function readOrigin(): string {
  const text = env["SITE_URL"] ?? "";
  const { protocol, origin, pathname } = URL.parse(text || "http://localhost:4321") ?? {};
  if (origin === undefined || !/^https?:$/u.test(protocol ?? ""))
    return refuse(`SITE_URL=${text} is no web address: write it as https://example.org`);
  const path = withSlashes(pathname ?? "");
  if (path !== "/" && path !== base)
    return refuse(
      `SITE_URL=${text} has a path, which BASE_PATH says: write SITE_URL=${origin} BASE_PATH=${path}`,
    );
  return origin;
}
const origin = readOrigin();

/** `2/4`: this build draws the second of four parts of the papers' and authors' pages; the first has all the rest too. */
function readShard(): { place: number; of: number } | undefined {
  const text = env["SHARD"] ?? "";
  if (text === "") return undefined;
  const [, part = "", of = ""] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? [];
  if (Number(part) >= 1 && Number(part) <= Number(of))
    return { place: Number(part) - 1, of: Number(of) };
  return refuse(`SHARD=${text} is no part of a whole: write SHARD=1/4 to SHARD=4/4.`);
}

/** Seconds since 1970 that stand for now, where the same input has to give the same bytes. */
const sourceDate = /^\d{1,12}$/u.test(env["SOURCE_DATE_EPOCH"] ?? "")
  ? new Date(Number(env["SOURCE_DATE_EPOCH"]) * 1000)
  : undefined;

/** Settings of the site that is being built: `content/site.yaml` and the environment. */
export const site = {
  ...readSettings(),
  projectDir,
  /** Absolute, with a trailing separator. */
  contentDir,
  /** Absolute. `OUT_DIR`, else `dist`. */
  outDir,
  /** Absolute: where the build writes before `outDir` has it; mostly the same. */
  buildDir: isCarried ? `${cacheDir}-out` : outDir,
  /** Absolute: what was read of this content folder in earlier builds. */
  cacheDir,
  /** Absolute: what an earlier build left, while another one takes from it what is still as it was. */
  previousDir: join(cacheDir, "previous"),
  base,
  origin,
  /** Why no site can be built, in a line; absent where one can. */
  placeFault: findPlaceFault(),
  /** Which part of the site is built, from 0; undefined where all of it is. */
  shard: readShard(),
  /** Only imports ask for the time: a build has none. */
  sourceDate,
  urls: createUrls(base, origin),
};

/** A path inside the project as a person would write it: relative where it can be. */
export function displayPath(path: string): string {
  const root = projectDir.endsWith(sep) ? projectDir : projectDir + sep;
  return path.startsWith(root) ? path.slice(root.length) : path;
}
