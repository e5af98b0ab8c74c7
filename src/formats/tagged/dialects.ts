import { kindNamed } from "../details.ts";
import { partInitials } from "../initials-last.ts";
import type { TaggedField } from "../ris/fields.ts";
import { ORCID_LIST_TAG, ORCID_TAG } from "../ris/record.ts";
import { RIS_TYPES } from "../ris/write.ts";

type Field = TaggedField;

/** A format of tagged lines that is not RIS, by what its tags are in RIS. */
export interface Dialect {
  /** A line that begins a field: its tag and its value. */
  line: RegExp;
  /** The tag that begins a record; the one that ends it, where there is one. */
  begins: string;
  ends?: string;
  /** RIS's names of tags, or what they make of a value; other tags are passed over. */
  tags: Readonly<Record<string, string | ((value: string) => Field[])>>;
  /** Tags each of whose further lines is a value of its own. */
  lists?: RegExp;
  /** Tags that another makes needless: authors' initials, where their full names are given. */
  replaced?: readonly [tag: string, by: string];
}

const one = (tag: string, value: string): Field[] => [{ tag, value }];
/** `Name,` is a group for whatever reads names. */
const group = (value: string) => one("AU", `${value},`);
/** MEDLINE's short form of a name: the family name, then initials, whatever else the list says. */
const medlineName = (value: string) => {
  const { family, given, suffix } = partInitials(value) ?? {};
  return one(
    "AU",
    family === undefined ? value : [family, given, suffix].filter(Boolean).join(", "),
  );
};
/** `10.1000/x [doi]` */
const doi = (value: string) =>
  /\[doi\]\s*$/u.test(value) ? one("DO", value.replace(/\s*\[doi\]\s*$/u, "")) : [];
/** PubMed ends titles with a point and puts translated ones in brackets. */
const title = (value: string) =>
  one("TI", value.replace(/^\[(.*)\]\.?$/u, "$1").replace(/(?<!\.\.)\.$/u, ""));

/** MEDLINE, `.nbib`: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. */
export const MEDLINE: Dialect = {
  line: /^([A-Z]{2,4}) {0,2}- ?(.*)$/u,
  begins: "PMID",
  tags: {
    PMID: (value) => one("UR", `https://pubmed.ncbi.nlm.nih.gov/${value.replace(/\D.*$/u, "")}/`),
    TI: title,
    BTI: (value) => one("BT", value.replace(/\.$/u, "")),
    AB: "AB",
    FAU: "AU",
    AU: medlineName,
    CN: group,
    AUID: (value) => (/orcid/iu.test(value) ? one(ORCID_TAG, value) : []),
    DP: "PY",
    DEP: "DA",
    JT: (value) => [...one("TY", "JOUR"), ...one("JF", value)],
    TA: "JA",
    VI: "VL",
    IP: "IS",
    PG: "SP",
    LID: doi,
    AID: doi,
    OT: (value) => one("KW", value.replace(/^\*/u, "")),
  },
  replaced: ["AU", "FAU"],
};

/** EndNote's own export and refer, `.enw`: `%T Title`. */
export const REFER: Dialect = {
  line: /^(%[0-9A-Z@!#$*^&[~+=(<>)|?}{]) ?(.*)$/u,
  begins: "%0",
  tags: {
    "%0": (value) => one("TY", RIS_TYPES[kindNamed(value) ?? "article"]),
    "%T": "TI",
    "%A": "AU",
    "%D": "PY",
    "%8": "DA",
    "%J": "JF",
    "%B": "T2",
    "%V": "VL",
    "%N": "IS",
    "%P": "SP",
    "%I": "PB",
    "%X": "AB",
    "%R": "DO",
    "%U": "UR",
    "%K": (value) => value.split(/[;,]/u).map((word) => ({ tag: "KW", value: word })),
    "%F": "ID",
    "%>": "L1",
    "%Z": "N1",
  },
  lists: /^%K$/u,
};

/** Web of Science's "plain text". */
export const WEB_OF_SCIENCE: Dialect = {
  line: /^([A-Z][A-Z0-9])(?: (.*)|\s*$)/u,
  begins: "PT",
  ends: "ER",
  tags: {
    PT: (value) =>
      one("TY", value.startsWith("C") ? "CONF" : value.startsWith("B") ? "BOOK" : "JOUR"),
    TI: "TI",
    AU: "AU",
    AF: "AU",
    CA: group,
    AB: "AB",
    SO: "T2",
    PY: "PY",
    PD: "DA",
    VL: "VL",
    IS: "IS",
    BP: "SP",
    EP: "EP",
    AR: "C7",
    PU: "PB",
    DI: "DO",
    DE: "KW",
    OI: ORCID_LIST_TAG,
  },
  lists: /^A[UF]$/u,
  replaced: ["AU", "AF"],
};
