/** What Windows-1252 shows for the bytes 0x80 to 0x9F, in their order; the five that it leaves out as controls. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const HIGH = Array.from(WINDOWS);
const CLASS = WINDOWS;

/** Bytes of UTF-8 as Windows-1252 shows them: a leading byte and as many that follow as it asks for. */
export const MOJIBAKE = new RegExp(
  `[\u00c2-\u00df][\u00a0-\u00bf${CLASS}]|[\u00e0-\u00ef][\u00a0-\u00bf${CLASS}]{2}|\u00f0[\u00a0-\u00bf${CLASS}]{3}|â€(?![${CLASS}])`,
  "gu",
);

/** A text in which what Windows-1252 made of UTF-8 is what it was. */
export const withoutMojibake = (text: string): string => text.replace(MOJIBAKE, mendMojibake);

const byteOf = (char: string): number => {
  const at = HIGH.indexOf(char);
  return at >= 0 ? 0x80 + at : (char.codePointAt(0) ?? 0);
};

/** `Ã©` as the `é` that it was; as it stands where it was no UTF-8, or would become a control character. */
export function mendMojibake(text: string): string {
  // A closing quotation mark: its last byte is a control character, which others have taken out.
  if (text === "â€") return "”";
  try {
    const bytes = Uint8Array.from([...text], byteOf);
    const mended = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return /[\u0000-\u009f\ufeff]/u.test(mended) ? text : mended;
  } catch {
    return text;
  }
}
