/** TeX's names of characters, and what they are in Unicode. */

/** `name=sign` pairs, parted by spaces, as a table. */
export const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .split(" ")
      .map((pair): [string, string] => [
        pair.slice(0, pair.indexOf("=")),
        pair.slice(pair.indexOf("=") + 1),
      ]),
  );

/** Greek letters by name. */
export const GREEK = table(
  "alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ " +
    "mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω " +
    "Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω",
);

/** Arrows by name: none of them is a word of any language. */
export const ARROWS = table(
  "leftrightarrow=↔ rightarrow=→ leftarrow=← uparrow=↑ downarrow=↓ updownarrow=↕ longrightarrow=⟶ longleftarrow=⟵ " +
    "longleftrightarrow=⟷ Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ Uparrow=⇑ Downarrow=⇓ hookrightarrow=↪ mapsto=↦ " +
    "rightleftharpoons=⇌ nearrow=↗ searrow=↘",
);

/** Other signs of formulas. */
export const SIGNS = table(
  "times=× cdot=· pm=± mp=∓ div=÷ ast=∗ star=⋆ circ=∘ bullet=• infty=∞ leq=≤ le=≤ geq=≥ ge=≥ neq=≠ ne=≠ approx=≈ " +
    "sim=∼ simeq=≃ equiv=≡ propto=∝ ll=≪ gg=≫ in=∈ notin=∉ subset=⊂ subseteq=⊆ supset=⊃ cup=∪ cap=∩ emptyset=∅ " +
    "forall=∀ exists=∃ neg=¬ wedge=∧ vee=∨ oplus=⊕ otimes=⊗ odot=⊙ nabla=∇ partial=∂ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ " +
    "sum=∑ prod=∏ int=∫ perp=⊥ top=⊤ bot=⊥ angle=∠ degree=° prime=′ dagger=† ddagger=‡ checkmark=✓ natural=♮ " +
    "langle=⟨ rangle=⟩ lbrace={ rbrace=} lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ mid=∣ setminus=∖ to=→ gets=← cdots=⋯ ldots=… dots=…",
);

const FUNCTIONS = new Set(
  "log ln exp sqrt min max sin cos tan tanh sup inf arg argmin argmax det dim ker lim Pr poly polylog".split(
    " ",
  ),
);

/** Names that only stand in formulas, with or without arguments. */
const STRUCTURES = new Set(
  (
    "frac tfrac dfrac sqrt binom mathcal mathbb mathbf mathrm mathsf mathtt mathit mathfrak mathscr boldsymbol bm " +
    "operatorname hat bar tilde vec dot ddot widehat widetilde overline overrightarrow left right big Big bigg Bigg " +
    "lVert rVert lvert rvert Vert vert underset overset stackrel cal"
  ).split(" "),
);

/** A sign of formulas or a Greek letter by its TeX name. */
export const mathSign = (name: string): string | undefined =>
  GREEK.get(name) ?? ARROWS.get(name) ?? SIGNS.get(name);

/** Whether a TeX name belongs to formulas, so that what stands around it is one. */
export const isMathName = (name: string): boolean =>
  mathSign(name) !== undefined || STRUCTURES.has(name) || FUNCTIONS.has(name);

const pairUp = (from: string, to: string): ReadonlyMap<string, string> => {
  const targets = Array.from(to);
  return new Map(Array.from(from, (char, at): [string, string] => [char, targets[at] ?? char]));
};

const SCRIPTS = {
  _: pairUp("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
  "^": pairUp("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
};

/** A lowered or raised text in Unicode's own characters; undefined where one of them does not exist. */
export function unicodeScript(kind: "_" | "^", text: string): string | undefined {
  const chars = Array.from(text, (char) => SCRIPTS[kind].get(char));
  return chars.length > 0 && chars.every((char) => char !== undefined) ? chars.join("") : undefined;
}

/** Names that are no word and no identifier anybody sets in a formula; `top`, `in` or `sum` may be. */
const LOST = new Set(
  "infty cdot cdots ldots times leq geq neq approx propto nabla partial ell subseteq otimes oplus log ln exp min max".split(
    " ",
  ),
);
const isLostName = (name: string) => GREEK.has(name) || ARROWS.has(name) || LOST.has(name);

/**
 * Names that a lost backslash left in a formula, put right: `Acdot S_1^{-alpha}` becomes `A\cdot S_1^{-\alpha}`.
 * A formula that has any backslash is taken for sound and stays.
 */
export function repairTex(tex: string): string {
  if (tex.includes("\\")) return tex;
  return tex
    .replaceAll("−", "-")
    .replace(
      /(?<=[A-Za-z0-9)\]}])(cdot|times|leq|geq|infty|approx|propto|rightarrow|leftrightarrow|pm)(?![a-z])/gu,
      "\\$1",
    )
    .replace(/(?<![\\A-Za-z])[A-Za-z]{2,}(?![A-Za-z])/gu, (name) =>
      isLostName(name) ? `\\${name}` : name,
    )
    .replace(/(?<=[_^])(?:top|star|prime|bot|ast)(?![A-Za-z])/gu, "\\$&");
}
