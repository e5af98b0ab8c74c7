/** Words that begin a sentence or a section, and that no subject's name begins with. */
const OPENINGS =
  "We|In|This|The|A|An|Our|It|To|For|With|As|At|By|On|From|Here|There|These|Since|While|When|Where|Whereas|Although|Despite|During|" +
  "Given|Many|Most|Several|Such|Recent(?:ly)?|Using|Both|Over|Through|Background|Objectives?|Purpose|Aims?|Introduction|Motivation|" +
  "Context|Methods?|Questions?|Importance|Significance|Rationale|Problem|Goals?";

/** What is called abstract: `Abstract Interpretation is…`, `Abstract Machine Learning`. */
const SUBJECTS =
  "Algebras?|Argumentation|Art|Categor(?:y|ies)|Cell|Class(?:es)?|Concepts?|Data|Dialectical|Domains?|Expressionis[mt]|Games?|Graphs?|" +
  "Groups?|Harmonic|Ideas?|Interpret(?:ation|er)s?|Knowledge|Machines?(?! learning)|Meanings?|Models?|Nouns?|Objects?|Paintings?|" +
  "Planning|Polytopes?|Reasoning|Representations?|Rewriting|Rules?|Screening|Solvers?|States?|Summari[sz]ations?|Syntax|Tasks?|" +
  "Text|Thinking|Types?|Visual|Words?";

/**
 * `Abstract:`, `ABSTRACT—`; without a mark only before what begins a sentence: `Abstract Interpretation` is a subject.
 * Some lose the space: `AbstractThe`.
 */
const FORMS = [
  String.raw`[*_]{0,2}(?:[Aa]bstract|ABSTRACT|[Ss]ummary|SUMMARY|Zusammenfassung|Résumé|Resumen)[*_]{0,2}\s*(?:[:.—–―]|-{1,3}(?=\s|\p{Lu})|\n)`,
  String.raw`[[(](?:Abstract|ABSTRACT)[\])]\s*`,
  String.raw`\*\*(?:Abstract|ABSTRACT)\*\*\s*`,
  String.raw`<(?:strong|b)>\s?(?:Abstract|ABSTRACT|Summary|SUMMARY)\s?[:.]?\s?<\/(?:strong|b)>\s*`,
  String.raw`(?:Abstract|ABSTRACT)(?:\s*&(?:nbsp|#160);)+`,
  String.raw`(?:Abstract|ABSTRACT)\s+(?=(?:${OPENINGS})\s)`,
  // A word with a capital, and one without: the first is a sentence's.
  String.raw`Abstract\s+(?!(?:${SUBJECTS})(?![\p{L}\p{N}]))(?=\p{Lu}[\p{L}\p{N}’'‐–\/-]{0,40},?\s+\p{Ll})`,
  String.raw`ABSTRACT\s+(?=\p{Lu}\p{L}{0,40}\p{Ll})`,
  String.raw`Abstract(?=(?:We|In|This|The|Our|It|For|With|Background|Objectives?|Purpose|Aims?|Introduction)\b)`,
];
const HEADING = new RegExp(String.raw`^(?:${FORMS.join("|")})[:\s]*`, "u");

/** An abstract without the word that says that it is one. */
export const withoutHeading = (abstract: string): string => abstract.replace(HEADING, "");
