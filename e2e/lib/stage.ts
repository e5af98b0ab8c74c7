import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** What came of a command. */
export interface Outcome {
  ok: boolean;
  /** Seconds. */
  seconds: number;
  /** Why it is not ok, in words. */
  reason?: string;
  /** What it said, where that was held back. */
  said?: string;
}

/** What a command runs with, beside the environment that is there. */
export interface Conditions {
  env?: Readonly<Record<string, string>>;
  /** Seconds after which it is ended and counts as failed. */
  limit?: number;
  /** Shows nothing: what the command says is in the outcome. For commands that run beside each other. */
  hold?: boolean;
  /** Lines of its output that nobody wants to read. */
  hide?: RegExp;
}

/** Runs a command of the project and shows what it says. Never throws: what goes wrong is in the outcome. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, limit = 600, hold = false, hide }: Conditions = {},
): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectDir,
      env: { ...process.env, ...env },
      stdio: ["ignore", hold || hide ? "pipe" : "inherit", hold ? "pipe" : "inherit"],
    });
    let said = "";
    if (hold)
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
    else if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (!hide?.test(line)) console.log(line);
      });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, limit * 1000);
    const end = (reason?: string) => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      const outcome = { seconds, ...(hold ? { said } : {}) };
      resolve(reason === undefined ? { ok: true, ...outcome } : { ok: false, reason, ...outcome });
    };
    child.on("error", (error) => {
      end(error.message);
    });
    // What it began may hold its streams open for as long as it likes.
    child.on("exit", () => {
      if (late) end(`took longer than ${String(limit)} s`);
    });
    child.on("close", (code, signal) => {
      if (late) return;
      if (code === 0) end();
      else end(`${command} ended with ${String(code ?? signal)}`);
    });
  });
}
