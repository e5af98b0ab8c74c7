import type { MdastNode, MdastPluginDefinition, MdastVisitorContext } from "satteri";
import type { Urls } from "../urls.ts";
import { safeAddress } from "./links.ts";
import { isFile, pictureLink } from "./pictures.ts";

type LinkNode = Extract<MdastNode, { type: "link" }>;
type Link = Extract<MdastNode, { type: "link" | "linkReference" }>;
type Picture = Extract<MdastNode, { type: "image" | "imageReference" }>;
type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** What a link to another site says of itself. */
const REL = "external noopener";

const isElsewhere = (url: string) => /^https?:/iu.test(url);

/** A link as the drawing of prose has it: one to another site says so. */
const linkTo = (url: string, children: LinkNode["children"]): LinkNode => ({
  type: "link",
  url,
  children,
  ...(isElsewhere(url) ? { data: { hProperties: { rel: REL } } } : {}),
});

/** Whether a node stands in a link: a link in it would be none. */
function isLinked(node: Readonly<MdastNode>, context: MdastVisitorContext): boolean {
  let above = context.parent(node);
  while (above && above.type !== "root") {
    if (above.type === "link" || above.type === "linkReference") return true;
    if ("name" in above && above.name === "a") return true;
    above = context.parent(above);
  }
  return false;
}

/** Attributes of an `<a>`: its address where a page may link to it, and none where not. */
function attributesOf({ attributes }: Readonly<Element>, urls: Urls): Element["attributes"] {
  const isOwn = (name: string) => name === "href" || name === "rel";
  const href = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "href");
  const url = typeof href?.value === "string" ? safeAddress(href.value, urls) : undefined;
  const attribute = (name: string, value: string) => ({
    type: "mdxJsxAttribute" as const,
    name,
    value,
  });
  return [
    ...attributes.filter((one) => one.type === "mdxJsxAttribute" && !isOwn(one.name)),
    ...(url === undefined ? [] : [attribute("href", url)]),
    ...(url !== undefined && isElsewhere(url) ? [attribute("rel", REL)] : []),
  ];
}

/**
 * What the text tree does not know, as tables, footnotes and what stands in components, is drawn by the MDX compiler.
 * These visitors hold it to what holds for prose: no address that could run, no picture from elsewhere.
 *
 * @param addressOf the address of a definition by its name.
 */
export function defuse(
  urls: Urls,
  addressOf: (name: string) => string | undefined,
): Partial<MdastPluginDefinition> {
  const link = (node: Readonly<Link>, context: MdastVisitorContext) => {
    const url = node.type === "link" ? node.url : addressOf(node.identifier);
    const address = url === undefined ? undefined : safeAddress(url, urls);
    const children = [...node.children];
    context.replaceNode(node, address === undefined ? children : linkTo(address, children));
  };
  const picture = (node: Readonly<Picture>, context: MdastVisitorContext) => {
    const url = node.type === "image" ? node.url : addressOf(node.identifier);
    if (url === undefined || isFile(url)) return;
    const [instead] = pictureLink({ url, alt: node.alt });
    if (instead?.type !== "link") context.replaceNode(node, instead ?? []);
    else if (isLinked(node, context)) context.replaceNode(node, instead.children);
    else context.replaceNode(node, linkTo(instead.url, instead.children));
  };
  const element = (node: Readonly<Element>, context: MdastVisitorContext) => {
    if (node.name === "a")
      context.replaceNode(node, { ...node, attributes: attributesOf(node, urls) });
  };
  return {
    link,
    linkReference: link,
    image: picture,
    imageReference: picture,
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
  };
}
