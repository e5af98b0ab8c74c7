import { byKind, LABELLED_PAGES, link, macro, PAGES, SERIES, style, YEAR } from "./parts.ts";

/** Nature's own references (its formatting guide for authors). */
export const NATURE = style(
  {
    id: "nature",
    title: "Nature",
    bibliography: `et-al-min="6" et-al-use-first="1" second-field-align="flush"`,
  },
  macro(
    "author",
    `<names variable="author"><name and="symbol" initialize-with=". " name-as-sort-order="all" sort-separator=", " delimiter-precedes-last="never" delimiter-precedes-et-al="never"/></names>`,
  ) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=", "><group delimiter=" "><text variable="container-title"/><text variable="volume"/></group>${PAGES}</group>`,
        conference: `<group delimiter=" "><group prefix="In ">${SERIES}</group>${LABELLED_PAGES}</group>`,
        preprint: `<text variable="number" prefix="Preprint at "/>`,
      }),
    ),
  `<text variable="citation-number" suffix="."/><group prefix=" "><group delimiter=" "><text macro="author"/><text variable="title" suffix="."/></group><group prefix=" " delimiter=" " suffix="."><text macro="source"/><group prefix="(" suffix=")">${YEAR}</group></group><group prefix=" ">${link()}</group></group>`,
);
