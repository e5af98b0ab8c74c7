import type { Report, Wish } from "../edition.ts";
import { cachePrefix, WORKER_FILE } from "../edition.ts";
import { drawSign } from "./sign.ts";

const base = import.meta.env.BASE_URL.replace(/\/?$/u, "/");

/** Milliseconds between two looks for a newer edition while a page stays open. */
const LOOK_AGAIN = 10 * 60 * 1000;

/** Milliseconds between two calls that keep a working worker awake: browsers end one that nobody calls. */
const AWAKE = 10_000;

const root = document.documentElement;

const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Lets go of a worker and of what it kept. */
async function leave(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (registration?.scope === new URL(base, location.href).href) await registration.unregister();
  for (const name of await caches.keys())
    if (name.startsWith(cachePrefix(base))) await caches.delete(name);
}

/**
 * Registers the worker, lets it keep the site as far as that was wanted, and shows how things stand:
 * in `html[data-offline]`, in the footer, and on the page about reading offline.
 */
export async function keepSite(): Promise<void> {
  const sign = document.querySelector<HTMLElement>("[data-offline-sign]");
  // A site with this turned off draws no sign.
  if (!sign) return leave();
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register(base + WORKER_FILE, {
      scope: base,
      updateViaCache: "none",
    });
    await navigator.serviceWorker.ready;
  } catch {
    // Refused, as in private windows, or not there: the site works as it does without.
    return;
  }
  const lost = document.querySelector("[data-offline-lost]");
  const describeLost = lost && (await import("./words.ts")).describeSome;
  const panel = document.querySelector<HTMLElement>("[data-offline-panel]");
  const drawPanel = panel && (await import("./panel.ts")).openPanel(panel, send);
  let last: Report | undefined;
  let first: string | undefined;

  function send(wish: Wish): void {
    (navigator.serviceWorker.controller ?? registration.active)?.postMessage(wish);
  }
  const check = () => send({ type: "check", auto: !savesData() });
  const draw = () => {
    if (!last) return;
    root.dataset["offline"] = last.state;
    first ??= last.kept?.version;
    const changed = first !== undefined && last.kept !== undefined && last.kept.version !== first;
    const reload = last.reload ?? changed;
    drawSign(sign, last, reload);
    drawPanel?.(last);
    if (describeLost && last.kept?.topics) lost.textContent = describeLost(last, last.kept.topics);
  };

  navigator.serviceWorker.addEventListener(
    "message",
    ({ data }: MessageEvent<Partial<Report> | null>) => {
      if (data?.type !== "offline") return;
      last = data as Report;
      draw();
    },
  );
  navigator.serviceWorker.startMessages();
  addEventListener("online", check);
  addEventListener("offline", draw);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) check();
  });
  setInterval(check, LOOK_AGAIN);
  setInterval(() => {
    if (last?.busy) check();
  }, AWAKE);
  check();
}
