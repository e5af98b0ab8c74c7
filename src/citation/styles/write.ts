import CSL from "citeproc";
import { parseVenue } from "../../paper/venues.ts";
import { ACM } from "./csl/acm.ts";
import { APA } from "./csl/apa.ts";
import { CHICAGO } from "./csl/chicago.ts";
import { HARVARD } from "./csl/harvard.ts";
import { IEEE } from "./csl/ieee.ts";
import { EN_US } from "./csl/locale.ts";
import { MLA } from "./csl/mla.ts";
import { NATURE } from "./csl/nature.ts";
import { VANCOUVER } from "./csl/vancouver.ts";
import type { CslItem } from "./item.ts";
import type { StyleName } from "./names.ts";

const STYLES: Readonly<Record<StyleName, string>> = {
  apa: APA,
  mla: MLA,
  chicago: CHICAGO,
  harvard: HARVARD,
  ieee: IEEE,
  acm: ACM,
  vancouver: VANCOUVER,
  nature: NATURE,
};

/** With the conference's name alone beside its label, for styles that set the year apart: `ICLR`, `ICLR 2025`. */
function withSeries(item: CslItem): CslItem {
  const label = item["container-title"];
  return typeof label === "string" ? { ...item, "collection-title": parseVenue(label).name } : item;
}

/**
 * References in a style, plain text, one a paper, in the order given; numbered where the style numbers them. Drawn by
 * citeproc-js, which is as large as the rest of the site's scripts together: load this module when it is asked for.
 */
export function writeReferences(items: readonly CslItem[], style: StyleName): string[] {
  const byId = new Map(items.map((item) => [item.id, withSeries(item)]));
  const engine = new CSL.Engine(
    { retrieveLocale: () => EN_US, retrieveItem: (id) => byId.get(id) ?? {} },
    STYLES[style],
    "en-US",
  );
  engine.setOutputFormat("text");
  engine.updateItems([...byId.keys()]);
  const made = engine.makeBibliography();
  return made === false ? [] : made[1].map((entry) => entry.replace(/\s+/gu, " ").trim());
}
