import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, presentBrowser } from "./lib/browser.ts";
import { BELOW, builtDir, isBuilt, outputDir, ROOT } from "./lib/builds.ts";
import { projectDir } from "./lib/stage.ts";

/** Serves what `npm test` has built; without that, what `npm run build` left in `dist`. */
const root = isBuilt(ROOT.name) ? builtDir(ROOT.name) : `${projectDir}dist`;
const port = Number(process.env["E2E_PORT"] ?? 4390);
const report = process.env["E2E_REPORT"];
const path = presentBrowser();

const serve = (dir: string, base: string, at: number) => ({
  command: `node e2e/lib/serve.ts "${dir}" ${base} ${String(at)}`,
  cwd: projectDir,
  url: `http://127.0.0.1:${String(at)}${base}`,
  // Two runs at once would test each other's site.
  reuseExistingServer: false,
});

const below = isBuilt(BELOW.name);
const desktop = devices["Desktop Chrome"];

export default defineConfig({
  testDir: ".",
  outputDir: `${outputDir}/results`,
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 60_000,
  reporter: [
    [process.env["CI"] === undefined ? "list" : "dot"],
    ...(report === undefined ? [] : [["json", { outputFile: report }] as const]),
  ],
  use: {
    ...desktop,
    // Service workers are tested where they are the subject; elsewhere they would hide the server.
    serviceWorkers: "block",
    launchOptions: { args: BROWSER_ARGS, ...(path === undefined ? {} : { executablePath: path }) },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "site", use: { baseURL: `http://127.0.0.1:${String(port)}/` } },
    ...(below
      ? [
          {
            name: "below a base path",
            testMatch: /below\.spec\.ts$/u,
            use: { baseURL: `http://127.0.0.1:${String(port + 1)}/carrel/` },
          },
        ]
      : []),
  ],
  webServer: [
    serve(root, "/", port),
    ...(below ? [serve(builtDir(BELOW.name), "/carrel/", port + 1)] : []),
  ],
});
