import { byKind, link, macro, style, yearOr } from "./parts.ts";

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
        journal: `<text variable="container-title"/>`,
        conference: `<text variable="container-title" prefix="In "/>`,
        preprint: `<group delimiter=", "><text value="Preprint"/><text variable="number"/></group>`,
      }),
    ),
  `<text macro="author" suffix=". "/><group suffix=". ">${yearOr("n.d.")}</group><text variable="title" quotes="true" suffix="."/><text macro="source" prefix=" " suffix="."/><group prefix=" " suffix=".">${link()}</group>`,
);
