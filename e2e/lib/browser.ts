import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runCommand } from "./stage.ts";

/** Where systems put a Chromium; first the one without windows, which tests in half the time. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const isRoot = () => process.getuid?.() === 0;

/** What a browser starts with: nothing that goes out by itself. A sandbox needs another user than root. */
export const BROWSER_ARGS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(isRoot() ? ["--no-sandbox"] : []),
];

/** A file may be there and not run: a stub that wants a snap, a download without its libraries. */
async function runs(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const { ok } = await runCommand(path, ["--version", ...BROWSER_ARGS], { limit: 30, hold: true });
  return ok;
}

function places(): string[] {
  const asked = process.env["CHROMIUM_PATH"];
  return [...(asked === undefined ? [] : [asked]), chromium.executablePath(), ...PLACES];
}

/** The first browser that is there, untried: `CHROMIUM_PATH`, Playwright's, the system's. */
export const presentBrowser = (): string | undefined => places().find((path) => existsSync(path));

async function find(): Promise<string | undefined> {
  for (const path of places()) if (await runs(path)) return path;
  return undefined;
}

const byApt = (...packages: string[]): [string, string[], number][] => [
  ["apt-get", ["update", "-q"], 180],
  ["apt-get", ["install", "-qy", "--no-install-recommends", ...packages], 400],
];
const hasApt = () => isRoot() && existsSync("/usr/bin/apt-get");

/** Ways to a browser, tried in turn until one is there. */
const WAYS: readonly {
  name: string;
  when: () => boolean;
  commands: [string, string[], number][];
}[] = [
  {
    name: "Playwright's Chromium",
    when: () => true,
    commands: [["npx", ["playwright", "install", "chromium"], 180]],
  },
  {
    name: "the system's Chromium without windows, by apt",
    when: hasApt,
    commands: byApt("chromium-headless-shell", "fonts-dejavu"),
  },
  {
    name: "the system's Chromium, by apt",
    when: hasApt,
    commands: byApt("chromium", "fonts-dejavu"),
  },
  {
    name: "the libraries of Playwright's Chromium",
    when: () => isRoot() && existsSync(chromium.executablePath()),
    commands: [["npx", ["playwright", "install-deps", "chromium"], 400]],
  },
];

/**
 * The path of a Chromium that starts: the one that `CHROMIUM_PATH` names, Playwright's, the system's,
 * or one that it installs. Throws with what to do when there is no way.
 */
export async function provideBrowser(): Promise<string> {
  const found = await find();
  if (found !== undefined) return found;
  for (const way of WAYS.filter(({ when }) => when())) {
    console.log(`No browser yet: installing ${way.name}`);
    for (const [command, args, limit] of way.commands)
      await runCommand(command, args, { limit, env: { DEBIAN_FRONTEND: "noninteractive" } });
    const installed = await find();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "There is no Chromium here and none could be installed. Install Chromium or Chrome by the means " +
      "of your system, or set CHROMIUM_PATH to one, and run the tests again.",
  );
}
