import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Tab } from "./tab.ts";
import { asText } from "./tab.ts";

/** Firefox, driven by WebDriver BiDi, which it speaks by itself: https://w3c.github.io/webdriver-bidi/ */

const PLACES = [
  "/usr/bin/firefox",
  "/usr/bin/firefox-esr",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** The Firefox that is here: the one that `FIREFOX_PATH` names, or the system's. */
export const presentFirefox = (): string | undefined =>
  [process.env["FIREFOX_PATH"] ?? "", ...PLACES].find((path) => existsSync(path));

/** What a profile of its own is set to: nothing goes out by itself, and downloads ask no question. */
const settings = (downloads: string) => ({
  "app.update.disabledForTesting": true,
  "browser.download.dir": downloads,
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.systemAddon.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.server": "",
});

type Message = Readonly<Record<string, unknown>>;

/** One connection: commands are numbered, answers come in any order, events between them. */
function connect(socket: WebSocket, hear: (event: string, params: Message) => void) {
  let newest = 0;
  const waiting = new Map<number, (answer: Message) => void>();
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as Message & { id?: number; method?: string };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method !== undefined) hear(message.method, message["params"] as Message);
  });
  return async (method: string, params: Message = {}): Promise<Message> => {
    const id = (newest += 1);
    const answer = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer["type"] === "error") throw new Error(`${method}: ${String(answer["message"])}`);
    return answer["result"] as Message;
  };
}

/** The address that a starting Firefox says it listens at. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stderr } = process;
    if (stderr === null) throw new Error("Firefox was started without a way to hear it.");
    createInterface({ input: stderr }).on("line", (line) => {
      const [, address] = /WebDriver BiDi listening on (\S+)/u.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    process.once("error", reject);
    process.once("exit", (code) => {
      reject(new Error(`Firefox ended with ${String(code)} before it listened.`));
    });
  });
}

/** `NS_BINDING_ABORTED`: a font was on its way when the reader went to another page. */
const LEFT_BEHIND = "status=2152398850";

/** The same of an answer that a worker had for a page that has gone. Answers that fail are told in other words. */
const LEFT_BY_WORKER =
  "A ServiceWorker intercepted the request and encountered an unexpected error";

/** What an event says of faults and requests. */
function note(event: string, params: Message, faults: string[], requests: string[]): void {
  if (event === "network.beforeRequestSent")
    requests.push((params["request"] as { url: string }).url);
  else if (event === "log.entryAdded" && params["level"] === "error") {
    const text = String(params["text"]);
    const isLeft = [LEFT_BEHIND, LEFT_BY_WORKER].some((words) => text.includes(words));
    if (!isLeft) faults.push(text);
  }
}

/** Starts Firefox with an empty profile and opens a tab. */
export async function openFirefox(path: string): Promise<Tab> {
  const home = mkdtempSync(join(tmpdir(), "carrel-firefox-"));
  const downloads = join(home, "downloads");
  mkdirSync(downloads);
  const prefs = Object.entries(settings(downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(home, "user.js"), prefs.join("\n"));
  const process_ = spawn(
    path,
    ["--headless", "--no-remote", "--profile", home, "--remote-debugging-port=0"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: home } },
  );
  const ended = new Promise((resolve) => process_.once("exit", resolve));
  const socket = new WebSocket(`${await addressOf(process_)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  const faults: string[] = [];
  const requests: string[] = [];
  const send = connect(socket, (event, params) => {
    note(event, params, faults, requests);
  });
  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  const { context } = await send("browsingContext.create", { type: "tab" });
  return {
    heard: { faults, requests },
    downloads,
    open: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    back: async () => {
      await send("browsingContext.traverseHistory", { context, delta: -1 });
    },
    reload: async () => {
      await send("browsingContext.reload", { context, wait: "complete" });
    },
    evaluate: async (run, ...args) => {
      const answer = await send("script.callFunction", {
        functionDeclaration: asText(run),
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });
      if (answer["type"] !== "success")
        throw new Error((answer["exceptionDetails"] as { text: string }).text);
      return JSON.parse((answer["result"] as { value: string }).value) as never;
    },
    act: async (actions) => {
      await send("input.performActions", { context, actions });
    },
    close: async () => {
      await send("browser.close").catch(() => process_.kill());
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
