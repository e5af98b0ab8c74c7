import type { Report, Wish } from "../edition.ts";
import { packFile } from "../edition.ts";
import { openTopicChoice } from "./topic-choice.ts";
import { describeState, locale, nameKeep } from "./words.ts";

type Send = (wish: Wish) => void;

/** A large site comes in several archives: a link for each, made of the one that stands there. */
function linkArchives(packs: number): void {
  const place = document.querySelector("[data-offline-archives]");
  const first = place?.querySelector("a");
  if (!place || !first || place.childElementCount === packs) return;
  first.textContent = `archive 1 of ${String(packs)}`;
  const others = Array.from({ length: packs - 1 }, (_, at) => {
    const link = first.cloneNode() as HTMLAnchorElement;
    link.href = first.href.replace("site.tar.gz", packFile(at + 1).replace("offline/", ""));
    link.textContent = String(at + 2);
    return link;
  });
  place.replaceChildren(first, ...others.flatMap((link) => [", ", link]), " into one folder");
}

/** Asks once more before a button does what cannot be undone: its second press acts; leaving it takes the question back. */
function askTwice(button: HTMLElement, question: () => string, act: () => void): void {
  const name = button.textContent;
  let asked = false;
  const settle = () => {
    asked = false;
    button.textContent = name;
  };
  button.addEventListener("click", () => {
    if (asked) {
      settle();
      act();
    } else {
      asked = true;
      button.textContent = question();
      // Not every browser gives the focus to what is pressed.
      button.focus();
    }
  });
  button.addEventListener("blur", settle);
}

/**
 * The controls of the page about reading offline: keep, stop, forget, each where it means something.
 * Gives what draws a report.
 */
export function openPanel(panel: HTMLElement, send: Send): (report: Report) => void {
  const keep = panel.querySelector<HTMLButtonElement>('[data-part="keep"]');
  const stop = panel.querySelector<HTMLElement>('[data-part="stop"]');
  const forget = panel.querySelector<HTMLElement>('[data-part="forget"]');
  const bar = panel.querySelector("progress");
  const words = panel.querySelector('[data-part="words"]');
  const choice = panel.querySelector<HTMLElement>('[data-part="topics"]');
  const ask = (topics?: string[]) => {
    // Asked for when the reader keeps the site, and not before: browsers may ask back.
    if ("storage" in navigator) void navigator.storage.persist();
    send({ type: "keep", ...(topics && { topics }) });
  };
  const drawChoice = choice && openTopicChoice(choice, ask);
  keep?.addEventListener("click", () => ask());
  stop?.addEventListener("click", () => send({ type: "stop" }));
  if (forget)
    askTwice(
      forget,
      () =>
        navigator.onLine ? "Really forget?" : "Really forget? It cannot come back while offline",
      () => send({ type: "forget" }),
    );
  const day = (time: number) =>
    new Date(time).toLocaleString(locale(), {
      dateStyle: "long",
      timeStyle: "short",
    });

  return (report) => {
    const { state, offered, kept, done, total, busy } = report;
    panel.hidden = false;
    if (offered && offered.packs > 1) linkArchives(offered.packs);
    if (words) words.textContent = describeState(report, navigator.onLine, day);
    drawChoice?.(report);
    if (keep) {
      keep.hidden = busy || state === "ready";
      keep.disabled = !navigator.onLine;
      keep.textContent = nameKeep(report);
    }
    if (stop) stop.hidden = !busy;
    if (forget) forget.hidden = !kept && done === 0;
    if (bar) {
      bar.hidden = !busy;
      bar.max = Math.max(1, total);
      bar.value = done;
    }
  };
}
