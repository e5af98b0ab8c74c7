import type { Report } from "../edition.ts";
import { formatBytes, sizeOfTopics } from "./words.ts";

/** Draws a box for each topic that is offered, none of them ticked. */
function drawBoxes(fields: Element, topics: NonNullable<Report["offered"]>["topics"]): void {
  const labels = topics.map(([slug, name, size]) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = slug;
    label.append(box, ` ${name} (${formatBytes(size)})`);
    return label;
  });
  fields.replaceChildren(...fields.querySelectorAll("legend"), ...labels);
}

/** Draws the choice of topics, as it was reported last and then as the reader ticks it; asks for those that were chosen. */
export function openTopicChoice(
  place: HTMLElement,
  keep: (topics: string[]) => void,
): (report: Report) => void {
  const button = place.querySelector("button");
  const fields = place.querySelector("fieldset");
  let drawn: string | undefined;
  let reported: string | undefined;
  let offer: Report["offered"];
  const boxes = () => Array.from(place.querySelectorAll<HTMLInputElement>("input"));
  const chosen = () =>
    boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
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

  return ({ state, busy, offered, kept, chosen: asked = kept?.topics ?? [] }) => {
    place.hidden = state !== "off" || busy || !offered || offered.topics.length < 2;
    const isNew = drawn !== offered?.version;
    const choice = asked.join();
    if (fields && offered && (isNew || choice !== reported)) {
      // What the reader is ticking stays, until something else is asked for, here or in another tab.
      const ticked = choice === reported ? chosen() : asked;
      drawn = offered.version;
      reported = choice;
      offer = offered;
      if (isNew) drawBoxes(fields, offered.topics);
      for (const box of boxes()) box.checked = ticked.includes(box.value);
    }
    // The network may have come or gone.
    enable();
  };
}
