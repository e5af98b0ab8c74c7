import { isMathName, repairTex, unicodeScript } from "./tex-symbols.ts";

/** A formula that stands in a text without dollar signs. */
export interface BareMath {
  start: number;
  end: number;
  /** TeX; or, where a few Unicode characters say the same, those as `text`. */
  tex?: string;
  text?: string;
  rule: string;
}

const NAMES =
  "star|ast|infty|top|prime|dagger|ell|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|sigma|tau|phi|omega";

/** What may hang on a base: a group, a TeX name, a name whose backslash was lost, a number, one letter. */
const SCRIPT = new RegExp(
  String.raw`([_^])(?:(\{(?:[^{}$\n]|\{[^{}$\n]{0,40}\}){1,60}\})|(\\[A-Za-z]+)|(${NAMES})(?![A-Za-z0-9_])` +
    String.raw`|([-−]?\d{1,4})(?![\d.]*[\p{L}_]|\.\d)|([A-Za-z*+])(?![\p{L}\p{N}_]))`,
  "uy",
);
const BASE =
  /(?<![\p{L}\p{N}\p{M}_^\\$.@/}&#-])(?:\\[A-Za-z]+|[A-Za-z]{1,4}|\p{Script=Greek}|ℓ|\d+(?:\.\d+)?|[A-Za-z]{5,8}(?=_$))$/u;
/** `S(True) + ` before a formula belongs to it. */
const LEADING_TERM = /(?<![\p{L}\p{N}_\\-])[A-Z]\([A-Za-z]{1,12}\) ?[+=-] ?$/u;
const ARGUMENT = /\((?=[^()\s$]*[|,;]|[^()\s$]{1,2}\))[^()\s$]{1,40}\)/uy;
const NEXT_TERM = /[+*/=-](?:\\[A-Za-z]+|[A-Za-z]{1,2}|\d+(?:\.\d+)?)(?![\p{L}\p{N}])/uy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Scripts in sequence from `at`: where they end, and their TeX. */
function readScripts(
  text: string,
  at: number,
): { end: number; tex: string; braced: boolean } | undefined {
  let end = at;
  let tex = "";
  let braced = false;
  for (let count = 0; count < 4; count += 1) {
    const match = matchAt(SCRIPT, text, end);
    if (!match) break;
    const [whole, kind = "", group, command, name, number, letter] = match;
    braced ||= group !== undefined;
    if (name !== undefined) tex += `${kind}\\${name}`;
    // TeX itself would raise only the first digit.
    else if (number !== undefined && number.length > 1)
      tex += `${kind}{${number.replace("−", "-")}}`;
    else
      tex += kind + (group === undefined ? (command ?? number ?? letter ?? "") : repairTex(group));
    end += whole.length;
  }
  return tex === "" ? undefined : { end, tex, braced };
}

/** Whether scripts on several letters are a formula and no file name or identifier. */
function isFormulaBase(base: string, scripts: { tex: string; braced: boolean }): boolean {
  if (/^(?:\p{L}|ℓ|\d[\d.]*|\\.*)$/u.test(base))
    return !(/^\d/u.test(base) && scripts.tex.startsWith("_"));
  if (base === "ell") return true;
  return scripts.braced || (base.length <= 3 && /^\^\d$/u.test(scripts.tex));
}

/**
 * The formula around the `_` or `^` at `at`, not reaching back before `floor`: `AP_{BEV}`, `S^2`, `W_V`,
 * `D_{KL}(True||Model)`. Undefined where it is a name (`snake_case`), an emoticon or anything else.
 * Looks at a bounded stretch, so a text of nothing but underscores costs linear time.
 */
