import type { Token } from "./scan.ts";

/** What a token closes or opens, and which kinds may pair with it. */
function roleOf(token: Token): { kind: string; opens: boolean; closes: boolean } | undefined {
  switch (token.kind) {
    case "open":
      return { kind: "{", opens: true, closes: false };
    case "close":
      return { kind: "{", opens: false, closes: true };
    case "mark":
      return { kind: token.mark, opens: token.opens, closes: token.closes };
    case "tag":
      if (token.name === "p" || token.name === "br") return undefined;
      return { kind: `<${token.name}`, opens: !token.closing, closes: token.closing };
    default:
      return undefined;
  }
}

/** Emphasis longer than this is two stray asterisks. */
const LONGEST_EMPHASIS = 400;

/** Whether what stands between two Markdown marks reads as emphasis. */
function isEmphasis(open: Token, close: Token, text: string): boolean {
  if (open.kind !== "mark" || close.kind !== "mark") return true;
  const inner = text.slice(open.end, Math.min(close.at, open.end + LONGEST_EMPHASIS + 1));
  if (inner.length === 0 || inner.length > LONGEST_EMPHASIS || !/[\p{L}\p{N}]/u.test(inner))
    return false;
  if (open.mark.length > 1) return true;
  // `*A*ny letter`, but no product: `x *y*z`.
  return (
    !/[\p{L}\p{N}]/u.test(text[close.end] ?? "") ||
    (open.mark === "*" && /^\p{L}{1,12}$/u.test(inner))
  );
}

/**
 * Which tokens belong together: index of the opening token to index of the closing one. Pairs never cross;
 * what finds no partner is in no pair, and stays text. Linear time.
 */
export function pairTokens(tokens: readonly Token[], text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { kind: string; index: number }[] = [];
  /** How many of a kind stand open above the innermost open brace, and those below it. */
  let counts = new Map<string, number>();
  const outer: Map<string, number>[] = [];
  tokens.forEach((token, index) => {
    const role = roleOf(token);
    if (role === undefined) return;
    if (role.closes && role.kind === "{") {
      if (outer.length === 0) return;
      while (open.at(-1)?.kind !== "{") open.pop();
      const brace = open.pop();
      counts = outer.pop() ?? new Map<string, number>();
      if (brace) pairs.set(brace.index, index);
      return;
    }
    if (role.closes && (counts.get(role.kind) ?? 0) > 0) {
      while (open.at(-1)?.kind !== role.kind) {
        const skipped = open.pop();
        if (skipped) counts.set(skipped.kind, (counts.get(skipped.kind) ?? 1) - 1);
      }
      const partner = open.pop();
      counts.set(role.kind, (counts.get(role.kind) ?? 1) - 1);
      const opener = partner === undefined ? undefined : tokens[partner.index];
      if (partner && opener && isEmphasis(opener, token, text)) {
        pairs.set(partner.index, index);
        return;
      }
    }
    if (!role.opens) return;
    open.push({ kind: role.kind, index });
    if (role.kind === "{") {
      outer.push(counts);
      counts = new Map<string, number>();
    } else counts.set(role.kind, (counts.get(role.kind) ?? 0) + 1);
  });
  return pairs;
}
