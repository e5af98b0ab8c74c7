import { byKind, LABELLED_PAGES, link, macro, PAGES, style, VOLUME, yearOr } from "./parts.ts";

/** Publication Manual of the American Psychological Association, 7th edition: chapters 9 and 10. */
export const APA = style(
  {
    id: "apa-7",
    title: "APA, 7th edition",
    bibliography: `et-al-min="21" et-al-use-first="19" et-al-use-last="true"`,
  },
  macro(
    "author",
    `<names variable="author"><name and="symbol" initialize-with=". " name-as-sort-order="all" delimiter-precedes-last="always" sort-separator=", "/></names>`,
  ) +
    macro(
      "title",
      byKind({
        journal: `<text variable="title"/>`,
        conference: `<text variable="title"/>`,
        // 10.8: a preprint's number stands with its title, its archive where a journal would.
        preprint: `<group delimiter=" "><text variable="title"/><text variable="number" prefix="(" suffix=")"/></group>`,
        alone: `<text variable="title"/>`,
      }),
    ) +
    macro("year", `<group prefix="(" suffix=")">${yearOr("n.d.")}</group>`) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=", "><text variable="container-title"/>${VOLUME}${PAGES}</group>`,
        conference: `<group delimiter=". "><group delimiter=" "><text variable="container-title" prefix="In "/><group prefix="(" suffix=")">${LABELLED_PAGES}</group></group><text variable="publisher"/></group>`,
        preprint: `<text variable="publisher"/>`,
      }),
    ),
  `<choose><if variable="author"><group delimiter=" "><text macro="author"/><text macro="year" suffix="."/><text macro="title" suffix="."/></group></if><else><group delimiter=" "><text macro="title" suffix="."/><text macro="year" suffix="."/></group></else></choose><text macro="source" prefix=" " suffix="."/><group prefix=" ">${link()}</group>`,
);
