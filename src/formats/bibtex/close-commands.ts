import { textSign } from "../../paper/text/text-signs.ts";

/** A command and the space that ends its name: an accent before its letter, or any other. */
const ENDED_BY_SPACE = /\\(?:([uvHrckdb\x60'^"])\s+(\p{L})|([A-Za-z]+)\s+(?=[^\s,;]))/gu;

/**
 * A text in which no space ends the name of a command that stands for a letter, `S\o ren`, `Fran\c cois`: braces do,
 * so that spaces part words alone.
 */
export const closeCommands = (text: string): string =>
  text.replace(ENDED_BY_SPACE, (whole, accent?: string, letter?: string, name?: string) => {
    if (accent !== undefined) return `\\${accent}{${letter ?? ""}}`;
    return /^\p{L}$/u.test(textSign(name ?? "") ?? "") ? `\\${name ?? ""}{}` : whole;
  });
