import { keepingFocus, part } from "../../search/element/dom.ts";
import type { Urls } from "../../urls.ts";
import { createLookUp } from "../look-up.ts";
import { CHANGED } from "../names.ts";
import type { Progress, Saved } from "../saved.ts";
import type { Kept } from "../shelf.ts";
import { NotKept, openShelf } from "../shelf.ts";
import { announce, explain } from "../toggle.ts";
import { readShared } from "../travel.ts";
import { watchDragging } from "./drag.ts";
import { closeOutside, createExports } from "./exports.ts";
import { freshen, restore } from "./freshen.ts";
import { createImport } from "./import.ts";
import { watchKeeping } from "./keeping.ts";
import { createOffer } from "./offer.ts";
import { createRow, fillRow, openNote, titleOf } from "./saved-row.ts";
import { createShare } from "./share.ts";

/** What the list needs of the page that it stands on. */
interface Place {
  urls: Urls;
  /** A test whether a text has the words that were typed. */
  matcher: (typed: string) => (text: string) => boolean;
  names: Readonly<Record<Progress, string>>;
}

/** Milliseconds of quiet after which a note that is being written is kept. */
const SETTLED = 400;

/** The reading list's page: everything that it shows follows from the browser's storage and from what is narrowed. */
export function startLibrary(root: HTMLElement, { urls, matcher, names }: Place): void {
  const shelf = openShelf(urls.base, () => localStorage);
  const lookUp = createLookUp(urls.base);
  const list = part(root, "rows");
  const template = part(root, "row") as HTMLTemplateElement;
  const words = part(root, "words") as HTMLInputElement;
  const undo = part(root, "undo");
  const rows = new Map<string, HTMLElement>();
  let kept: Kept = { papers: [], broken: [] };

  const choice = () =>
    root.querySelector<HTMLInputElement>('[name="shown"]:checked')?.value ?? "all";

  /** The papers that are to be seen, in order. */
  function shown(): Saved[] {
    const matches = matcher(words.value);
    const progress = choice();
    return kept.papers.filter(
      (saved) =>
        (progress === "all" || saved.progress === progress) &&
        matches([saved.title, saved.by, saved.venue, saved.note, saved.key].join(" ")),
    );
  }

  function drawList(papers: readonly Saved[]): void {
    for (const [key, row] of rows)
      if (!papers.some((saved) => saved.key === key)) {
        row.remove();
        rows.delete(key);
      }
    for (const [at, saved] of papers.entries()) {
      const row = rows.get(saved.key) ?? createRow(template, saved.key);
      rows.set(saved.key, row);
      fillRow(row, saved, { urls, first: at === 0, last: at === papers.length - 1 });
      const there = list.children[at];
      if (there !== row) list.insertBefore(row, there ?? null);
    }
  }

  function drawCounts(papers: readonly Saved[]): void {
    const all = kept.papers.length;
    part(root, "count").textContent =
      papers.length === all
        ? `${String(all)} ${all === 1 ? "paper" : "papers"}`
        : `${String(papers.length)} of ${String(all)} papers`;
    for (const count of root.querySelectorAll<HTMLElement>("[data-count]")) {
      const progress = count.dataset["count"];
      const own = kept.papers.filter((saved) => progress === "all" || saved.progress === progress);
      count.textContent = String(own.length);
    }
  }

  function draw(): void {
    try {
      kept = shelf.list();
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      part(root, "refused").hidden = false;
      part(root, "empty").hidden = true;
      return;
    }
    const papers = shown();
    const none = kept.papers.length === 0;
    part(root, "full").hidden = none;
    part(root, "empty").hidden = !none || kept.broken.length > 0;
    part(root, "none").hidden = none || papers.length > 0;
    part(root, "broken").hidden = kept.broken.length === 0;
    part(root, "broken-names").textContent = kept.broken.join(", ");
    keepingFocus(() => {
      drawList(papers);
    });
    drawCounts(papers);
    share(kept.papers.map(({ key }) => key));
    keeping(!none);
  }

  /** Changes the list and shows it; says what was in the way. */
  function change(act: () => void): void {
    try {
      act();
      undo.textContent = "";
    } catch (error) {
      undo.textContent = explain(error);
    }
    announce();
  }

  function move(row: HTMLElement, key: string, step: -1 | 1): void {
    const order = shown().map((saved) => saved.key);
    const at = order.indexOf(key);
    const to = at + step;
    if (to < 0 || to >= order.length) return;
    change(() => {
      if (step < 0) shelf.move(key, order[to - 1], order[to]);
      else shelf.move(key, order[to], order[to + 1]);
    });
    undo.textContent = `Now ${String(to + 1)} of ${String(order.length)}`;
    row.scrollIntoView({ block: "nearest" });
  }

  function remove(row: HTMLElement, key: string): void {
    const saved = shelf.get(key);
    const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("a");
    change(() => {
      shelf.remove(key);
    });
    if (!saved) return;
    const back = document.createElement("button");
    back.className = "button";
    back.type = "button";
    back.textContent = "Undo";
    back.addEventListener("click", () => {
      change(() => {
        shelf.put(saved);
      });
      rows.get(key)?.querySelector("a")?.focus();
    });
    undo.replaceChildren(`Removed “${titleOf(saved)}”. `, back);
    (next ?? back).focus();
  }

  /** Keeps the note of a row as it stands. */
  function keepNote(note: HTMLTextAreaElement): void {
    const key = note.closest("li")?.dataset["key"] ?? "";
    if (shelf.get(key)?.note !== note.value)
      change(() => {
        shelf.change(key, { note: note.value });
      });
  }

  const offer = createOffer(part(root, "offer"), {
    base: urls.base,
    shelf,
    lookUp,
    // What the address brought is settled: a reload does not bring it again.
    closed() {
      if (location.hash !== "") history.replaceState(history.state, "", location.pathname);
    },
  });
  const openImport = createImport(
    part(root, "import") as HTMLDialogElement,
    (papers, from) => void offer.show(papers, from),
  );
  const share = createShare(part(root, "share"));
  const keeping = watchKeeping(part(root, "kept"));
  const menus = [part(root, "exports"), part(root, "share")];
  menus.forEach(closeOutside);
  createExports(part(root, "exports"), {
    urls,
    files: "files" in root.dataset,
    names,
    papers: shown,
  });

  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-act]");
    const row = button?.closest("li");
    const key = row?.dataset["key"] ?? "";
    const act = button?.dataset["act"];
    if (act === "import") openImport();
    if (act === "discard") change(() => kept.broken.forEach(shelf.remove));
    if (act === "restore") void restore(shelf, urls, lookUp, kept.broken).then(announce);
    if (!row || button?.ariaDisabled === "true") return;
    if (act === "up" || act === "down") move(row, key, act === "up" ? -1 : 1);
    if (act === "note") openNote(row);
    if (act === "remove") remove(row, key);
  });
  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const key = target.closest("li")?.dataset["key"] ?? "";
    change(() => {
      shelf.change(key, { progress: target.value as Progress });
    });
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  list.addEventListener("input", ({ target }) => {
    clearTimeout(typing);
    if (target instanceof HTMLTextAreaElement) typing = setTimeout(keepNote, SETTLED, target);
  });
  list.addEventListener("focusout", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    clearTimeout(typing);
    keepNote(target);
    target.hidden = target.value === "";
  });
  watchDragging(list, (row) => {
    const keyOf = (other: Element | null) => (other as HTMLElement | null)?.dataset["key"];
    change(() => {
      const [before, after] = [row.previousElementSibling, row.nextElementSibling];
      shelf.move(row.dataset["key"] ?? "", keyOf(before), keyOf(after));
    });
  });
  words.addEventListener("input", draw);
  part(root, "shown").addEventListener("change", draw);
  addEventListener(CHANGED, draw);
  addEventListener("storage", ({ key }) => {
    if (shelf.owns(key)) draw();
  });
  // A note is kept even when the window goes before it has settled.
  addEventListener("pagehide", () => {
    if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
  });

  const readAddress = () => {
    const keys = readShared(location.hash);
    if (keys.length === 0) return;
    const named = keys.map((key) => ({ name: key, addresses: [`papers/${key}/`] }));
    void offer.show(
      named,
      `A shared list of ${String(keys.length)} ${keys.length === 1 ? "paper" : "papers"}`,
    );
  };
  addEventListener("hashchange", readAddress);
  draw();
  readAddress();
  if (kept.papers.length > 0) void freshen(shelf, urls, lookUp, announce);
}
