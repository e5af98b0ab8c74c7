import { byKind, link, macro, style, yearOr } from "./parts.ts";

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
        journal: `<text variable="container-title"/>`,
        conference: `<text variable="container-title" prefix="In "/>`,
        preprint: `<text variable="number"/>`,
      }),
    ),
  `<text variable="citation-number" prefix="[" suffix="]"/><group prefix=" " delimiter=" "><text macro="author" suffix="."/><group suffix=".">${yearOr("n.d.")}</group><text variable="title" suffix="."/><text macro="source" suffix="."/>${link()}</group>`,
);
