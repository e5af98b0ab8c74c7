import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { BELOW, build, outputDir, ROOT } from "./lib/builds.ts";
import { provideBrowser } from "./lib/browser.ts";
import { prepareContent } from "./lib/content.ts";
import type { Conditions, Outcome } from "./lib/stage.ts";
import { runCommand } from "./lib/stage.ts";

/**
 * `npm test`: a browser, types, lint, unit tests, builds, end-to-end tests. A failed stage does not hide
 * what the next ones would say. The last line counts every test, and every other stage as one.
 */

interface Tally {
  passed: number;
  failed: number;
  skipped?: number;
}

interface Result extends Tally {
  name: string;
  seconds: number;
  reason?: string;
}

const results: Result[] = [];

/** Runs one stage. What a held one says is shown when it is done, so that it may run beside others. */
async function stage(
  name: string,
  run: () => Promise<Outcome>,
  { count, held = false }: { count?: () => Tally; held?: boolean } = {},
) {
  const title = `\n── ${name}`;
  if (!held) console.log(title);
  const outcome: Outcome = await run().catch((error: unknown) => ({
    ok: false,
    seconds: 0,
    reason: error instanceof Error ? error.message : String(error),
  }));
  const one = { passed: outcome.ok ? 1 : 0, failed: outcome.ok ? 0 : 1 };
  let tally: Tally = one;
  try {
    tally = count?.() ?? one;
  } catch {
    // It ended before it could write its report.
    tally = { passed: 0, failed: 1 };
  }
  // A runner that fails without a failed test (a crash, a time-out) is a failure too.
  if (!outcome.ok && tally.failed === 0) tally.failed = 1;
  if (held) console.log(`${title}\n${outcome.said ?? ""}`);
  results.push({ name, ...tally, ...outcome });
  return outcome.ok;
}

const unitReport = join(outputDir, "unit.tap");
const e2eReport = join(outputDir, "e2e.json");

/** Reads the tally that `node --test` writes at the end of its TAP report. */
function countUnitTests(): Tally {
  const tap = readFileSync(unitReport, "utf8");
  const figure = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, "mu").exec(tap)?.[1]);
  return {
    passed: figure("pass"),
    failed: figure("fail") + figure("cancelled"),
    skipped: figure("skipped"),
  };
}

function countEndToEndTests(): Tally {
  const { stats } = JSON.parse(readFileSync(e2eReport, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  // Only tests of workers have a second try (`RETRIES` in lib/offline.ts), and only one of them is trusted with it.
  const excused = Math.min(stats.flaky, 1);
  if (stats.flaky > 0) console.log(`${String(stats.flaky)} passed at the second try only`);
  return {
    passed: stats.expected + excused,
    failed: stats.unexpected + stats.flaky - excused,
    skipped: stats.skipped,
  };
}

const npm = (script: string, conditions: Conditions) => () =>
  runCommand("npm", ["run", "--silent", script], conditions);

rmSync(outputDir, { recursive: true, force: true });
mkdirSync(outputDir, { recursive: true });

await stage("browser", async () => {
  const started = performance.now();
  const path = await provideBrowser();
  process.env["CHROMIUM_PATH"] = path;
  console.log(path);
  return { ok: true, seconds: (performance.now() - started) / 1000 };
});
// Both need the types that Astro writes for the content; each keeps one core busy.
await stage("types of content", () => runCommand("npx", ["astro", "sync"], { limit: 200 }));
await Promise.all([
  stage("types", npm("check:types", { limit: 300, hold: true }), { held: true }),
  stage("lint", npm("lint", { limit: 300, hold: true }), { held: true }),
]);
await stage(
  "unit tests",
  () =>
    runCommand(
      "node",
      [
        ...["--test", `--test-concurrency=${String(availableParallelism())}`],
        ...["--test-reporter=dot", "--test-reporter-destination=stdout"],
        ...["--test-reporter=tap", `--test-reporter-destination=${unitReport}`],
        "src/**/*.test.ts",
      ],
      { limit: 400 },
    ),
  { count: countUnitTests },
);
await stage("content check", npm("check", { limit: 120 }));
const built = await stage("build", () => build(ROOT));
await stage("build below a base path", () => build(BELOW));
for (const made of await prepareContent()) await stage(`build of ${made.name}`, () => build(made));
if (built)
  await stage(
    "end-to-end tests",
    () =>
      runCommand("npx", ["playwright", "test", "-c", "e2e"], {
        env: { E2E_REPORT: e2eReport },
        limit: 800,
      }),
    { count: countEndToEndTests },
  );
else
  results.push({ name: "end-to-end tests", passed: 0, failed: 1, seconds: 0, reason: "no build" });

console.log("\n── in all");
for (const { name, passed, failed, skipped = 0, seconds, reason } of results) {
  const left = skipped > 0 ? `, ${String(skipped)} skipped` : "";
  const why = reason === undefined ? "" : `: ${reason}`;
  console.log(
    `${failed > 0 ? "✖" : "✔"} ${name}: ${String(passed)} passed, ${String(failed)} failed${left}` +
      ` (${seconds.toFixed(0)} s)${why}`,
  );
}
const sum = (key: "passed" | "failed") => results.reduce((total, each) => total + each[key], 0);
console.log(`\n${String(sum("passed"))} passed, ${String(sum("failed"))} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
