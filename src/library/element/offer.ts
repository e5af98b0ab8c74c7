import { make, part } from "../../search/element/dom.ts";
import type { Found, LookUp } from "../look-up.ts";
import type { Saved } from "../saved.ts";
import { joinNotes, toSaved } from "../saved.ts";
import type { Shelf } from "../shelf.ts";
import { announce, explain, today } from "../toggle.ts";
import type { Named } from "../travel.ts";
import { askAll } from "./citations.ts";

/** A named paper, and what the site says of it. */
interface Offered {
  named: Named;
  found: Found;
  box: HTMLInputElement;
}

/** What stands at the first of a paper's addresses that has something. */
async function findPaper({ addresses }: Named, base: string, lookUp: LookUp): Promise<Found> {
  let last: Found = { is: "nothing" };
  for (const address of addresses) {
    last = await lookUp(base + address.split("/").map(encodeURIComponent).join("/"));
    if (last.is === "paper" || last.is === "unreachable") return last;
  }
  return last;
}

/** Whether a file brings something to a paper that is in the list already: a note that it has not. */
const bringsNote = (own: Saved | undefined, saved: Saved | undefined) =>
  saved !== undefined && saved.note !== "" && own?.note.includes(saved.note) === false;

/** What the list has of a paper; nothing where the browser keeps none. */
function ownOf(shelf: Shelf, key: string): Saved | undefined {
  try {
    return shelf.get(key);
  } catch {
    return undefined;
  }
}

/** Puts papers on top of the list, in their order; notes of papers that are there already are added to theirs. */
function takeAll(shelf: Shelf, offered: readonly Offered[]): number {
  const taken = offered.filter(({ box }) => box.checked && !box.disabled);
  const top = shelf.top();
  for (const [at, { found, named }] of taken.entries()) {
    if (found.is !== "paper") continue;
    const own = shelf.get(found.key);
    if (own) shelf.change(own.key, { note: joinNotes(own.note, named.saved?.note ?? "") });
    else {
      const place = top - taken.length + at + 1;
      const day = today();
      const fields = { saved: day, ...named.saved, ...found.facts, place, checked: day };
      shelf.put(toSaved(found.key, fields));
    }
  }
  return taken.length;
}

/** The panel that shows what an address or a file brings, before anything of it is kept. */
export function createOffer(
  panel: HTMLElement,
  {
    base,
    shelf,
    lookUp,
    closed,
  }: { base: string; shelf: Shelf; lookUp: LookUp; closed: () => void },
) {
  const [title, status, rows] = ["offer-title", "offer-status", "offer-rows"].map((name) =>
    part(panel, name),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  const take = panel.querySelector<HTMLButtonElement>('[data-act="take"]');
  let offered: Offered[] = [];
  /** Of two offers, one while the other still asks, the later stays. */
  let turn = 0;

  const count = () => {
    const chosen = offered.filter(({ box }) => box.checked && !box.disabled).length;
    if (!take) return;
    take.disabled = chosen === 0;
    take.textContent = chosen === 0 ? "Add to my list" : `Add ${String(chosen)} to my list`;
  };

  function describe(named: Named, found: Found): [usable: boolean, words: string] {
    if (found.is === "unreachable") return [false, "cannot be reached now"];
    if (found.is === "gone") return [false, "was withdrawn"];
    if (found.is === "nothing") return [false, "is not on this site"];
    const own = ownOf(shelf, found.key);
    if (!own) return [true, ""];
    return bringsNote(own, named.saved)
      ? [true, "is in your list; its note is added"]
      : [false, "is in your list already"];
  }

  function draw({ named, found, box }: Offered): HTMLLIElement {
    const [usable, words] = describe(named, found);
    box.checked = usable;
    box.disabled = !usable;
    const facts = found.is === "paper" ? found.facts : undefined;
    return make(
      "li",
      {},
      make(
        "label",
        {},
        box,
        make("span", {}, facts?.title || named.name),
        make("small", {}, [facts?.by, facts?.date.slice(0, 4), words].filter(Boolean).join(" · ")),
      ),
    );
  }

  const close = () => {
    turn += 1;
    panel.hidden = true;
    closed();
  };

  /** Shows the papers that a text names; resolves once every one of them was looked for. */
  async function show(papers: readonly Named[], from: string): Promise<void> {
    turn += 1;
    const mine = turn;
    offered = [];
    rows.replaceChildren();
    count();
    title.textContent = from;
    panel.hidden = false;
    title.focus();
    const say = (done: number) => {
      if (mine === turn)
        status.textContent = `Looking for them… ${String(done)} of ${String(papers.length)}`;
    };
    say(0);
    const found = await askAll(papers, (named) => findPaper(named, base, lookUp), say);
    if (mine !== turn) return;
    const seen = new Set<string>();
    offered = papers.flatMap((named, at) => {
      const one = found[at] ?? { is: "nothing" };
      const id = one.is === "paper" ? one.key : named.name;
      if (seen.has(id)) return [];
      seen.add(id);
      const box = make("input", { type: "checkbox", autocomplete: "off" });
      return { named, found: one, box };
    });
    rows.replaceChildren(...offered.map(draw));
    const here = offered.filter((each) => each.found.is === "paper").length;
    status.textContent = `${String(here)} of ${String(offered.length)} ${offered.length === 1 ? "is" : "are"} on this site. Nothing is added until you say so.`;
    count();
  }

  rows.addEventListener("change", count);
  panel.addEventListener("click", (event) => {
    const act = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (act === "decline") close();
    if (act !== "take") return;
    try {
      takeAll(shelf, offered);
      close();
    } catch (error) {
      status.textContent = explain(error);
    }
    announce();
  });
  return { show };
}
