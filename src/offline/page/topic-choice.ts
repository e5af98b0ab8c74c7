import type { Report } from "../edition.ts";
import { formatBytes } from "./words.ts";

/** Draws the choice of topics, and asks for those that were chosen. */
export function openTopicChoice(
  place: HTMLElement,
  keep: (topics: string[]) => void,
): (report: Report) => void {
  const button = place.querySelector("button");
  const fields = place.querySelector("fieldset");
  let drawn: string | undefined;
  const chosen = () =>
    Array.from(place.querySelectorAll<HTMLInputElement>("input:checked"), ({ value }) => value);
  const enable = () => {
    if (button) button.disabled = chosen().length === 0;
  };
  place.addEventListener("change", enable);
  button?.addEventListener("click", () => keep(chosen()));

  return ({ state, busy, offered, chosen: asked = [] }) => {
    place.hidden = state !== "off" || busy || !offered || offered.topics.length < 2;
    if (!fields || !offered || drawn === offered.version) return;
    drawn = offered.version;
    const labels = offered.topics.map(([slug, name, size]) => {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = slug;
      box.checked = asked.includes(slug);
      label.append(box, ` ${name} (${formatBytes(size)})`);
      return label;
    });
    fields.replaceChildren(...fields.querySelectorAll("legend"), ...labels);
    enable();
  };
}
