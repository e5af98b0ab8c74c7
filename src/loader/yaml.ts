import type { Document, ErrorCode } from "yaml";
import { isAlias, LineCounter, parseDocument, visit } from "yaml";

/** What is wrong with a text that should be YAML. */
export interface YamlFault {
  /** 1-based, of the text. */
  line: number;
  message: string;
  /** How to mend it, where the fault tells. */
  hint?: string;
}

/** A text in YAML, read as far as it goes. */
export interface Yaml {
  document: Document.Parsed;
  /** What it says; undefined where it has faults. */
  value: unknown;
  faults: YamlFault[];
  lineAt: (offset: number) => number;
}

/** How to mend what the parser complains of, where that is not a value to be put in quotes. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "indent with spaces instead of tabs",
  DUPLICATE_KEY: "keep one of the lines that give it",
  BAD_INDENT: "indent what belongs together alike, and close every [ and {",
  MULTIPLE_DOCS: "take out the line of --- or ... in the midst",
  RESOURCE_EXHAUSTION: "take out the brackets",
};

const ALIAS_HINT = "put the value in double quotes if it is a text";

/** The parser's own message without the place that it adds: it does not know where in the file the text stands. */
const messageOf = (message: string) =>
  (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/u, "");

function errorFaults({ errors }: Document.Parsed, lineAt: Yaml["lineAt"]): YamlFault[] {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  return (exhausted ? [exhausted] : errors).map(({ code, message, pos }) => ({
    line: lineAt(pos[0]),
    message: exhausted ? "is nested too deeply" : messageOf(message),
    ...(HINTS[code] === undefined ? {} : { hint: HINTS[code] }),
  }));
}

/** Aliases (`*name`) that stand for nothing. */
function aliasFaults(document: Document.Parsed, lineAt: Yaml["lineAt"]): YamlFault[] {
  const faults: YamlFault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor) anchors.add(node.anchor);
    },
    Alias(_, { source, range }) {
      if (anchors.has(source)) return;
      const message = `*${source} stands for nothing: no &${source} is before it`;
      faults.push({ line: lineAt(range?.[0] ?? 0), message, hint: ALIAS_HINT });
    },
  });
  return faults;
}

/** Reads YAML; whatever is wrong with it is a fault, nothing is thrown. */
export function readYaml(text: string): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line || 1;
  let faults = errorFaults(document, lineAt);
  if (faults.length === 0 && text.includes("*")) faults = aliasFaults(document, lineAt);
  if (faults.length > 0) return { document, value: undefined, faults, lineAt };
  try {
    return { document, value: document.toJS(), faults, lineAt };
  } catch (error) {
    const isBomb = error instanceof ReferenceError;
    const message = isBomb ? "its aliases stand for too much" : "is nested too deeply";
    const hint = isBomb ? "write out what they stand for" : "take out the brackets";
    return { document, value: undefined, faults: [{ line: 1, message, hint }], lineAt };
  }
}
