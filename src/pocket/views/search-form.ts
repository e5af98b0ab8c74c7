import { attachSuggestions } from "../../search/element/combobox.ts";
import { make } from "../../search/element/dom.ts";
import { icon } from "./draw.ts";

/** Gives a search box its suggestions when it gets the focus, as on the site. */
export function enliven(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>("input[name=q]");
  input?.addEventListener(
    "focus",
    () => {
      attachSuggestions(box, input);
    },
    { once: true },
  );
}

/** The large search box of home and of addresses that lead nowhere. What is sent, `app.ts` hears. */
export function searchForm(placeholder: string): HTMLElement {
  const input = make("input", {
    class: "field",
    type: "search",
    name: "q",
    "aria-label": "Search papers",
    "aria-keyshortcuts": "/",
    placeholder,
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const button = make("button", { type: "submit", "aria-label": "Search" }, icon("search", 22));
  const form = make(
    "form",
    { class: "search-form search-large", role: "search", action: "#/search/" },
    input,
    button,
  );
  const box = document.createElement("carrel-search-box");
  box.append(form);
  enliven(box);
  return box;
}
