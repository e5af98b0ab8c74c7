import { byKind, link, macro, PAGES, style, yearOr } from "./parts.ts";

/** The ACM Reference Format (ACM's author guide, "Citation Style and Reference Formats"). */
export const ACM = style(
  {
    id: "acm-reference-format",
    title: "ACM",
    bibliography: `second-field-align="flush"`,
  },
  macro(
    "author",
    `<names variable="author"><name and="text" delimiter-precedes-last="contextual"/></names>`,
  ) +
    macro(
      "source",
      byKind({
        journal: `<group delimiter=", "><group delimiter=" "><text variable="container-title"/><group delimiter=", "><text variable="volume"/><text variable="issue"/></group></group>${PAGES}</group>`,
        conference: `<group delimiter=", "><text variable="container-title" prefix="In "/><text variable="publisher"/>${PAGES}</group>`,
        preprint: `<text variable="number"/>`,
      }),
    ),
  `<text variable="citation-number" prefix="[" suffix="]"/><group prefix=" " delimiter=" "><text macro="author" suffix="."/><group suffix=".">${yearOr("n.d.")}</group><text variable="title" suffix="."/><text macro="source" suffix="."/>${link()}</group>`,
);
