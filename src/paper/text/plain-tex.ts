import { ARROWS, GREEK, SIGNS } from "./tex-symbols.ts";

/** Characters that Unicode has raised, in the order of `RAISED`. */
const PLAIN_UP = "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ⊤′";
const RAISED = Array.from(
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵡᵀ′",
);

/** Characters that Unicode has lowered, in the order of `LOWERED`. */
const PLAIN_DOWN = "0123456789+-−=()aehijklmnoprstuvxβγρφχ";
const LOWERED = Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");

const pairUp = (plain: string, drawn: readonly string[]) =>
  new Map([...plain].map((char, i): [string, string] => [char, drawn[i] ?? char]));
const UP = pairUp(PLAIN_UP, RAISED);
const DOWN = pairUp(PLAIN_DOWN, LOWERED);

/** An index in raised or lowered characters where Unicode has them all, else after its sign. */
function drawIndex(sign: "^" | "_", text: string): string {
  const table = sign === "^" ? UP : DOWN;
  const chars = [...text];
  if (chars.length > 0 && chars.every((char) => table.has(char)))
    return chars.map((char) => table.get(char) ?? "").join("");
  return chars.length <= 1 || /^[\p{L}\p{N}]+$/u.test(text) ? `${sign}${text}` : `${sign}(${text})`;
}

/** How deep groups may nest before what is in them is shown as it is written. */
const DEEPEST = 20;

/** One piece of TeX: a command, a group's edge, an index sign, blank, or any other character. */
const PIECE = /\\([A-Za-z]+)\*?|\\(.)|([{}^_])|\s+|[^\\{}^_\s]+/gsu;

/** Reads pieces of TeX one after the other, from the left. */
class Reader {
  private readonly pieces: RegExpExecArray[];
  private at = 0;

  constructor(tex: string) {
    this.pieces = [...tex.matchAll(PIECE)];
  }

  /** Everything to the end of the group, or of all. */
  group(depth: number): string {
    let text = "";
    while (this.at < this.pieces.length) {
      const piece = this.pieces[this.at];
      if (piece?.[3] === "}") {
        this.at += 1;
        break;
      }
      text += this.one(depth);
    }
    return text;
  }

  /** A command's argument: a group, a command, or a single character. */
  private argument(depth: number): string {
    if (depth > DEEPEST) return "";
    while (/^\s/u.test(this.pieces[this.at]?.[0] ?? "")) this.at += 1;
    const piece = this.pieces[this.at];
    if (!piece || piece[3] === "}") return "";
    if (piece[3] === undefined && piece[1] === undefined && piece[2] === undefined) {
      // Of `^2n` only the 2 is raised: the rest stays to be read.
      const [first = "", ...rest] = piece[0];
      if (rest.length === 0) this.at += 1;
      else piece[0] = rest.join("");
      return first;
    }
    return this.one(depth);
  }

  private one(depth: number): string {
    const piece = this.pieces[this.at];
    this.at += 1;
    if (!piece) return "";
    const [whole, name, escaped, sign] = piece;
    if (sign === "{") return depth > DEEPEST ? "" : this.group(depth + 1);
    if (sign === "^" || sign === "_") return drawIndex(sign, this.argument(depth + 1));
    if (sign !== undefined) return "";
    if (name !== undefined) return this.command(name, depth);
    if (escaped !== undefined) return /[{}%&$#_|]/u.test(escaped) ? escaped : " ";
    return /^\s/u.test(whole) ? " " : whole.replaceAll("~", " ").replaceAll("-", "−");
  }

  private command(name: string, depth: number): string {
    const sign = GREEK.get(name) ?? SIGNS.get(name) ?? ARROWS.get(name);
    if (sign !== undefined) return sign;
    if (/^[dt]?frac$/u.test(name))
      return `${wrap(this.argument(depth + 1))}/${wrap(this.argument(depth + 1))}`;
    if (name === "sqrt") return `√${wrap(this.argument(depth + 1))}`;
    // Text keeps its hyphens; alphabets, accents, sizes and fences change how a formula looks, not what it says.
    if (/^(?:text|mbox)/u.test(name)) return this.argument(depth + 1).replaceAll("−", "-");
    if (/^(?:math|operatorname|bold|bm|hat|bar|tilde|vec|dot|wide|over|under)/u.test(name))
      return this.argument(depth + 1);
    if (/^(?:left|right|[bB]igg?[lrm]?|quad|qquad|displaystyle|limits|middle)$/u.test(name))
      return name.startsWith("q") ? " " : "";
    return name;
  }
}

/** In brackets where it is more than one thing. */
const wrap = (text: string) => (/^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`);

/**
 * A formula as plain text reads it: `S^2` as S², `L_0 + A\cdot S_1^{-\alpha}` as L₀ + A·S₁⁻ᵅ. For places that hold
 * no MathML: excerpts, feeds, descriptions, search. Never fails; what it does not know it shows without its backslash.
 */
export function plainTex(tex: string): string {
  return new Reader(tex)
    .group(0)
    .replace(/\s*([·×⋅])\s*/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}
