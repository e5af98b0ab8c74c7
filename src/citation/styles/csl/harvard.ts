import {
  BRITISH_QUOTES,
  byKind,
  LABELLED_PAGES,
  link,
  macro,
  style,
  VOLUME,
  yearOr,
} from "./parts.ts";

/** Harvard as Cite Them Right has it, 12th edition. */
export const HARVARD = style(
  {
    id: "harvard-cite-them-right-12",
    title: "Harvard (Cite Them Right)",
    bibliography: `et-al-min="4" et-al-use-first="1"`,
  },
  BRITISH_QUOTES +
    macro(
      "author",
      `<names variable="author"><name and="text" initialize-with="." name-as-sort-order="all" delimiter-precedes-last="never" delimiter-precedes-et-al="never"/></names>`,
    ) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=", "><text variable="container-title"/>${VOLUME}${LABELLED_PAGES}</group>`,
        conference: `<group delimiter=", "><text variable="container-title" prefix="in "/><text variable="publisher"/>${LABELLED_PAGES}</group>`,
        preprint: `<text variable="number"/>`,
      }),
    ),
  `<group delimiter=" "><text macro="author"/><group prefix="(" suffix=")">${yearOr("no date")}</group><group delimiter=", "><text variable="title" quotes="true"/><text macro="source"/></group></group><text value="."/><group prefix=" Available at: " suffix=".">${link()}</group>`,
);
