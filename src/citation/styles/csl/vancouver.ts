import { byKind, macro, PAGES, SERIES, style, VOLUME, YEAR } from "./parts.ts";

/** ICMJE's recommendations, as the US National Library of Medicine spells them out in Citing Medicine, 2nd edition. */
export const VANCOUVER = style(
  {
    id: "vancouver-icmje",
    title: "Vancouver",
    bibliography: `et-al-min="7" et-al-use-first="6" second-field-align="flush"`,
  },
  macro(
    "author",
    `<names variable="author"><name initialize-with="" name-as-sort-order="all" sort-separator=" " delimiter=", " delimiter-precedes-et-al="always"/></names>`,
  ) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=". "><text variable="container-title"/><group delimiter=":"><group delimiter=";">${YEAR}${VOLUME}</group>${PAGES}</group></group>`,
        conference: `<group delimiter=". "><group delimiter="; "><group prefix="In: ">${SERIES}</group><text variable="publisher"/>${YEAR}</group><text variable="page" prefix="p. "/></group>`,
        alone: `<group delimiter="; "><text variable="publisher"/>${YEAR}</group>`,
        preprint: `<group delimiter=". "><text variable="publisher" suffix=" [Preprint]"/><group delimiter="; "><date variable="issued" delimiter=" "><date-part name="year"/><date-part name="month" form="short" strip-periods="true"/><date-part name="day"/></date><text variable="number"/></group></group>`,
      }),
    ) +
    macro(
      "access",
      `<choose><if variable="DOI"><text variable="DOI" prefix="doi:"/></if><else><text variable="URL" prefix="Available from: "/></else></choose>`,
    ),
  `<text variable="citation-number" suffix="."/><group prefix=" " delimiter=". " suffix="."><text macro="author"/><text variable="title"/><text macro="source"/></group><text macro="access" prefix=" "/>`,
);
