/** Leftovers of damaged TeX that a reader must never see, each with what it looks like in a sentence. */
export const LITTER: readonly { name: string; pattern: RegExp; example: string }[] = [
  { name: "times", pattern: /\dtimes\b|\btimes\d|\d times \d/u, example: "is 4.5times faster" },
  { name: "escaped percent", pattern: /\\[%&#_$]/u, example: "only 0.05\\% of it" },
  { name: "TeX quotes", pattern: /``|(?<!')''(?!')/u, example: "so ``quoted'' here" },
  { name: "hex dash", pattern: /x20[12][0-9a-f]/iu, example: "each runx2014each one" },
  { name: "bare ell", pattern: /\bell_?\d/u, example: "the ell_2 norm" },
  { name: "bare arrow", pattern: /(?:left|right)arrow/iu, example: "imageleftrightarrowtext" },
  { name: "font command", pattern: /\b(?:rm|bf|it|tt|sf) [A-Z]/u, example: "our rm StatsQ" },
  {
    name: "font macro",
    pattern: /\b(?:text(?:bf|it|tt|sc|rm|sf)|math(?:cal|bb|rm|bf|frak)|emph)\b/u,
    example: "textbf word",
  },
  { name: "subscript", pattern: /[_^]\{/u, example: "the AP_{BEV} of" },
  { name: "bare superscript", pattern: /\w\^\w/u, example: "the S^2 sphere" },
  { name: "star", pattern: /\^\*?star/u, example: "the W^star found" },
  { name: "cdot", pattern: /cdots?/u, example: "Acdot S" },
  {
    name: "Greek by name",
    pattern: /[-_^](?:alpha|beta|gamma|delta|lambda|sigma|theta)\b/u,
    example: "S_1^-alpha",
  },
  {
    name: "bullet",
    pattern: /(?:^|\s)bullet (?!points?\b|lists?\b|chart)/u,
    example: "in short: bullet We show",
  },
  { name: "TeX comment", pattern: /%[A-Z][a-z]/u, example: "done. %For example" },
  { name: "address in braces", pattern: /\{https?:/u, example: "LoLDU{https://x.org}" },
  {
    name: "asterisks",
    pattern: /(?<![\p{L}\p{N}*])\*{1,2}\p{L}[\p{L} -]*\p{L}\*{1,2}(?![\p{L}\p{N}*])/u,
    example: "a *two-stage* way",
  },
  { name: "infinity by name", pattern: /infty/u, example: "Adapt-infty" },
  {
    name: "dollars",
    pattern: /\$[^$\n]{0,120}[\\_^=][^$\n]{0,120}\$/u,
    example: "with $L(s) = L_0$",
  },
  { name: "TeX command", pattern: /\\[a-zA-Z]{2,}/u, example: "an \\alpha left" },
  { name: "citation", pattern: /~?\\?cite[pt]?\{/u, example: "as in cite{x}" },
  {
    name: "character reference",
    pattern: /&(?:amp|lt|gt|quot|#\d+);/u,
    example: "R&amp;D twice escaped",
  },
];

/** What of a text is litter: its kind, with the words around it. */
export function findLitter(text: string): string[] {
  return LITTER.flatMap(({ name, pattern }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const from = Math.max(0, match.index - 30);
    return [`${name}: …${text.slice(from, match.index + match[0].length + 30)}…`];
  });
}
