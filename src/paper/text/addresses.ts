/** Hosts refuse longer addresses, and parsers of Markdown take time in the square of their length. */
const LONGEST = 2048;
const ADDRESS = new RegExp(
  `https?:\\/\\/(?:\\\\[_%#&~$]|[\\w\\-.~:/?#[\\]@!&'()*+,;=%]){1,${String(LONGEST)}}`,
  "iuy",
);

/** Cuts what follows an address rather than ends it: punctuation, and brackets that it does not open. */
function trimAddress(address: string): string {
  let end = address.length;
  let opened = (address.match(/\(/gu) ?? []).length - (address.match(/\)/gu) ?? []).length;
  for (; end > 0; end -= 1) {
    const char = address[end - 1] ?? "";
    if (char === ")" && opened < 0) opened += 1;
    else if (!/[.,;:!?'*_\][(\\]/u.test(char)) break;
    else if (char === "(") opened -= 1;
  }
  return address.slice(0, end);
}

/**
 * The web address at `at`, TeX's escapes undone. `end` takes in a copy of itself in braces, as a lost
 * command leaves it (`https://a.b{https://a.b}`). Undefined where none is.
 */
export function readAddress(text: string, at: number): { url: string; end: number } | undefined {
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0];
  if (found === undefined || found.length > LONGEST) return undefined;
  const source = trimAddress(found);
  const url = source.replace(/\\([_%#&~$])/gu, "$1");
  if (!/^https?:\/\/[\w[]/iu.test(url) || !URL.canParse(url)) return undefined;
  let end = at + source.length;
  const copy = `{${source}}`;
  if (text.startsWith(copy, end)) end += copy.length;
  return { url, end };
}
