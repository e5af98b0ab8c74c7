/** Colours of the light theme in hexadecimal: what draws pictures knows no OKLCH. */

const toByte = (linear: number) => {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
};

/**
 * OKLCH to sRGB in hexadecimal, out of gamut clipped (B. Ottosson, "A perceptual color space for image
 * processing", 2020).
 *
 * @param lightness 0 to 1.
 * @param hue in degrees.
 */
export function toHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => toByte(channel).toString(16).padStart(2, "0")).join("")}`;
}

export const PAPER = toHex(0.985, 0.004, 85);
export const INK = toHex(0.22, 0.01, 60);
export const MUTED = toHex(0.46, 0.012, 60);
export const LINE = toHex(0.89, 0.008, 80);
const ACCENT = toHex(0.45, 0.09, 160);

/** The stripe of a topic hue, 1 to 12; the site's own green without one. */
export const stripe = (hue: number | undefined) =>
  hue === undefined ? ACCENT : toHex(0.6, 0.1, 20 + 30 * (hue - 1));

/** The same hue dark enough for words. */
export const wordsIn = (hue: number | undefined) =>
  hue === undefined ? ACCENT : toHex(0.47, 0.1, 20 + 30 * (hue - 1));
