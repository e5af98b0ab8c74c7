import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./stage.ts";
import { projectDir, runCommand } from "./stage.ts";

/** What the tests make, and git does not see. */
export const outputDir = join(projectDir, "e2e", ".output");

/** Where a build of a name stands. */
export const builtDir = (name: string) => join(outputDir, name);

/** The origin that tested builds believe to be at: absolute addresses in them begin with it. */
export const ORIGIN = "https://carrel.example";

/** A build for the tests. */
export interface Build {
  name: string;
  /** `/` where it is left out. */
  base?: string;
  /** The project's content where it is left out. */
  contentDir?: string;
  /** `1/2` for the first of two parts. */
  shard?: string;
  /** What else stands in its environment. */
  env?: Readonly<Record<string, string>>;
}

/** The site, and the same below a base path. */
export const ROOT: Build = { name: "site" };
export const BELOW: Build = { name: "site-below", base: "/carrel/" };

/** What Astro says of each of a thousand pages. */
const ROUTE = /[├└▶]|^\s*$/u;

/** Builds a site with its index into `e2e/.output/<name>`. */
export function build({ name, base = "/", contentDir, shard, env: more }: Build): Promise<Outcome> {
  const env = {
    ...more,
    SITE_URL: ORIGIN,
    BASE_PATH: base,
    OUT_DIR: builtDir(name),
    ASTRO_TELEMETRY_DISABLED: "1",
    ...(contentDir === undefined ? {} : { CONTENT_DIR: contentDir }),
    ...(shard === undefined ? {} : { SHARD: shard }),
  };
  return runCommand("npm", ["run", "--silent", "build"], { env, limit: 300, hide: ROUTE });
}

/** Whether a build is there: some tests speak of builds that only `npm test` makes. */
export const isBuilt = (name: string) => existsSync(join(builtDir(name), "index.html"));
