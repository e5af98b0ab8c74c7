import type { Suggestion } from "../types.ts";
import styles from "./combobox.css?inline";
import { hasModifier, make } from "./dom.ts";
import { loadEngine, warmEngine } from "./engine-source.ts";

/** Suggestions in the list. */
const MOST = 8;

const KINDS: Readonly<Record<Suggestion["kind"], string>> = {
  paper: "Paper",
  author: "Author",
  topic: "Topic",
  tag: "Tag",
};

let boxes = 0;

/** Makes a box a combobox with a list of ways straight to papers, authors, topics and tags (ARIA 1.2). */
export function attachSuggestions(root: HTMLElement, input: HTMLInputElement): void {
  if (boxes === 0) {
    // As a sheet of its own: the pages' stylesheet stays small, and a content policy has no say in it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }
  boxes += 1;
  const id = `suggestions-${String(boxes)}`;
  const list = make("ul", {
    id,
    role: "listbox",
    class: "suggestions",
    "aria-label": "Suggestions",
  });
  list.hidden = true;
  root.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": id,
    "aria-expanded": "false",
    autocomplete: "off",
  }))
    input.setAttribute(name, value);

  let found: Suggestion[] = [];
  let active = -1;
  let newest = 0;

  function activate(place: number): void {
    active = place;
    for (const [i, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(i === active));
    const option = list.children[active];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function show(open: boolean): void {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) activate(-1);
  }

  function draw(): void {
    list.replaceChildren(
      ...found.map((suggestion, i) => {
        const kind = make("span", { class: "suggestion-kind" }, KINDS[suggestion.kind]);
        const label = make("span", { class: "suggestion-label" }, suggestion.label);
        const option = make("li", { id: `${id}-${String(i)}`, role: "option" }, label, " ", kind);
        option.addEventListener("click", () => {
          location.assign(suggestion.url);
        });
        return option;
      }),
    );
    show(found.length > 0 && document.activeElement === input);
    activate(-1);
  }

  async function suggest(): Promise<void> {
    const number = (newest += 1);
    const text = input.value;
    const engine = await loadEngine();
    if (number !== newest) return;
    const next = text.trim() === "" ? [] : await engine.suggest(text, MOST);
    // A later text has been typed meanwhile: this list would be of the earlier one.
    if (number !== newest) return;
    found = next;
    draw();
  }

  const refresh = () => {
    suggest().catch(() => {
      show(false);
    });
  };
  input.addEventListener("input", refresh);
  input.addEventListener("focus", warmEngine);
  input.addEventListener("blur", () => {
    newest += 1;
    show(false);
  });
  // The press would take the focus from the box before the click arrives.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
  });
  input.addEventListener("keydown", (event) => {
    if (hasModifier(event) || event.isComposing) return;
    const open = !list.hidden;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const selected = open ? found[active] : undefined;
    if (step !== 0 && found.length > 0) {
      const places = found.length + 1;
      // One place beyond the list is the box itself, with what was typed.
      const place = open ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : places - 2;
      show(true);
      activate(place);
    } else if (event.key === "Enter" && selected) location.assign(selected.url);
    else if (event.key === "Escape" && open) show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  warmEngine();
  if (input.value !== "" && document.activeElement === input) refresh();
}
