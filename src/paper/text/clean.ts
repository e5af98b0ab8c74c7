import type { Repair } from "./repair.ts";
import { MOJIBAKE, mendMojibake } from "./mojibake.ts";
import { Traced } from "./traced.ts";

const LIGATURES = (sign: string) => sign.normalize("NFKC");

/** Characters that no text needs and that mislead readers, searches or parsers, by rule. */
const JUNK: readonly {
  rule: string;
  pattern: RegExp;
  after: string | ((before: string) => string);
}[] = [
  // A text in UTF-8 that was read as Windows-1252 and saved: what it was can be told for certain, before any of it goes.
  { rule: "mojibake", pattern: MOJIBAKE, after: mendMojibake },
  { rule: "line-ends", pattern: /\r\n?|[\u2028\u0085]/gu, after: "\n" },
  { rule: "paragraph-ends", pattern: /\u2029|[\v\f]/gu, after: "\n\n" },
  // A lone half of a pair; with the `u` flag it matches only where its other half is missing.
  { rule: "lone-surrogate", pattern: /[\ud800-\udfff]/gu, after: "\ufffd" },
  { rule: "control-character", pattern: /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/gu, after: "" },
  { rule: "bidirectional-control", pattern: /[\u202a-\u202e\u2066-\u2069]+/gu, after: "" },
  { rule: "invisible-character", pattern: /[\ufeff\u00ad\u200b\u200e\u200f\u2060]+/gu, after: "" },
  // Letters joined by a typesetter: whoever searches types them apart.
  { rule: "ligature", pattern: /[\ufb00-\ufb06]/gu, after: LIGATURES },
  // More accents on one letter than any script has: Unicode's own limit for streams (UAX 15) is 30.
  { rule: "piled-marks", pattern: /(?<=\p{M}{30})\p{M}+/gu, after: "" },
  // Unicode's placeholder for an object: here it stands for formulas while sentences are split.
  { rule: "object-character", pattern: /\ufffc+/gu, after: "" },
];

/** Line ends that a CR LF file has are no damage. */
const SILENT = new Set(["line-ends", "paragraph-ends"]);

/** A text without control, bidirectional and invisible characters, in NFC, lines ending in LF. */
export function cleanCharacters(raw: string, repairs: Repair[]): Traced {
  let text = new Traced().append(raw, 0);
  for (const { rule, pattern, after } of JUNK) {
    text = text.replace(
      pattern,
      ([before]) => (typeof after === "string" ? after : after(before)),
      (before, made, offset) => {
        if (!SILENT.has(rule)) repairs.push({ rule, before, after: made, offset });
      },
    );
  }
  if (text.text.normalize("NFC") === text.text) return text;
  return text.replace(
    /[\p{L}\p{N}\p{S}\p{P}]?\p{M}+|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[^\0-\u02ff]/gu,
    ([cluster]) => cluster.normalize("NFC"),
    (before, after, offset) => repairs.push({ rule: "nfc", before, after, offset }),
  );
}
