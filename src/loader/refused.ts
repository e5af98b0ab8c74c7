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

/** Elements that an entry may write as HTML: they mark words and run nothing. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure " +
    "h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup " +
    "table tbody td tfoot th thead tr u ul var wbr"
  ).split(" "),
);

/** Attributes of elements that only say what their words are. */
const ATTRIBUTE = /^(?:title|lang|dir|id|class|colspan|rowspan|start|aria-[a-z]+)$/u;

/** Expressions that no more than write a text down: a comment, a text in quotes, a sum of numbers. */
const PLAIN_EXPRESSION =
  /^\s*(?:(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)*|"[^"\\]*"|'[^'\\]*'|\d+(?:\.\d+)?(?:\s*[-+*/%]\s*\d+(?:\.\d+)?)*)\s*$/u;

const short = (text: string) => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

type What = Omit<Fault, "line">;
type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

const BACKSLASH = "put a backslash before a < or { that is text";

function attributeFault(name: string, attribute: Element["attributes"][number]): What | undefined {
  if (
    attribute.type !== "mdxJsxAttribute" ||
    (attribute.value && typeof attribute.value !== "string")
  )
    return {
      message: `<${name}> has an attribute that is code, which no entry may run`,
      hint: "write it as a text in quotes, or take it out",
    };
  if (name === "a" && attribute.name === "href") {
    const url = typeof attribute.value === "string" ? attribute.value : "";
    if (isSafeLink(url)) return undefined;
    return {
      message: `<a> has the address "${short(url)}", to which no page may link`,
      hint: "begin it with https://, mailto:, paper:, topic: or tag:",
    };
  }
  if (ATTRIBUTE.test(attribute.name) || (name === "a" && attribute.name === "rel"))
    return undefined;
  return {
    message: `<${name}> has the attribute "${short(attribute.name)}", which no entry may set`,
    hint: "take it out",
  };
}

function elementFaults({ name, attributes }: Element): What[] {
  if (name === null) return [];
  if (!COMPONENTS.has(name) && !ELEMENTS.has(name)) {
    const known = [...COMPONENTS].map((component) => `<${component}>`).join(", ");
    const message = `<${short(name)}> is nothing that an entry may use`;
    return [{ message, hint: `the one component there is is ${known}; ${BACKSLASH}` }];
  }
  return attributes
    .map((attribute) => attributeFault(name, attribute))
    .filter((fault) => fault !== undefined);
}

function faultsOf(node: MdastNode, definitions: ReadonlyMap<string, string>): What[] {
  switch (node.type) {
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return elementFaults(node);
    case "mdxFlowExpression":
    case "mdxTextExpression":
      if (PLAIN_EXPRESSION.test(node.value)) return [];
      return [
        { message: `{${short(node.value)}} is code, which no entry may run`, hint: BACKSLASH },
      ];
    case "mdxjsEsm": {
      const [word = ""] = /^\w+/u.exec(node.value) ?? [];
      const letter = `&#${String(word.codePointAt(0))};${word.slice(1)}`;
      return [
        {
          message: `"${short(node.value)}" is code, which no entry may run`,
          hint: `take it out, or begin it with ${letter} if it is text`,
        },
      ];
    }
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
  return blocks.flatMap((block) =>
    [...nodesOf(block)].flatMap((node) =>
      faultsOf(node, definitions).map((fault) => ({
        line: node.position?.start.line ?? block.position?.start.line ?? 1,
        ...fault,
      })),
    ),
  );
}
