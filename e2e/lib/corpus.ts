import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "./stage.ts";

/** The listing that the project's content was imported from; it is not part of the repository. */
const corpusDir = process.env["CORPUS_DIR"] ?? join(projectDir, "../shared/corpus");

export const listingFile = join(corpusDir, "listing.txt");
export const metadataFile = join(corpusDir, "metadata.json");
export const hasCorpus = existsSync(listingFile) && existsSync(metadataFile);
export const NO_CORPUS = `no listing.txt and metadata.json in ${corpusDir}: set CORPUS_DIR to compare with them`;

/** Lines of the listing before its first title. */
const HEADER_LINES = 5;

/** Titles and abstracts of the listing as they were pasted. */
export function readListing(): { title: string; abstract: string }[] {
  const lines = readFileSync(listingFile, "utf8")
    .split("\n")
    .map((line) => line.trim());
  const texts = lines.filter((line) => line !== "").slice(HEADER_LINES);
  return texts.flatMap((title, at) =>
    at % 2 === 0 ? [{ title, abstract: texts[at + 1] ?? "" }] : [],
  );
}

const papersDir = join(projectDir, "content/papers");

/** The keys of the project's own papers. */
export const contentKeys = (): string[] =>
  readdirSync(papersDir)
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => file.slice(0, -".mdx".length))
    .sort();

/** An entry's frontmatter and body, apart, as they stand in the file. */
export function readEntry(file: string): { frontmatter: string; body: string } {
  const [, frontmatter = "", body = ""] =
    /^---\n(.*?)\n---\n(.*)$/su.exec(readFileSync(file, "utf8")) ?? [];
  return { frontmatter, body: body.trim() };
}

/** The file of one of the project's papers. */
export const entryFile = (key: string, dir = papersDir) => join(dir, `${key}.mdx`);
