import { byKind, LABELLED_PAGES, link, macro, SERIES, style, YEAR } from "./parts.ts";

/** MLA Handbook, 9th edition: the core elements of chapter 5. */
export const MLA = style(
  { id: "mla-9", title: "MLA, 9th edition", bibliography: `et-al-min="3" et-al-use-first="1"` },
  macro(
    "author",
    `<names variable="author"><name and="text" name-as-sort-order="first" delimiter-precedes-last="always" delimiter-precedes-et-al="always"/></names>`,
  ) +
    macro(
      "date",
      byKind({
        journal: YEAR,
        conference: YEAR,
        alone: YEAR,
        preprint: `<date variable="issued" delimiter=" "><date-part name="day"/><date-part name="month" form="short"/><date-part name="year"/></date>`,
      }),
    ) +
    macro(
      "volume",
      `<group delimiter=", "><text variable="volume" prefix="vol. "/><text variable="issue" prefix="no. "/></group>`,
    ) +
    macro(
      "container",
      byKind({
        journal: `<text variable="container-title"/>`,
        conference: SERIES,
        preprint: `<group delimiter=", "><text variable="publisher"/><text variable="number"/></group>`,
      }),
    ),
  `<text macro="author" suffix=". "/><text variable="title" quotes="true" suffix=". "/><group delimiter=", " suffix="."><text macro="container"/><text macro="volume"/><text macro="date"/>${LABELLED_PAGES}${link()}</group>`,
);
