import { byKind, link, macro, PAGES, style, yearOr } from "./parts.ts";

/** The Chicago Manual of Style, 17th edition, author and date: chapter 15. */
export const CHICAGO = style(
  {
    id: "chicago-17-author-date",
    title: "Chicago, 17th edition, author and date",
    bibliography: `et-al-min="11" et-al-use-first="7"`,
  },
  macro(
    "author",
    `<names variable="author"><name and="text" name-as-sort-order="first" delimiter-precedes-last="always" delimiter-precedes-et-al="always"/></names>`,
  ) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=": "><group delimiter=" "><text variable="container-title"/><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>${PAGES}</group>`,
        conference: `<group delimiter=". "><group delimiter=", "><text variable="container-title" prefix="In "/>${PAGES}</group><text variable="publisher"/></group>`,
        preprint: `<group delimiter=", "><text value="Preprint"/><text variable="number"/></group>`,
      }),
    ),
  `<text macro="author" suffix=". "/><group suffix=". ">${yearOr("n.d.")}</group><text variable="title" quotes="true" suffix="."/><text macro="source" prefix=" " suffix="."/><group prefix=" " suffix=".">${link()}</group>`,
);
