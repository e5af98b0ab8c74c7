import { byKind, LABELLED_PAGES, macro, SERIES, style, YEAR } from "./parts.ts";

/** IEEE Reference Guide, version of 2023: parts E (conference), J (periodicals) and M (preprints). */
export const IEEE = style(
  {
    id: "ieee-2023",
    title: "IEEE",
    bibliography: `et-al-min="7" et-al-use-first="1" second-field-align="flush"`,
  },
  macro("author", `<names variable="author"><name and="text" initialize-with=". "/></names>`) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=", "><text variable="container-title"/><text variable="volume" prefix="vol. "/><text variable="issue" prefix="no. "/>${LABELLED_PAGES}${YEAR}</group>`,
        conference: `<group delimiter=", "><group prefix="in ">${SERIES}</group>${YEAR}${LABELLED_PAGES}</group>`,
        alone: `<group delimiter=", "><text variable="publisher"/>${YEAR}</group>`,
        preprint: `<group delimiter=", ">${YEAR}<text variable="number"/></group>`,
      }),
    ) +
    macro(
      "access",
      `<choose><if variable="DOI"><text variable="DOI" prefix=", doi: " suffix="."/></if><else-if variable="URL"><text variable="URL" prefix=". [Online]. Available: "/></else-if><else><text value="."/></else></choose>`,
    ),
  `<text variable="citation-number" prefix="[" suffix="]"/><group prefix=" "><text macro="author" suffix=", "/><text variable="title" quotes="true" suffix=","/><text macro="source" prefix=" "/><text macro="access"/></group>`,
);