export function readScripted(text: string, at: number, floor: number): BareMath | undefined {
  const before = text.slice(Math.max(floor, at - 40), at);
  // One more character lets the lookbehind see what precedes.
  const base = BASE.exec(
    before.length === 40 ? before : text.slice(Math.max(0, floor - 1), at),
  )?.[0];
  if (base === undefined || base === "" || base.length > at - floor) return undefined;
  const scripts = readScripts(text, at);
  if (scripts === undefined || !isFormulaBase(base, scripts)) return undefined;
  let start = at - base.length;
  let { end } = scripts;
  if (base === "ell") {
    const sub = /^_\{?([0-9p])\}?$/u.exec(scripts.tex)?.[1];
    const lowered = sub === undefined ? undefined : unicodeScript("_", sub);
    if (lowered !== undefined) return { start, end, text: `ℓ${lowered}`, rule: "ell-norm" };
  }
  let tex = (base === "ell" ? "\\ell" : base) + scripts.tex;
  for (let count = 0; count < 8; count += 1) {
    const more = matchAt(ARGUMENT, text, end) ?? matchAt(NEXT_TERM, text, end);
    if (!more) break;
    const next = readScripts(text, end + more[0].length);
    tex += more[0] + (next?.tex ?? "");
    end = next?.end ?? end + more[0].length;
  }
  const lead = LEADING_TERM.exec(text.slice(Math.max(floor, start - 24), start))?.[0];
  if (lead !== undefined) {
    start -= lead.length;
    tex = lead + tex;
  }
  return { start, end, tex, rule: "bare-math" };
}

const ORDER = /[OoΩΘ]\((?:[^()$\n]|\([^()$\n]{0,40}\)){1,60}\)/uy;
const ORDER_NAMES =
  /(?<![\\A-Za-z])(log|ln|exp|min|max|epsilon|alpha|beta|delta|gamma|kappa|lambda|sigma|tau)(?![A-Za-z])/gu;

/** An order of growth at `at`: `O(1/K)`, `O(n log n)`, `O(sqrt(T))`. */
export function readOrder(text: string, at: number): BareMath | undefined {
  const match = matchAt(ORDER, text, at);
  if (!match || /[\p{L}\p{N}]/u.test(text[at + match[0].length] ?? "")) return undefined;
  // Between dollar signs that are text somebody else has to decide what it is.
  if (text[at - 1] === "$" || /^\\?\$/u.test(text.slice(at + match[0].length))) return undefined;
  const inner = match[0].slice(2, -1);
  const letters = inner
    .replace(/\\[A-Za-z]+|\{[^{}]*\}/gu, " ")
    .replace(ORDER_NAMES, " ")
    .replace(/sqrt|polylog|poly/gu, " ");
  if (/[A-Za-z]{2}/u.test(letters) || /[^A-Za-z0-9 +\-*/^_,.{}()|\\]/u.test(letters))
    return undefined;
  if (!/[A-Za-z0-9]/u.test(inner) || /^\s|\s$/u.test(inner)) return undefined;
  // A brace that only opens or closes there guards capitals: `{O(1} 1 1)`.
  if (/[{}]/u.test(inner.replace(/\{[^{}]*\}/gu, ""))) return undefined;
  const tex = inner
    .replace(/(?<!\\)sqrt\(([^()]*)\)/gu, "\\sqrt{$1}")
    .replace(/(?<![\\A-Za-z])(poly(?:log)?)(?![A-Za-z])/gu, "\\mathrm{$1}")
    .replace(/\^(-?\d{2,}|-\d)/gu, "^{$1}")
    .replace(/([_^])\(([^()]*)\)/gu, "$1{$2}")
    .replace(ORDER_NAMES, "\\$1");
  const head = { Ω: "\\Omega", Θ: "\\Theta" }[text[at] ?? ""] ?? text[at] ?? "O";
  return { start: at, end: at + match[0].length, tex: `${head}(${tex})`, rule: "order-of-growth" };
}

const CHUNK =
  /(?:\\[A-Za-z]+|\{(?:[^{}$\n]|\{(?:[^{}$\n]|\{[^{}$\n]*\})*\})*\}|[A-Za-z0-9](?![A-Za-z]{2})|[_^+*/=|<>-]|\([^()\s$]{1,40}\))+/uy;

/** TeX of formulas that stands outside of any, from the command at `at`: `\alpha`, `\mathcal{O}(n)`, `\sqrt{T}`. */
export function readCommandMath(text: string, at: number): BareMath | undefined {
  const name = /^\\([A-Za-z]+)/u.exec(text.slice(at, at + 30))?.[1] ?? "";
  if (!isMathName(name)) return undefined;
  // A chunk longer than any inline formula is no formula.
  const window = text.slice(at, at + 200);
  const match = matchAt(CHUNK, window, 0);
  if (!match) return undefined;
  const tex = match[0].replace(/[-+*/=|<>_^]+$/u, "");
  return tex === "" ? undefined : { start: at, end: at + tex.length, tex, rule: "bare-math" };
}
