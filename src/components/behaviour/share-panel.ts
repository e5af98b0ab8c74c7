import { factsOf } from "../../library/look-up.ts";
import { copy } from "./copy.ts";

/** Styles that only come with the panel. */
const STYLES = `
.share-panel { background: var(--color-raised); border: 1px solid var(--color-line); border-radius: 10px;
  color: var(--color-ink); margin: auto; max-width: min(34rem, calc(100vw - 2rem)); padding: 1.5rem; width: 100% }
.share-panel::backdrop { background: rgb(0 0 0 / 35%) }
.share-panel h2 { font-size: 1.25rem }
.share-panel h3 { color: var(--color-muted); font: 600 .8125rem/1.5 var(--font-sans); margin-block: 1.25rem .5rem }
.share-panel blockquote { background: #fff; border-radius: 6px; color: #222; padding: .5rem .75rem }
.share-panel blockquote p { margin-block: .5rem }
.share-panel blockquote a { color: inherit }
.share-panel div { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .75rem }
.share-panel textarea { font: .75rem/1.5 var(--font-mono) }`;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const content = (name: string) =>
  [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map(
    (meta) => meta.content,
  );

function byline(): string {
  const { by, venue, date } = factsOf(document);
  const year = date.slice(0, 4);
  // Most venues carry their year.
  return [by, venue, venue.includes(year) ? "" : year].filter(Boolean).join(" · ");
}

/**
 * The paper as a piece of a page elsewhere: a quotation with its source, styled by itself, so that it needs neither our
 * styles nor a script. What it says goes in as text; the browser's own writer of HTML escapes it.
 */
function makeCard(address: string): HTMLElement {
  const [title = document.title] = content("citation_title");
  const [summary = ""] = content("description");
  const link = make("a", { href: address }, make("strong", {}, title));
  const card = make("blockquote", { cite: address }, make("p", {}, link), make("p", {}, byline()));
  if (summary !== title) card.append(make("p", {}, summary));
  card.setAttribute("style", "border-left:3px solid #18613f;margin:1em 0;padding:0 1em");
  return card;
}

function makePanel(): HTMLDialogElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets.push(sheet);
  const address = location.origin + location.pathname;
  const card = makeCard(address);
  const code = make("textarea", { className: "field", readOnly: true, rows: 5 });
  code.value = card.outerHTML;
  code.ariaLabel = "HTML of the card";
  code.addEventListener("focus", () => {
    code.select();
  });
  const button = (does: string, act: () => void) => {
    const made = make("button", { className: "button", type: "button" }, does);
    made.addEventListener("click", act);
    return made;
  };
  const close = make("button", { className: "button" }, "Close");
  const heading = make("h2", { id: "share-title" }, "Share");
  const panel = make(
    "dialog",
    { className: "share-panel" },
    heading,
    make(
      "div",
      {},
      button("Copy address", () => void copy(address, "Address")),
      // Not every browser has it, whatever the types say.
      ...("share" in navigator
        ? [
            button("Send…", () => {
              const data = { title: document.title, url: address };
              // Who closes the sheet has not failed at anything.
              navigator.share(data).catch(() => undefined);
            }),
          ]
        : []),
    ),
    make("h3", {}, "A card for a page of yours"),
    card,
    make("h3", {}, "Its HTML"),
    code,
    make(
      "form",
      { method: "dialog" },
      make(
        "div",
        {},
        button("Copy HTML", () => void copy(code.value, "HTML")),
        close,
      ),
    ),
  );
  panel.setAttribute("aria-labelledby", heading.id);
  panel.addEventListener("click", ({ target }) => {
    if (target === panel) panel.close();
  });
  document.body.append(panel);
  return panel;
}

let panel: HTMLDialogElement | undefined;

/** Shows the ways to hand this paper on. Made once. */
export function openSharePanel(): void {
  panel ??= makePanel();
  panel.showModal();
}
