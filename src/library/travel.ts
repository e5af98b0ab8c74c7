import type { Saved } from "./saved.ts";
import { PROGRESS, toSaved } from "./saved.ts";

/** How a reading list travels: as an address, as a file; and what can be taken for one. */

/** A paper that a text names: addresses below the base at which it may stand, best first. */
export interface Named {
  /** As the text has it, for a reader to recognise. */
  name: string;
  addresses: string[];
  /** What a file of this list knew of it. */
  saved?: Saved;
}

/** Papers that one import looks at: each is a page to ask for. */
export const MOST = 500;

const KEY = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]{0,99}$/u;
const ARXIV = /(?<![\d.])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?![\d.]*\d)/u;
const DOI = /\b10\.\d{4,9}\/[^\s"'<>{},;]+/u;

const paperAt = (key: string) => `papers/${key}/`;

/** The part of an address that carries a list, `#` included. Nobody but the browser that opens it sees it. */
export const writeShared = (keys: readonly string[]): string =>
  `#papers=${keys.map(encodeURIComponent).join(",")}`;

/** The keys that the part of an address after `#` carries; empty where it carries no list. */
export function readShared(hash: string): string[] {
  const [, list = ""] = /[#&]papers=([^&\s]*)/u.exec(hash) ?? [];
  const keys = list.split(",").map((each) => {
    try {
      return decodeURIComponent(each).trim();
    } catch {
      return "";
    }
  });
  return [...new Set(keys)].filter((key) => KEY.test(key)).slice(0, MOST);
}

/** The list as a file that an import reads again, notes and all. */
export function writeFile(papers: readonly Saved[], site: string): string {
  const fields = papers.map(({ place: _, checked: __, ...paper }) => paper);
  return `${JSON.stringify({ "reading-list": 1, site, papers: fields }, null, 2)}\n`;
}

/** The list as Markdown, for notes: a section for each state that has any. */
export function writeMarkdown(
  papers: readonly Saved[],
  addressOf: (key: string) => string,
  names: Readonly<Record<Saved["progress"], string>>,
): string {
  const escape = (text: string) => text.replace(/[\\`*_[\]<>#$]/gu, "\\$&");
  const item = ({ key, title, by, date, venue, note }: Saved) => {
    const facts = [by, date.slice(0, 4), venue].filter(Boolean).map(escape).join(" · ");
    const lines = note === "" ? [] : note.split("\n").map((line) => `  > ${line}`.trimEnd());
    return [
      `- [${escape(title || key)}](${addressOf(key)})`,
      ...(facts ? [`  ${facts}`] : []),
      ...lines,
    ].join("\n");
  };
  const sections = PROGRESS.map((progress) => ({
    name: names[progress],
    own: papers.filter((paper) => paper.progress === progress),
  })).filter(({ own }) => own.length > 0);
  return `# Reading list\n${sections
    .map(({ name, own }) => `\n## ${name}\n\n${own.map(item).join("\n")}\n`)
    .join("")}`;
}

/** A DOI without the signs that a sentence puts after it; brackets of its own stay. */
function trimDoi(doi: string): string {
  const trimmed = doi.replace(/[.:?!]+$/u, "");
  return /[)\]]$/u.test(trimmed) && !/[([]/u.test(trimmed)
    ? trimDoi(trimmed.slice(0, -1))
    : trimmed;
}

/** Addresses that a record's text gives its paper: by arXiv id, by DOI, by key. */
function nameRecord(key: string | undefined, record: string): Named {
  const [found] = DOI.exec(record) ?? [];
  const doi = found === undefined ? undefined : trimDoi(found);
  const arxiv = ARXIV.exec(record.replaceAll(doi ?? "\0", " "))?.[1];
  const plain = key?.trim().toLowerCase();
  return {
    name: plain ?? arxiv ?? doi ?? record.trim().slice(0, 60),
    addresses: [
      ...(plain !== undefined && KEY.test(plain) ? [paperAt(plain)] : []),
      ...(arxiv === undefined ? [] : [`abs/${arxiv}/`]),
      ...(doi === undefined ? [] : [`doi/${doi.toLowerCase()}/`]),
    ],
  };
}

function namedInJson(value: unknown): Named[] {
  const own = (value as { papers?: unknown } | null)?.papers;
  const records = Array.isArray(own) ? own : Array.isArray(value) ? value : [value];
  return records.flatMap((record: unknown) => {
    if (typeof record === "string") return nameRecord(record, record);
    if (typeof record !== "object" || record === null) return [];
    const fields = record as Record<string, unknown>;
    const key = fields["key"] ?? fields["id"];
    const ids = [fields["DOI"], fields["number"], fields["URL"], fields["arxiv"]];
    const named = nameRecord(
      typeof key === "string" ? key : undefined,
      ids.filter((id) => typeof id === "string").join(" "),
    );
    const kept = Array.isArray(own) && typeof fields["key"] === "string" && "progress" in fields;
    return kept ? { ...named, saved: toSaved(fields["key"] as string, fields) } : named;
  });
}

/** Fields of a BibTeX entry that say which paper it is; any other may speak of other papers. */
const IDENTIFYING =
  /\b(?:doi|eprint|arxiv(?:id)?|url|journal|number|howpublished)\s*=\s*[{"]+([^}"]*)/giu;

function namedInBibtex(text: string): Named[] {
  return text.split(/^(?=\s*@\w+\s*\{)/mu).flatMap((entry) => {
    const [, type = "", key] = /^\s*@(\w+)\s*\{\s*([^,\s}]+)/u.exec(entry) ?? [];
    if (key === undefined || /^(?:string|comment|preamble)$/iu.test(type)) return [];
    const ids = [...entry.matchAll(IDENTIFYING)].map(([, value = ""]) => value);
    return nameRecord(key, ids.join(" "));
  });
}

function namedInRis(text: string): Named[] {
  return text.split(/^(?=TY {1,2}- )/mu).flatMap((record) => {
    if (!record.startsWith("TY")) return [];
    const fields = [...record.matchAll(/^(ID|DO|UR|N1|L1|M3) {1,2}- (.*)$/gmu)];
    const key = fields.find(([, tag]) => tag === "ID")?.[2];
    return nameRecord(key, fields.map(([, , value = ""]) => value).join(" "));
  });
}

function namedInLine(line: string): Named[] {
  const shared = readShared(line);
  if (shared.length > 0) return shared.map((key) => nameRecord(key, ""));
  const papers = [...line.matchAll(/\/papers\/([^/\s?#).,]+)/gu)].map(([, key]) => key);
  if (papers.length > 0) return papers.map((key) => nameRecord(key, ""));
  const named = nameRecord(/^\s*[-*]?\s*([\w-]+)\s*$/u.exec(line)?.[1], line);
  return named.addresses.length > 0 ? [named] : [];
}

/**
 * The papers that a text names, in its order, none twice: a file of this list, CSL-JSON, BibTeX, RIS, or lines with
 * addresses of papers or lists, arXiv ids, DOIs or keys. Which of them the site has is for its pages to say.
 */
export function findNamed(text: string): Named[] {
  const read = () => {
    const start = text.trimStart();
    if (/^[[{]/u.test(start)) {
      try {
        return namedInJson(JSON.parse(start));
      } catch {
        // No JSON after all: perhaps lines that begin with a bracket.
      }
    }
    if (/^\s*@\w+\s*\{/mu.test(text)) return namedInBibtex(text);
    if (/^TY {1,2}- /mu.test(text)) return namedInRis(text);
    return text.split(/\r?\n/u).flatMap(namedInLine);
  };
  const seen = new Set<string>();
  return read().filter(({ addresses: [first] }) => {
    if (first === undefined || seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}
