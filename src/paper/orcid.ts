/** Whether a text is an ORCID iD whose last sign agrees with the others (ISO 7064, MOD 11-2). */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u.test(text)) return false;
  const signs = text.replaceAll("-", "");
  let total = 0;
  for (const digit of signs.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return signs[15] === (check === 10 ? "X" : String(check));
}

/** The ORCID iD in a text, which may be its address; undefined where there is none, or one that was mistyped. */
export function orcidIn(text: string): string | undefined {
  const found = /\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX]/iu
    .exec(text)?.[0]
    .toUpperCase()
    .replaceAll("-", "");
  const orcid = found?.replace(/(.{4})(?=.)/gu, "$1-");
  return orcid !== undefined && isOrcid(orcid) ? orcid : undefined;
}
