import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tab } from "./tab.ts";
import { asText } from "./tab.ts";

/** WebKitGTK, driven by WebDriver: https://www.w3.org/TR/webdriver/ */

const PLACES = ["/usr/bin/WebKitWebDriver", "/usr/libexec/webkit2gtk-4.1/WebKitWebDriver"];

/** The driver that is here. It draws on a display; `xvfb-run` gives one where there is none. */
export const presentWebkit = (): string | undefined =>
  [process.env["WEBKIT_DRIVER_PATH"] ?? "", ...PLACES].find((path) => existsSync(path));

/** Whether it has where to draw. */
export const hasDisplay = (): boolean =>
  ["DISPLAY", "WAYLAND_DISPLAY"].some((name) => (process.env[name] ?? "") !== "");

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}

/** Sends commands to a driver. One that is still starting is asked again. */
async function call(url: string, method: string, body?: unknown): Promise<unknown> {
  const end = performance.now() + 10_000;
  for (;;) {
    const request = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await fetch(url, request).catch(() => undefined);
    if (answer) {
      const { value } = (await answer.json()) as { value: unknown };
      if (answer.ok) return value;
      const { error, message } = value as { error: string; message: string };
      throw new Error(`${method} ${url}: ${error}: ${message}`);
    }
    if (performance.now() > end) throw new Error(`No driver answers at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts WebKit with an empty home and opens a tab. Its protocol tells neither of faults nor of requests. */
export async function openWebkit(path: string): Promise<Tab> {
  const home = mkdtempSync(join(tmpdir(), "carrel-webkit-"));
  const port = await freePort();
  const driver = spawn(path, [`--port=${String(port)}`], {
    stdio: "ignore",
    env: { ...process.env, HOME: home },
  });
  const ended = new Promise((resolve) => driver.once("exit", resolve));
  const root = `http://127.0.0.1:${String(port)}/session`;
  const { sessionId } = (await call(root, "POST", { capabilities: { alwaysMatch: {} } })) as {
    sessionId: string;
  };
  const session = `${root}/${sessionId}`;
  const post = (command: string, body: unknown = {}) => call(`${session}/${command}`, "POST", body);
  await post("window/rect", { width: 1280, height: 900 });
  return {
    open: async (url) => {
      await post("url", { url });
    },
    back: async () => {
      await post("back");
    },
    reload: async () => {
      await post("refresh");
    },
    evaluate: async (run, ...args) => {
      const script = `return (${asText(run)})(arguments[0])`;
      return JSON.parse(
        (await post("execute/sync", { script, args: [JSON.stringify(args)] })) as string,
      ) as never;
    },
    act: async (actions) => {
      await post("actions", { actions });
    },
    close: async () => {
      await call(session, "DELETE");
      driver.kill();
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
