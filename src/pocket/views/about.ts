import { counted } from "../../components/counts.ts";
import { make } from "../../search/element/dom.ts";
import { saveFile } from "../../search/element/save-file.ts";
import { LIST_TYPES, SOURCES } from "../../search/element/selection.ts";
import { dump } from "../citing.ts";
import type { Library } from "../library.ts";
import type { View } from "./draw.ts";
import { link, urls } from "./draw.ts";
import { pageHead } from "./list.ts";
import { searchForm } from "./search-form.ts";

/** Buttons that save the citations of the whole corpus. */
export function corpusFiles(library: Library): HTMLElement {
  const formats = { bib: "BibTeX", ris: "RIS", json: "CSL-JSON" } as const;
  const buttons = (Object.keys(formats) as (keyof typeof formats)[]).map((format) => {
    const button = make("button", { class: "button", type: "button" }, formats[format]);
    button.addEventListener("click", () => {
      void dump(library, SOURCES[format]).then((text) => {
        saveFile(SOURCES[format], LIST_TYPES[format], text);
      });
    });
    return make("li", {}, button);
  });
  return make(
    "section",
    {},
    make("h2", {}, "All citations"),
    make("ul", { class: "chips" }, ...buttons),
  );
}

/** What this file is. */
export function aboutView(library: Library): View {
  const { title, description, papers, authors, updated, home } = library.shelves;
  const dated = updated === "" ? "" : ` The newest appeared on ${updated}.`;
  return {
    title: "About",
    nodes: [
      pageHead("About this file"),
      make(
        "div",
        { class: "prose" },
        make("p", {}, `${title}. ${description}`),
        make(
          "p",
          {},
          `This one file holds ${counted(papers, "paper")} by ${counted(authors, "author")} with their search index.${dated} ` +
            "It needs no server and no network, asks for neither, and remembers nothing but your choice of light or dark. " +
            "Only links to a paper's own places lead outside.",
        ),
        ...(home === undefined
          ? []
          : [make("p", {}, "The site that it was made from: ", link(home, home))]),
        make("p", {}, "Titles and abstracts are their authors' own."),
      ),
      make("div", { class: "part" }, corpusFiles(library)),
    ],
  };
}

/** For an address that leads nowhere. */
export const lostView = (): View => ({
  title: "Nothing here",
  nodes: [
    pageHead("There is nothing at this address", [
      make("p", {}, "It may be mistyped, or of a paper that came after this file was made."),
    ]),
    searchForm("Search papers"),
    make("p", { class: "ways" }, link(urls.papers(), "All papers"), link(urls.home(), "Start")),
  ],
});
