/** The sign of copyright, also as TeX has it. */
const SIGN = String.raw`(?:©|\{?\\textcopyright(?:\{\}|\})?|\\copyright(?:\{\})?)`;

/** What publishers put behind an abstract, to the end: who has the rights, from which database it is. */
const RIGHTS = new RegExp(
  String.raw`(?<=[.!?”"$])\s*(?:(?:copyright\s*)?(?:${SIGN}|\(c\)(?=\s*(?:19|20)\d{2})|copyright(?=\s+(?:19|20)\d{2}))[^\n]{0,30}(?:19|20)\d{2}[^\n]{0,110}|(?:19|20)\d{2}\s[^\n]{1,60}\ball rights reserved|published by (?:elsevier|springer|wiley|ieee|oxford|cambridge)[^\n]{0,60}|\(psycinfo database record[^\n]{0,100}\))\.?\s*$`,
  "iu",
);

/** Where a sentence begins that says who has the rights. */
const BEGINNING = new RegExp(
  String.raw`(?<=[.!?”"$)\]])\s+(?:(?:crown )?copyright:?\s*(?:${SIGN}|\(c\))|${SIGN}|\(c\)\s*(?:19|20)\d{2}\s+(?:The\s|Published\s)?\p{Lu})`,
  "iu",
);

/** What only such a sentence says; it may go on for long then. */
const LICENCE =
  /rights? reserved|all rights, including|open[- ]access|creative commons|licen[cs]e|published by|on behalf of/iu;
const LONGEST = 1200;
/** The sign alone says enough of a short one. */
const SHORT = 160;

/** EBSCO's, behind every abstract, and what else databases add. */
const OF_DATABASES =
  /(?:\[ABSTRACT FROM (?:AUTHOR|PUBLISHER)\];?\s?)?(?:Copyright of [^\n]{3,300} is the property of [^\n]{0,1500}|\[ABSTRACT FROM (?:AUTHOR|PUBLISHER)\]|\[Copyright\b[^\]\n]{0,60}\]|<CopyrightInformation>[^<\n]{0,400}(?:<\/CopyrightInformation>)?)\s*$/u;

/** An abstract without the sentences behind it that say whose it is. */
export function withoutRights(abstract: string): string {
  const text = abstract.replace(OF_DATABASES, "").trimEnd();
  const from = text.slice(-LONGEST).search(BEGINNING);
  if (from === -1) return text.replace(RIGHTS, "");
  const at = Math.max(0, text.length - LONGEST) + from;
  const tail = text.slice(at).trim();
  const isRights =
    !tail.includes("\n") && (LICENCE.test(tail) || (tail.length <= SHORT && !/^\(/u.test(tail)));
  return isRights ? text.slice(0, at).trimEnd() : text.replace(RIGHTS, "");
}
