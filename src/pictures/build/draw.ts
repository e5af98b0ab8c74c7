import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import satori from "satori";
import type { Card } from "../cards.ts";
import { HEIGHT, WIDTH } from "../choose.ts";
import { layOut } from "./lay-out.ts";

/** Parts of the typeface, each a file of its own. */
const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const;

/** Signs in titles: the texts' typeface has few. */
const MATH = "math";

const read = (specifier: string) => readFileSync(fileURLToPath(import.meta.resolve(specifier)));

/** Every subset is a family of its own, so that the next one is asked for a letter that this one lacks. */
const loadFonts = () =>
  [
    ...SUBSETS.flatMap((name) =>
      ([400, 600] as const).map((weight) => ({
        name: name,
        weight,
        data: read(
          `@fontsource/source-serif-4/files/source-serif-4-${name}-${String(weight)}-normal.woff`,
        ),
      })),
    ),
    {
      name: MATH,
      weight: 400 as const,
      data: read("@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff"),
    },
  ].map((font) => ({ ...font, style: "normal" as const }));

/**
 * What draws cards, once its fonts are read: satori sets the text as outlines, resvg paints them. The same
 * card gives the same bytes, a PNG of 1200 × 630 pixels, on every machine: no font of the system is used.
 *
 * @param onMissing is told which letters no font has.
 */
export async function openStudio(
  onMissing?: (letters: string) => void,
): Promise<(card: Card) => Promise<Uint8Array>> {
  await initWasm(read("@resvg/resvg-wasm/index_bg.wasm"));
  const fonts = loadFonts();
  const family = [...SUBSETS, MATH].map((name) => `'${name}'`).join(", ");
  return async (card) => {
    const svg = await satori(layOut(card, family), {
      width: WIDTH,
      height: HEIGHT,
      fonts,
      loadAdditionalAsset: (_, letters) => {
        onMissing?.(letters);
        return Promise.resolve([]);
      },
    });
    const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  };
}
