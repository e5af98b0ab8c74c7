export const entity = (char: string) => `&#${String(char.codePointAt(0) ?? 0xfffd)};`;

/** Characters that MDX would take for markup where they stand; each rule looks at both neighbours. */
function escapeChar(char: string, before: string, after: string): string {
  const spaced = /^$|\s/u.test(before) && /^$|\s/u.test(after);
  switch (char) {
    case "{":
    case "`":
    case "$":
      return `\\${char}`;
    case "<":
      return "\\<";
    case "\\":
      // Before a letter a backslash is itself; before anything that gets an escape it must be doubled.
      return /[A-Za-z0-9]/u.test(after) ? char : "\\\\";
    case "*":
      return spaced && before !== "" ? char : "\\*";
    case "_":
      return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) ? char : "\\_";
    case "~":
      // After a space it can only open, and nothing will close it.
      return /\s/u.test(before) && after !== "~" ? char : "\\~";
    case "[":
      return after === "^" ? "\\[" : char;
    case "]":
      return after === "(" || after === ":" || after === "[" ? "\\]" : char;
    case "&":
      return "\\&";
    case "!":
      return after === "[" ? "\\!" : char;
    default:
      return char;
  }
}

const RISKY = /[{`$\\*_~[\]!]|<(?! \S)|&(?=#?\w{1,31};)/gu;

export function escapeText(text: string, before: string, after: string, inLink: boolean): string {
  const escaped = text.replace(RISKY, (char, at: number) => {
    if (inLink && (char === "[" || char === "]")) return `\\${char}`;
    return escapeChar(char, text[at - 1] ?? before, text[at + 1] ?? after);
  });
  // An address that a parser finds in the source keeps its escapes as they are; one that it finds in the
  // words does not.
  return inLink ? escaped : escaped.replace(/(?<=https?):(?=\/\/)|(?<=www)\./giu, "\\$&");
}

/** What a line must not begin with, because a block would begin there instead. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^\s|\s$/gu, entity)
    .replace(/^(import|export)\b/u, (word) => entity(word[0] ?? "") + word.slice(1))
    .replace(/^(#{1,6}|[-+]|=+|-+)(?=\s|$|-|=)/u, "\\$1")
    .replace(/^[>|:]/u, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, "$1\\$2")
    .replace(/^(?:~~~)/u, "\\~~~")
    .replace(/^\[(?=[ xX]\](?!\())/u, "\\[");
}

const safeTail = (after: string) => /^(?:[.,;:!?]*\)?[.,;:!?]*)(?:\s|$)/u.test(after);

/** Whether an address standing bare in the text would become exactly this link (GFM autolink literals). */
export function isBareLink(url: string, words: string, before: string, after: string): boolean {
  if (
    url !== words ||
    !/^https?:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#][\w\-./?=%&+#,@:~]*)?$/u.test(
      url,
    )
  )
    return false;
  return (
    /[\w/=-]$/u.test(url) &&
    !/[_~]$/u.test(url) &&
    !/&\w+;/u.test(url) &&
    /^$|[\s(]/u.test(before) &&
    safeTail(after)
  );
}

export const escapeUrl = (url: string) =>
  url
    .replace(/[\\()<>&*_`$[\]{}~!"']/gu, (char) => (/[a-zA-Z0-9]/u.test(char) ? char : `\\${char}`))
    .replace(/\s/gu, encodeURIComponent);
