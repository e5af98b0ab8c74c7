import { cleanLine } from "../formats/clean.ts";
import type { SourceRecord } from "../formats/record.ts";
import { slugify } from "../paper/fold.ts";
import type { Problem } from "../paper/problem.ts";
import { countText } from "../paper/tell-problems.ts";
import type { Vocabulary } from "./suggest.ts";
import { namedBy } from "./suggest.ts";

/** Keywords that are named; of a source with more the others are only counted. */
const NAMED = 30;
const LONGEST = 60;

/** Keywords of one input that became nothing: their address to how they are written and in how many papers. */
type Counts = Map<string, { name: string; papers: number }>;

/** What is read of a record here. */
export type Worded = Pick<SourceRecord, "source" | "line" | "keywords">;

/** Counts the keywords of papers that became neither a topic nor a tag of theirs, input by input. */
export class UnplacedKeywords {
  readonly #sources = new Map<string, { counts: Counts; line: number }>();

  /** Takes a paper with what was suggested for it. */
  take(
    { source, line, keywords = [] }: Worded,
    { topics, tags }: { topics: readonly string[]; tags: readonly string[] },
    vocabulary: Vocabulary,
  ): void {
    const given = new Set([...topics, ...tags]);
    const left = new Map(
      keywords
        .filter((word) => ![...namedBy(word, vocabulary)].some((slug) => given.has(slug)))
        .map((word) => [slugify(word), cleanLine(word).slice(0, LONGEST)]),
    );
    left.delete("");
    if (left.size === 0) return;
    const found = this.#sources.get(source) ?? { counts: new Map() as Counts, line };
    found.line = Math.min(found.line, line);
    for (const [slug, name] of left) {
      const { papers = 0, name: first = name } = found.counts.get(slug) ?? {};
      found.counts.set(slug, { name: first, papers: papers + 1 });
    }
    this.#sources.set(source, found);
  }

  /** A note an input, the most frequent keywords first; none where each became something. */
  problems(): Problem[] {
    return [...this.#sources].map(([source, { counts, line }]) => {
      const sorted = [...counts].toSorted(
        ([a, left], [b, right]) => right.papers - left.papers || (a < b ? -1 : 1),
      );
      const named = sorted
        .slice(0, NAMED)
        .map(([, { name, papers }]) => `${name} (${countText(papers)})`);
      const others = sorted.length - named.length;
      if (others > 0) named.push(`${countText(others)} others`);
      return {
        code: "unplaced-keywords",
        severity: "note",
        source,
        line,
        message: `keywords that became neither topic nor tag, and of how many papers: ${named.join(", ")}`,
        hint: "make a tag of one in tags.yaml, or a synonym, and import again: entries whose tags nobody has edited get it",
      };
    });
  }
}
