import { parseDate } from "../../paper/dates.ts";
import { foldTitle } from "../../paper/fold.ts";
import type { Problem } from "../../paper/problem.ts";
import { cleanLine } from "../clean.ts";
import { arxivIdIn, doiIn, webAddress } from "../identifiers.ts";
import { JsonItems } from "../json/items.ts";
import { isObject } from "../json/values.ts";
import { unsafeLink } from "../links.ts";
import type { SourceRecord } from "../record.ts";

/** What a facts file tells of one paper; what it does not know is absent. */
export interface Facts {
  title: string;
  /** 1-based line of the facts file. */
  line: number;
  known: Partial<Omit<SourceRecord, "source" | "line" | "title" | "abstract" | "sourceKey">>;
}

const text = (value: unknown) =>
  typeof value === "string" && cleanLine(value) !== "" ? cleanLine(value) : undefined;

/** Facts of papers that a listing only names: a JSON list of objects, `null` where a fact is not known. */
export function readFacts(input: string, source: string): { facts: Facts[]; problems: Problem[] } {
  const items = new JsonItems();
  const facts: Facts[] = [];
  const problems: Problem[] = [];
  for (const item of [...items.push(input), ...items.end()]) {
    let value: unknown;
    try {
      value = JSON.parse(item.text);
    } catch {
      value = undefined;
    }
    const title = isObject(value) ? text(value["title"]) : undefined;
    if (isObject(value) && title !== undefined)
      facts.push({ title, line: item.line, known: readKnown(value, source, item.line, problems) });
    else
      problems.push({
        code: "broken-facts",
        severity: "error",
        source,
        line: item.line,
        message: "the facts that start here are no JSON object with a title",
        hint: 'write {"title": "…", "authors": ["Given Family"], "published": "2025-02-03", …}',
      });
  }
  return { facts, problems };
}

const LINKS = { url: "url", pdf: "pdfUrl", code: "codeUrl", project: "projectUrl" } as const;

function readKnown(
  value: Record<string, unknown>,
  source: string,
  line: number,
  problems: Problem[],
): Facts["known"] {
  const known: Facts["known"] = {};
  const names: unknown[] = Array.isArray(value["authors"]) ? value["authors"] : [];
  const authors = names.map(text).filter((name) => name !== undefined);
  if (authors.length > 0) known.authors = authors.map((name) => ({ name }));
  const date = text(value["published"]);
  if (date !== undefined && parseDate(date)) known.date = date;
  else if (date !== undefined)
    problems.push({
      code: "bad-date",
      severity: "warning",
      source,
      line,
      message: `"${date.slice(0, 40)}" is no date: it is left out`,
      hint: "write YYYY, YYYY-MM or YYYY-MM-DD, a day that exists",
    });
  const venue = text(value["venue"]);
  if (venue !== undefined) known.venue = venue;
  const category = text(value["primaryCategory"]);
  if (category !== undefined) known.category = category;
  const arxiv = arxivIdIn(text(value["arxivId"]) ?? "");
  if (arxiv !== undefined) known.arxiv = arxiv;
  const doi = doiIn(text(value["doi"]) ?? "");
  if (doi !== undefined) known.doi = doi;
  for (const [field, name] of Object.entries(LINKS) as [keyof typeof LINKS, string][]) {
    const address = text(value[name]);
    if (address === undefined) continue;
    const url = webAddress(address);
    if (url === undefined) problems.push(unsafeLink({ source, line }, address));
    else known[field] = url;
  }
  return known;
}

/**
 * Adds facts to the records with the same title, folded. Facts win over what the record says, for
 * they were looked up; a fact that is not known leaves the record's own. Whatever has no partner is named.
 */
export function joinFacts(
  records: Iterable<SourceRecord>,
  facts: readonly Facts[],
  source: string,
): { records: SourceRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byTitle = new Map<string, Facts>();
  for (const fact of facts) {
    const earlier = byTitle.get(foldTitle(fact.title));
    if (earlier)
      problems.push({
        code: "doubled-facts",
        severity: "warning",
        source,
        line: fact.line,
        message: `"${fact.title}" has facts on line ${String(earlier.line)} already: those count`,
        hint: "keep one of the two",
      });
    else byTitle.set(foldTitle(fact.title), fact);
  }
  const used = new Set<Facts>();
  const joined = [...records].map((record) => {
    const fact = byTitle.get(foldTitle(record.title));
    if (fact) {
      used.add(fact);
      return { ...record, ...fact.known };
    }
    problems.push({
      code: "no-facts",
      severity: "warning",
      source: record.source,
      line: record.line,
      message: `"${record.title.slice(0, 120)}" has no facts in ${source}`,
      hint: "add them under exactly this title",
    });
    return record;
  });
  for (const fact of byTitle.values()) {
    if (used.has(fact)) continue;
    problems.push({
      code: "unmatched-facts",
      severity: "warning",
      source,
      line: fact.line,
      message: `no paper is called "${fact.title.slice(0, 120)}"`,
      hint: "compare the title with the listing's",
    });
  }
  return { records: joined, problems };
}
