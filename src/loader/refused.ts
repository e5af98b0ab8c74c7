import type { MdastNode } from "satteri";
import { nodesOf } from "./nodes.ts";
import { isSafeLink } from "./links.ts";
import { isFile } from "./pictures.ts";

/** What a body cannot have: on which of its lines, and how to mend it. */
export interface Fault {
  line: number;
  message: string;
  hint: string;
}

/** Components that an entry may use: those that src/components/entry/EntryComponents.astro hands over. */
export const COMPONENTS: ReadonlySet<string> = new Set(["Note"]);

/** Elements that run something, ask another site for something, or stand once in a page's frame. */
const REFUSED: ReadonlySet<string> = new Set(
  (
    "applet audio base body embed form frame frameset head html iframe img input link meta noscript object picture " +
    "script source style template textarea title track video"
  ).split(" "),
);

/** What is taken for code that reaches out of its page: the build's process, its files, the network. */
const REACHES_OUT =
  /(?<![\w$.])(?:process|globalThis|global|require|import|fetch|eval|Function|constructor)(?![\w$])/u;

/** A name alone, or several: what braces hold that were meant as text, `{x}`, `{a, b}`. */
const NAMES_ALONE = /^\s*[\p{L}_$][\p{L}\p{N}_$]*(?:\s*,\s*[\p{L}_$][\p{L}\p{N}_$]*)*\s*$/u;

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

const short = (text: string) => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

type What = Omit<Fault, "line">;
type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

const BACKSLASH = "put a backslash before a < or { that is text";

/** Why an expression cannot stand; undefined where it can. `names` are those that the entry imports and makes. */
function codeFault(code: string, names: ReadonlySet<string>): What | undefined {
  const shown = `{${short(code)}}`;
  if (REACHES_OUT.test(code.replaceAll("...", " ")))
    return { message: `${shown} reaches out of the page, which no entry may`, hint: BACKSLASH };
  const unknown = NAMES_ALONE.test(code) && code.match(WORD)?.find((name) => !names.has(name));
  if (!unknown || unknown === "true" || unknown === "false" || unknown === "null") return undefined;
  return { message: `${shown} is code, and nothing here is called ${unknown}`, hint: BACKSLASH };
}

function attributeFault(
  name: string,
  attribute: Element["attributes"][number],
  names: ReadonlySet<string>,
): What | undefined {
  if (attribute.type !== "mdxJsxAttribute") return codeFault(attribute.value, names);
  const { value } = attribute;
  if (/^on/iu.test(attribute.name))
    return {
      message: `<${name}> has the attribute "${short(attribute.name)}", which no page may run`,
      hint: "take it out",
    };
  if (name !== "a" || attribute.name !== "href")
    return value && typeof value !== "string" ? codeFault(value.value, names) : undefined;
  const url = typeof value === "string" ? value : "";
  if (isSafeLink(url)) return undefined;
  return {
    message: `<a> has the address "${short(url)}", to which no page may link`,
    hint: "begin it with https://, mailto:, paper:, topic: or tag:, in quotes",
  };
}

function elementFaults({ name, attributes }: Element, names: ReadonlySet<string>): What[] {
  if (name === null) return [];
  const [owner = ""] = name.split(".");
  const isComponent = /^\p{Lu}|\./u.test(name);
  const isKnown = isComponent ? COMPONENTS.has(name) || names.has(owner) : !REFUSED.has(name);
  if (!isKnown) {
    const known = [...COMPONENTS].map((component) => `<${component}>`).join(", ");
    const message = `<${short(name)}> is nothing that an entry may use`;
    return [{ message, hint: `the one component there is is ${known}; ${BACKSLASH}` }];
  }
  return attributes
    .map((attribute) => attributeFault(name, attribute, names))
    .filter((fault) => fault !== undefined);
}

/** What a body says of itself beside its nodes. */
interface Given {
  /** Addresses by the names of definitions. */
  definitions: ReadonlyMap<string, string>;
  /** What it imports and makes. */
  names: ReadonlySet<string>;
}

function faultsOf(node: MdastNode, { definitions, names }: Given): What[] {
  switch (node.type) {
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return elementFaults(node, names);
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return [codeFault(node.value, names)].filter((fault) => fault !== undefined);
    case "mdxjsEsm":
      if (!/^export\s+default\b/u.test(node.value)) return [];
      return [
        {
          message: `"${short(node.value)}" would stand for the whole page`,
          hint: "take it out, or begin it with &#101;xport if it is text",
        },
      ];
    case "image":
    case "imageReference": {
      const url = node.type === "image" ? node.url : definitions.get(node.identifier);
      if (url === undefined || !isFile(url) || /^[/#?]/u.test(url)) return [];
      return [
        {
          message: `the picture "${short(url)}" is a file, and entries have none beside them`,
          hint: "link to where it can be seen: [words](https://…)",
        },
      ];
    }
    default:
      return [];
  }
}

/** Everything in some blocks of a body that no page may have or that would end a build. */
export function findRefused(
  blocks: readonly MdastNode[],
  definitions: ReadonlyMap<string, string>,
): Fault[] {
  const made = blocks.flatMap((block) => (block.type === "mdxjsEsm" ? [block.value] : []));
  const names = new Set(made.flatMap((code) => code.match(WORD) ?? []));
  return blocks.flatMap((block) =>
    [...nodesOf(block)].flatMap((node) =>
      faultsOf(node, { definitions, names }).map((fault) => ({
        line: node.position?.start.line ?? block.position?.start.line ?? 1,
        ...fault,
      })),
    ),
  );
}
