/** An element of MathML, as publishers leave them in titles: `<mml:math><mml:mi>Z</mml:mi></mml:math>`. */
const FORMULA = /<((?:mml:)?math)(?:\s[^<>]{0,300})?>([^]{0,4000}?)<\/\1\s*>/giu;
const PIECE = /<(\/?)(?:mml:)?([a-z-]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)|</giu;

/** An element that is being read: the words of what is in it, each child's apart. */
interface Open {
  name: string;
  children: string[];
}

const script = (sign: "_" | "^", words: string | undefined) =>
  words === undefined || words === ""
    ? ""
    : `${sign}${[...words].length === 1 ? words : `{${words}}`}`;

/** What an element says, of what its children say. */
function wordsOf({ name, children }: Open): string {
  const [base = "", first, second] = children;
  switch (name) {
    case "msub":
      return base + script("_", first);
    case "msup":
      return base + script("^", first);
    case "msubsup":
      return base + script("_", first) + script("^", second);
    case "mfrac":
      return `${base}/${first ?? ""}`;
    case "msqrt":
      return `√${children.join("")}`;
    case "annotation":
    case "annotation-xml":
      return "";
    default:
      return children.join("");
  }
}

function readFormula(inner: string): string {
  const open: Open[] = [{ name: "math", children: [] }];
  const close = () => {
    const closed = open.length > 1 ? open.pop() : undefined;
    if (closed) open.at(-1)?.children.push(wordsOf(closed));
  };
  for (const [, slash, name = "", self, words] of inner.matchAll(PIECE)) {
    if (words !== undefined) {
      if (words.trim() !== "") open.at(-1)?.children.push(words.trim());
    } else if (slash !== "") close();
    else if (self === "") open.push({ name: name.toLowerCase(), children: [] });
  }
  while (open.length > 1) close();
  return (open[0]?.children ?? []).join("");
}

/** A text whose formulas in MathML are what they say, as words: `x_2`, `a/b`. */
export const withoutMathml = (text: string): string =>
  /<(?:mml:)?math[\s>]/iu.test(text)
    ? text.replace(FORMULA, (_, __, inner: string) => readFormula(inner))
    : text;
