import { isStyle, STYLE_NAMES } from "../../citation/styles/names.ts";
import { readPageItem } from "../../citation/styles/page-item.ts";
import { readHead } from "./page-head.ts";
import { say } from "./toast.ts";

/** Where the reader's style is remembered; the same on every page. */
const REMEMBERED = "citation-style";

function remember(style: string): void {
  try {
    localStorage.setItem(REMEMBERED, style);
  } catch {
    // Then the next page begins with APA again.
  }
}

function remembered(): string {
  try {
    const style = localStorage.getItem(REMEMBERED) ?? "";
    return isStyle(style) ? style : "apa";
  } catch {
    return "apa";
  }
}

/** The reference as the page came with it, and where it stands. */
interface Shown {
  box: HTMLElement;
  text: HTMLElement;
  apa: string;
}

/** The latest style asked for: an earlier one that arrives late is not shown. */
let latest = "apa";

async function show({ box, text, apa }: Shown, style: string): Promise<void> {
  latest = style;
  if (style === "apa") {
    text.textContent = apa;
    return;
  }
  if (!isStyle(style)) return;
  box.ariaBusy = "true";
  try {
    const { writeReferences } = await import("../../citation/styles/write.ts");
    if (latest !== style) return;
    const [reference = apa] = writeReferences([readPageItem(readHead())], style);
    // Alone, a paper has no number.
    text.textContent = reference.replace(/^(?:\[1\]|1\.) /u, "");
  } finally {
    box.ariaBusy = null;
  }
}

/** Puts the choice of styles beside the tabs, once, and takes up the one that the reader had last. */
export function addStyles(): void {
  const cite = document.querySelector(".cite");
  const box = cite?.querySelector<HTMLElement>('.cite-box[data-format="reference"]');
  const text = box?.querySelector("p");
  const tabs = cite?.querySelector(".tabs");
  if (!box || !text || !tabs || tabs.querySelector(".cite-style")) return;
  const shown: Shown = { box, text, apa: text.textContent };
  const select = document.createElement("select");
  select.ariaLabel = "Style of the reference";
  for (const [style, name] of Object.entries(STYLE_NAMES)) select.add(new Option(name, style));
  const take = (style: string) => {
    show(shown, style).then(
      () => {
        remember(style);
      },
      () => {
        select.value = "apa";
        text.textContent = shown.apa;
        say("This style did not arrive: the site cannot be reached");
      },
    );
  };
  select.addEventListener("change", () => {
    take(select.value);
  });
  const place = document.createElement("span");
  place.className = "cite-style";
  place.append(select);
  tabs.append(place);
  select.value = remembered();
  if (select.value !== "apa") take(select.value);
}
