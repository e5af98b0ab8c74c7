/** What TeX's commands of running text mean for the words in their argument. */
export type Meaning =
  | "emphasis"
  | "strong"
  | "strike"
  | "code"
  /** Its words, with nothing about them. */
  | "plain"
  /** Its words in parentheses. */
  | "aside"
  | "citation"
  | "superscript"
  | "subscript"
  /** Nothing that a reader would see. */
  | "nothing";

const meanings = (groups: Readonly<Record<Meaning, string>>): ReadonlyMap<string, Meaning> =>
  new Map(
    Object.entries(groups).flatMap(([meaning, names]) =>
      names
        .split(" ")
        .filter(Boolean)
        .map((name): [string, Meaning] => [name, meaning as Meaning]),
    ),
  );

/** Commands with an argument: `\emph{…}`. */
export const COMMANDS = meanings({
  emphasis: "emph textit textsl",
  strong: "textbf",
  strike: "sout st",
  code: "texttt verb lstinline",
  plain:
    "textsc textsf textrm textnormal textup textmd text mbox hbox underline uline uwave title todo ensuremath small url path mathrm",
  aside: "footnote footnotetext thanks",
  citation:
    "cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite Cite Citep Citet",
  superscript: "textsuperscript",
  subscript: "textsubscript",
  nothing:
    "label index raisebox vspace hspace color fontfamily footnotemark bibliographystyle pagestyle",
});

/** Commands that hold to the end of their group: `{\bf …}`. */
export const SWITCHES = meanings({
  emphasis: "em it itshape slshape sl",
  strong: "bf bfseries",
  strike: "",
  code: "tt ttfamily",
  plain:
    "rm sf sc rmfamily sffamily scshape normalfont tiny scriptsize footnotesize small normalsize large Large LARGE upshape mdseries selectfont",
  aside: "",
  citation: "",
  superscript: "",
  subscript: "",
  nothing:
    "noindent indent par newline linebreak smallskip medskip bigskip centering protect maketitle quad qquad",
});

/** A citation's keys as a reader can use them: `bousquet2020sharper` becomes `Bousquet 2020`. */
export function citeKeys(keys: string): string {
  return keys
    .split(",")
    .map((key) => {
      const match = /^([a-z]+)[-_:]?((?:19|20)\d{2})/iu.exec(key.trim());
      const [, name = "", year = ""] = match ?? [];
      return match ? `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year}` : key.trim();
    })
    .join("; ");
}
