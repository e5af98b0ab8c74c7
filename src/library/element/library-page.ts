import { keepingFocus, part } from "../../search/element/dom.ts";
import type { Urls } from "../../urls.ts";
import { createLookUp } from "../look-up.ts";
import { CHANGED } from "../names.ts";
import type { Progress, Saved } from "../saved.ts";
import type { Kept } from "../shelf.ts";
import { NotKept, openShelf } from "../shelf.ts";
import { announce, explain } from "../toggle.ts";
import { readShared } from "../travel.ts";
import { watchEditing } from "./edit.ts";
import { closeOutside, createExports } from "./exports.ts";
import { freshen, restore } from "./freshen.ts";
import { createImport } from "./import.ts";
import { watchKeeping } from "./keeping.ts";
import { createOffer } from "./offer.ts";
import { createRow, fillRow } from "./saved-row.ts";
import { createShare } from "./share.ts";

/** What the list needs of the page that it stands on. */
interface Place {
  urls: Urls;
  /** A test whether a text has the words that were typed. */
  matcher: (typed: string) => (text: string) => boolean;
  names: Readonly<Record<Progress, string>>;
}

/** The reading list's page: everything that it shows follows from the browser's storage and from what is narrowed. */
export function startLibrary(root: HTMLElement, { urls, matcher, names }: Place): void {
  const shelf = openShelf(urls.base, () => localStorage);
  const lookUp = createLookUp(urls.base);
  const list = part(root, "rows");
  const template = part(root, "row") as HTMLTemplateElement;
  const words = part(root, "words") as HTMLInputElement;
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

  /** Takes the focus out of a row that goes, to the next. Where another tab has removed its paper, the page says so. */
  function leave(key: string, row: HTMLElement): void {
    (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("a")?.focus();
    if (kept.papers.some((saved) => saved.key === key)) return;
    const title = part(row, "title").textContent;
    part(root, "undo").textContent = `“${title}” was removed in another tab.`;
  }

  function drawList(papers: readonly Saved[]): void {
    for (const [key, row] of rows)
      if (!papers.some((saved) => saved.key === key)) {
        if (row.contains(document.activeElement)) leave(key, row);
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

  let asked = 0;

  /** Draws the list as it is. A row that goes gives up its focus, and with it a note: that is drawn afterwards. */
  function draw(): void {
    asked += 1;
    if (asked > 1) return;
    try {
      for (let drawn = 0; drawn < asked; drawn += 1) drawOnce();
    } finally {
      asked = 0;
    }
  }

  function drawOnce(): void {
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

  const change = watchEditing(list, {
    shelf,
    shown: () => shown().map(({ key }) => key),
    said: part(root, "undo"),
  });
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

  root.addEventListener("click", ({ target }) => {
    const act = (target as Element).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (act === "import") openImport();
    if (act === "discard")
      change(() => {
        kept.broken.forEach(shelf.remove);
      });
    if (act === "restore")
      restore(shelf, urls, lookUp, kept.broken).then(announce, (error: unknown) => {
        part(root, "undo").textContent = explain(error);
      });
  });
  words.addEventListener("input", draw);
  part(root, "shown").addEventListener("change", draw);
  addEventListener(CHANGED, draw);
  addEventListener("storage", ({ key }) => {
    if (shelf.owns(key)) draw();
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
  if (kept.papers.length > 0)
    freshen(shelf, urls, lookUp, announce).catch((error: unknown) => {
      part(root, "undo").textContent = explain(error);
    });
}
