/** The line of an entry's file on which a text stands first; the field's own where the text is not found. */
export function lineWith(source: string, field: string, text = ""): number {
  const lines = source.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`${field}:`));
  if (start === -1) return 1;
  const whole = new RegExp(
    `(?<![\\w-])${text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\w-])`,
    "u",
  );
  const at = text === "" ? start : lines.findIndex((line, i) => i >= start && whole.test(line));
  return (at === -1 ? start : at) + 1;
}
