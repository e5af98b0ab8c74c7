import type { Report } from "../edition.ts";
import { describeState, locale } from "./words.ts";

const formatDay = (time: number) =>
  new Date(time).toLocaleDateString(locale(), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

/** Draws the footer's line. Its button stands there only where a reload brings something new. */
export function drawSign(sign: HTMLElement, report: Report, reload: boolean): void {
  const text = sign.querySelector("[data-part=text]");
  const button = sign.querySelector<HTMLButtonElement>("[data-part=reload]");
  const words = describeState(report, navigator.onLine, formatDay);
  if (text && text.textContent !== words) text.textContent = words;
  if (!button) return;
  button.hidden = !reload;
  button.onclick = () => location.reload();
}
