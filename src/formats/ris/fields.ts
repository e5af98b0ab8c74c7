import { beginsItem } from "../../paper/text/read-blocks.ts";

/** One record of a tagged format: its tags with their values, in the order of the file. */
export interface TaggedRecord {
  /** 1-based line on which it starts. */
  line: number;
  fields: TaggedField[];
}

export interface TaggedField {
  tag: string;
  value: string;
  /** What its own format calls it, where that is not RIS. */
  own?: string;
}

/** Values of a tag, without empty ones. */
export const valuesOf = (record: TaggedRecord, ...tags: string[]): string[] =>
  tags.flatMap((tag) =>
    record.fields
      .filter((field) => field.tag === tag && field.value !== "")
      .map(({ value }) => value),
  );

/** Tags whose value may have paragraphs. */
const LONG = /^(?:AB|N1|N2)$/u;

/** `TY  - JOUR` as the format has it: two letters, two spaces, hyphen. */
const STRICT = /^([A-Z][A-Z0-9]) {2}-(?: (.*)|$)/u;
/** The same as programs and people get it wrong: fewer or more spaces, a tab, none after the hyphen. */
const LOOSE = /^\s{0,3}([A-Z][A-Z0-9])\s{0,4}[-–]\s?(.*)$/u;

/** The tags that RIS has (Research Information Systems, 2001 and 2011), for lines that only look like it. */
const KNOWN = new Set(
  (
    "TY ID ER TI T1 T2 T3 CT BT ST AU A1 A2 A3 A4 ED PY Y1 Y2 DA AB N1 N2 KW JO JF JA J1 J2 VL IS CP SP EP SN " +
    "DO UR LK L1 L2 L3 L4 PB CY AD AN AV C1 C2 C3 C4 C5 C6 C7 C8 CA CN DB DP ET FN LA LB M1 M2 M3 NV OP PP RI RN " +
    "RP SE TA TT U1 U2 U3 U4 U5 VO WP WT WV SV"
  ).split(" "),
);

/** Whether a tag is one of RIS's own: some programs write more of theirs after a record's end. */
export const isKnownTag = (tag: string): boolean => KNOWN.has(tag);

/** What a line is: a tag with the beginning of its value, or a further line of the one before. */
export function readTag(line: string): { tag: string; value: string } | undefined {
  const strict = STRICT.exec(line);
  const match = strict ?? LOOSE.exec(line);
  const [, tag = "", value = ""] = match ?? [];
  if (!match || !(KNOWN.has(tag) || (strict && line.length < 4000))) return undefined;
  // `ER` and `TY` have nothing, or one word, after them: `ER - positive cells` in a sentence is none.
  // Trimmed first: patterns for spaces at both ends take time in the square of their number.
  const text = value.trim();
  if (tag === "ER" && !(strict ? /^\S{0,12}$/u : /^$/u).test(text)) return undefined;
  if (tag === "TY" && !/^[A-Za-z ]{0,12}$/u.test(text)) return undefined;
  return { tag, value: text };
}

/** Adds a line that continues the value before it. Lines wrapped at a column join; blank ones part paragraphs, marks items of lists. */
export function continueValue(record: TaggedRecord, line: string, isAfterBlank: boolean): void {
  const last = record.fields.at(-1);
  if (!last) return;
  const text = line.trim();
  const isLong = LONG.test(last.tag);
  const joint = isLong && isAfterBlank ? "\n\n" : isLong && beginsItem(text) ? "\n" : " ";
  last.value = last.value === "" ? text : `${last.value}${joint}${text}`;
}
