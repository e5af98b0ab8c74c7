import { copy } from "./copy.ts";
import { fragmentOf } from "./text-fragment.ts";

/** Styles that only come with the menu: a page that nobody links from does not carry them. */
const STYLES = `
.abstract { position: relative }
.sentence-link { align-items: center; border-radius: 4px; color: var(--color-muted); display: flex;
  font: 600 1rem/1 var(--font-sans); height: 1.5rem; inset-inline-start: -1.625rem; justify-content: center; margin: 0;
  position: absolute; width: 1.5rem }
.sentence-link:hover { background: var(--color-tint); color: var(--color-ink) }
.sentence-menu { background: var(--color-raised); border: 1px solid var(--color-line); border-radius: 6px;
  box-shadow: 0 8px 24px rgb(0 0 0 / 12%); color: var(--color-ink); inset: var(--top) auto auto var(--left); margin: 0;
  padding: .375rem; position: absolute; width: 17rem }
.sentence-menu p { color: var(--color-muted); font-size: .8125rem; padding: .25rem .625rem }
.sentence-menu button { border-radius: 4px; display: block; font-size: .9375rem; min-height: 2.25rem;
  padding: .375rem .625rem; text-align: start; width: 100% }
.sentence-menu button:hover { background: var(--color-sunk) }
@media (width < 30rem) or (height < 30rem) { .sentence-menu { border-radius: 12px 12px 0 0; inset: auto 0 0; max-width: none;
  padding: .75rem; position: fixed; width: 100% } }
@media print { .sentence-link, .sentence-menu { display: none } }`;

function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets.push(sheet);
}
addStyles();

const sentenceOf = (id: string) => document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);

const wordsOf = (sentence: HTMLElement) => sentence.textContent.replace(/\s+/gu, " ").trim();

/** The page's own address, as it is to be handed on. */
function addressOf(hash: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  // A copy of the site elsewhere names the original; while one tries it out at home, that is not it.
  const path = canonical === undefined ? location.pathname : new URL(canonical).pathname;
  return location.origin + path + hash;
}

/** The address of a sentence that stays when others change: by its words where it has such an id, else by its number. */
const hashOf = (sentence: HTMLElement) =>
  `#${sentence.querySelector(":scope > i[id]")?.id ?? sentence.id}`;

function quotation(sentence: HTMLElement): string {
  const reference = document
    .querySelector('.cite-box[data-format="reference"]')
    ?.textContent.replace(/\s+/gu, " ")
    .trim();
  return [`“${wordsOf(sentence)}”`, reference, addressOf(hashOf(sentence))]
    .filter(Boolean)
    .join("\n");
}

/** What can be taken of a sentence. */
const TAKES: readonly { does: string; what: string; of: (sentence: HTMLElement) => string }[] = [
  { does: "Copy address", what: "Address", of: (sentence) => addressOf(hashOf(sentence)) },
  { does: "Copy quotation with citation", what: "Quotation", of: quotation },
  {
    does: "Copy link that marks the words",
    what: "Link",
    of: (sentence) => addressOf(`#:~:text=${fragmentOf(sentence)}`),
  },
];

let menu: HTMLElement | undefined;

/**
 * Where a sentence's menu belongs: below the sign beside the sentence, else below the sentence's last line. The numbers
 * below the abstract lead away from themselves.
 */
function placeFor(sentence: HTMLElement, opener: HTMLElement): DOMRect {
  const lines = sentence.getClientRects();
  const beside = opener.matches(".sentence-link") ? undefined : lines[lines.length - 1];
  return beside ?? opener.getBoundingClientRect();
}

/** Opens the menu of a sentence beside it, on phones at the foot of the screen; what asked for it gets the focus back. */
export function openMenu(id: string, opener: HTMLElement): void {
  const sentence = sentenceOf(id);
  menu?.remove();
  if (!sentence) return;
  const made = document.createElement("div");
  made.className = "sentence-menu";
  made.popover = "auto";
  made.role = "dialog";
  made.ariaLabel = `Sentence ${id.slice(1)}`;
  const name = document.createElement("p");
  name.textContent = made.ariaLabel;
  const buttons = TAKES.map(({ does, what, of }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = does;
    button.addEventListener("click", () => {
      made.hidePopover();
      void copy(of(sentence), what);
    });
    return button;
  });
  made.append(name, ...buttons);
  made.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    if (made.contains(document.activeElement) || document.activeElement === document.body)
      opener.focus({ preventScroll: true });
    made.remove();
  });
  document.body.append(made);
  menu = made;
  made.showPopover();
  const { left, bottom } = placeFor(sentence, opener);
  const room = document.documentElement.clientWidth - made.offsetWidth - 16;
  made.style.setProperty("--left", `${String(Math.max(8, Math.min(left, room)) + scrollX)}px`);
  made.style.setProperty("--top", `${String(bottom + 4 + scrollY)}px`);
  buttons[0]?.focus({ preventScroll: true });
  // The browser is on its way to the sentence still, and the focus may have stopped it.
  if (!opener.matches(".sentence-link")) sentence.scrollIntoView();
}

/** Milliseconds that the pointer rests on a sentence before the link goes there: on its way to the link it crosses others. */
const REST = 120;

/** A quiet link beside the sentence under the pointer. The keyboard has the numbers below the abstract. */
export function offerLinks(abstract: HTMLElement, entered: PointerEvent): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sentence-link";
  button.tabIndex = -1;
  button.ariaHidden = "true";
  button.textContent = "#";
  abstract.append(button);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = ({ target, clientY }: PointerEvent) => {
    const sentence = (target as Element).closest<HTMLElement>('[id^="s"]');
    if (!sentence || !abstract.contains(sentence)) return;
    const lines = [...sentence.getClientRects()];
    const line = lines.find(({ bottom }) => bottom >= clientY) ?? lines[0];
    if (!line) return;
    button.dataset["of"] = sentence.id;
    const top = line.top - abstract.getBoundingClientRect().top;
    button.style.top = `${String(top + (line.height - button.offsetHeight) / 2)}px`;
  };
  place(entered);
  abstract.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    if (event.target !== button) timer = setTimeout(place, REST, event);
  });
  button.addEventListener("click", () => {
    openMenu(button.dataset["of"] ?? "", button);
  });
}

/** Says, where the abstract ends, that the sentence which was pointed to is not there as it was. */
export function tellChanged(abstract: HTMLElement): void {
  if (document.querySelector(".sentence-gone")) return;
  const words = document.createElement("p");
  words.className = "quiet sentence-gone";
  words.role = "status";
  abstract.before(words);
  words.textContent =
    "The sentence that this link pointed to has changed since. This is the abstract as it stands now.";
}
