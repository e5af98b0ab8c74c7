import type { z } from "astro/zod";
import { fieldFault, fieldName } from "../paper/field-fault.ts";
import { didYouMean } from "../paper/nearest.ts";
import type { Abstract } from "../paper/paper.ts";
import type { Problem } from "../paper/problem.ts";
import type { PaperData, TopicData } from "../paper/schema.ts";
import { paperSchema, topicSchema } from "../paper/schema.ts";
import { drawBlocks, drawInline } from "../paper/text/drawing.ts";
import { markOf } from "../paper/text/sentence-mark.ts";
import { readTitleSource } from "../paper/text/title.ts";
import { blockTex, blockText, inlineText } from "../paper/text/tree.ts";
import { writeMdx } from "../paper/text/write-mdx.ts";
import type { Urls } from "../urls.ts";
import { parseFrontmatter, splitFrontmatter } from "./frontmatter.ts";
import { resolveLinks } from "./links.ts";
import { renderMath } from "./math.ts";
import type { Components, Tree } from "./read-tree.ts";
import { BadMdx, readTree } from "./read-tree.ts";

/** An entry's two parts, read; or what is wrong with them. */
interface Read<Data> {
  data: Data;
  tree: Tree;
}

/** What the loader makes of a paper entry. */
export interface PaperEntry {
  data: PaperData;
  title: string;
  titleHtml: string;
  abstract: Abstract;
  components: Components;
}

/** What the loader makes of a topic page. */
export interface TopicEntry {
  data: TopicData;
  introHtml: string;
  components: Components;
}

/** Reads an entry's source as far as it goes; collects every problem, each with its line. */
function readParts<Schema extends z.ZodObject>(
  source: string,
  file: string,
  schema: Schema,
): Read<z.infer<Schema>> | Problem[] {
  const parts = splitFrontmatter(source);
  if (!parts) {
    const hint = "start the file with --- on a line, the fields, and --- on a line again";
    const message = "has no frontmatter";
    return [
      {
        code: "no-frontmatter",
        severity: "error",
        source: file,
        line: 1,
        message,
        hint,
      },
    ];
  }
  const { data, lineOf, problems } = parseFrontmatter(parts, file);
  const checked = problems.length > 0 ? undefined : schema.safeParse(data);
  for (const issue of checked?.error?.issues ?? []) {
    const unknown =
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : undefined;
    for (const field of unknown ?? [fieldName(issue.path) || "frontmatter"]) {
      const guess = unknown ? didYouMean(field, Object.keys(schema.shape)) : "";
      problems.push({
        code: unknown ? "unknown-field" : "bad-field",
        severity: "error",
        source: file,
        line: unknown
          ? lineOf(field)
          : lineOf(String(issue.path[0] ?? field), ...issue.path.slice(1)),
        message: unknown ? `field "${field}" is unknown` : `${field} ${fieldFault(issue, data)}`,
        hint: `${guess}The fields are described in src/paper/schema.ts`,
      });
    }
  }
  let tree: Tree | undefined;
  try {
    tree = readTree(parts.body);
  } catch (error) {
    if (!(error instanceof BadMdx)) throw error;
    problems.push(
      ...error.faults.map(({ line, message, hint }): Problem => ({
        code: "bad-mdx",
        severity: "error",
        source: file,
        line: parts.bodyLine + line - 1,
        message,
        hint,
      })),
    );
  }
  if (problems.length > 0 || !checked?.success || !tree) return problems;
  return { data: checked.data, tree };
}

/** Reads `content/papers/<key>.mdx`. Problems instead of a paper where anything is wrong with it. */
export function readPaperEntry(source: string, file: string, urls: Urls): PaperEntry | Problem[] {
  const read = readParts(source, file, paperSchema);
  if (Array.isArray(read)) return read;
  const title = readTitleSource(read.data.title);
  const blocks = resolveLinks(read.tree.blocks, urls);
  const { html, sentences } = drawBlocks(blocks, { math: renderMath, mark: markOf });
  const text = blockText(blocks);
  const tex = blockTex(blocks);
  const markdown = writeMdx(blocks).trim();
  return {
    data: read.data,
    title: inlineText(title),
    titleHtml: drawInline(title, { math: renderMath }),
    abstract: {
      html,
      sentences,
      text,
      ...(tex === text ? {} : { tex }),
      ...(markdown === text ? {} : { markdown }),
    },
    components: read.tree.components,
  };
}

/** Reads `content/topics/<slug>.mdx`. Problems instead of a topic where anything is wrong with it. */
export function readTopicEntry(source: string, file: string, urls: Urls): TopicEntry | Problem[] {
  const read = readParts(source, file, topicSchema);
  if (Array.isArray(read)) return read;
  const { html } = drawBlocks(resolveLinks(read.tree.blocks, urls), {
    math: renderMath,
    anchors: false,
  });
  return { data: read.data, introHtml: html, components: read.tree.components };
}
