import type { MdastNode } from "satteri";
import { isSafeUrl } from "../paper/text/drawing.ts";

/** Whether a picture is named as a file, of the site (`/x.png`) or beside the entry (`x.png`), and not by an address. */
export const isFile = (url: string): boolean =>
  !/^[\0-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\][\s]*[/\\])/iu.test(url);

/** What stands for a picture that is elsewhere: a link to it with its words, or the words where it may not be linked to. */
export function pictureLink(picture: {
  url: string;
  alt?: string | null | undefined;
}): Extract<MdastNode, { type: "link" | "text" }>[] {
  const { url, alt } = picture;
  const isSafe = isSafeUrl(url);
  const value = alt?.trim() || (isSafe ? url : "");
  if (value === "") return [];
  const words = { type: "text", value } as const;
  return isSafe ? [{ type: "link", url, children: [words] }] : [words];
}
