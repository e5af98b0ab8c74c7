import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { AstroIntegration } from "astro";

/** Where a build goes: absolute paths. */
interface Places {
  projectDir: string;
  contentDir: string;
  /** Where the site is wanted. */
  outDir: string;
  /** Where it is built; mostly the same. */
  buildDir: string;
  cacheDir: string;
  /** Where the earlier site stands while another one is built. */
  previousDir: string;
}

/** What every build, and none but a build, leaves in its output. */
const MARKS = ["_astro", ".prerender", ".shard", "sw.js"];

const within = (path: string, folder: string) => `${path}${sep}`.startsWith(folder + sep);

/**
 * Why a build cannot have a folder, in a line: it takes the place of all that is there. Undefined where it can.
 *
 * @param display a path as a person would write it.
 */
export function outFault(
  { projectDir, contentDir, outDir }: Pick<Places, "projectDir" | "contentDir" | "outDir">,
  display: (path: string) => string,
): string | undefined {
  const mend =
    "OUT_DIR names the folder of the built site: give it one of its own, or leave it out for `dist`.";
  const refuse = (why: string) => `${display(outDir)} ${why}. ${mend}`;
  for (const [folder, name] of [
    [projectDir, "project"],
    [contentDir.replace(/[\\/]$/u, ""), "content"],
  ] as const)
    if (within(folder, outDir))
      return refuse(`has the ${name} in it, and a build takes the place of all that is there`);
  const found = statSync(outDir, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isDirectory()) return refuse("is a file, and a site is a folder");
  const names = readdirSync(outDir);
  const others = names.filter(
    (name) => !name.startsWith(".") && name !== "CNAME" && name !== "lost+found",
  );
  if (others.length === 0 || MARKS.some((name) => names.includes(name))) return undefined;
  return refuse(
    `has files that no build has left (${others.slice(0, 3).join(", ")}), and a build takes the place of all that is there`,
  );
}

/**
 * Puts a finished site where it is wanted, in place of what is there. The folder itself stays, for it may be a disk of its
 * own, and so does a repository in it.
 *
 * @param from absolute; gone afterwards.
 * @param to absolute; made where it is not there.
 */
export function carryOver(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to))
    if (name !== ".git") rmSync(join(to, name), { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  rmSync(from, { recursive: true });
}

/** Deletes what is left of an earlier build, in a process of its own. */
function forget({ previousDir, cacheDir }: Places): void {
  if (!existsSync(previousDir)) return;
  const old = join(cacheDir, `old-${String(process.pid)}-${String(Math.round(performance.now()))}`);
  renameSync(previousDir, old);
  const remove = "fs.rmSync(process.argv[1], { recursive: true, force: true })";
  spawn(process.execPath, ["-e", remove, old], { detached: true, stdio: "ignore" }).unref();
}

/** Moves what an earlier build left out of the way: pages that are as they were are taken from there. */
function clear(places: Places): boolean {
  const { buildDir, cacheDir, previousDir } = places;
  // A repository in it stays, as Astro leaves it.
  if (!existsSync(buildDir) || existsSync(join(buildDir, ".git"))) return false;
  try {
    forget(places);
    mkdirSync(cacheDir, { recursive: true });
    renameSync(buildDir, previousDir);
    return true;
  } catch {
    return false; // On another disk, or not ours to move: Astro empties it.
  }
}

/** Puts the earlier site back, where a build has failed or was stopped. */
function restore({ buildDir, previousDir }: Places): void {
  rmSync(buildDir, { recursive: true, force: true });
  renameSync(previousDir, buildDir);
}

/**
 * Makes room for a build, and carries the finished one to where it is wanted. The earlier site comes back where there is
 * no finished one.
 */
export function deliver(places: Places): AstroIntegration {
  let isMoved = false;
  return {
    name: "carrel-deliver",
    hooks: {
      "astro:build:start": () => {
        isMoved = clear(places);
        process.once("exit", () => {
          if (isMoved) restore(places);
        });
        for (const [signal, code] of [
          ["SIGINT", 130],
          ["SIGTERM", 143],
        ] as const)
          process.once(signal, () => process.exit(code));
      },
      "astro:build:done": () => {
        isMoved = false;
        forget(places);
        if (places.buildDir !== places.outDir) carryOver(places.buildDir, places.outDir);
      },
    },
  };
}
