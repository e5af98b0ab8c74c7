/** What is longer is no conditional of a journal's, in UTF-16 units. */
const PART = String.raw`((?:(?!\\(?:else|fi|ifmmode)(?![a-z]))[^]){0,300})`;
const CONDITIONAL = new RegExp(
  String.raw`\\ifmmode(?![a-z])\s*${PART}\\else(?![a-z])\s*${PART}\\fi(?![a-z])\s?(?:\{\})?`,
  "gu",
);

const isOdd = (count: number) => count % 2 === 1;

/**
 * A value without TeX's question whether it stands in a formula, `\ifmmode\times\else\texttimes\fi{}`, as the
 * American Physical Society's exports ask it for every sign and accent: where it stands is known here.
 */
export function resolveConditionals(value: string): string {
  if (!value.includes("\\ifmmode")) return value;
  let dollars = 0;
  let from = 0;
  return value.replace(CONDITIONAL, (whole: string, math: string, text: string, at: number) => {
    dollars += value.slice(from, at).match(/(?<!\\)\$/gu)?.length ?? 0;
    from = at + whole.length;
    const isMath = isOdd(dollars);
    const chosen = (isMath ? math : text).trim();
    // What follows must not become part of a command's name.
    const isOpen = /\\[a-z]+$/iu.test(chosen) && /[a-z]/iu.test(value[from] ?? "");
    return isOpen ? chosen + (isMath ? " " : "{}") : chosen;
  });
}
