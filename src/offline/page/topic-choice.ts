import type { Report } from "../edition.ts";
import { formatBytes, sizeOfTopics } from "./words.ts";

/** Draws the choice of topics, and asks for those that were chosen. */
export function openTopicChoice(
  place: HTMLElement,
  keep: (topics: string[]) => void,
): (report: Report) => void {
  const button = place.querySelector("button");
  const fields = place.querySelector("fieldset");
  let drawn: string | undefined;
  let offer: Report["offered"];
  const chosen = () =>
    Array.from(place.querySelectorAll<HTMLInputElement>("input:checked"), ({ value }) => value);
  const enable = () => {
    if (!button) return;
    const slugs = chosen();
    const bytes = offer ? sizeOfTopics(offer, slugs) : 0;
    button.disabled = slugs.length === 0 || !navigator.onLine;
    button.textContent =
      slugs.length > 1 ? `Keep these topics (at most ${formatBytes(bytes)})` : "Keep these topics";
  };
  place.addEventListener("change", enable);
  button?.addEventListener("click", () => keep(chosen()));

  return ({ state, busy, offered, chosen: asked = [] }) => {
    place.hidden = state !== "off" || busy || !offered || offered.topics.length < 2;
    // The network may have come or gone.
    enable();
    if (!fields || !offered || drawn === offered.version) return;
    drawn = offered.version;
    offer = offered;
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
