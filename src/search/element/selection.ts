/** Some papers' citations, taken out of the files that hold those of the whole corpus. */

/** The formats in which a list of results can be saved. */
export type ListFormat = "bib" | "ris" | "json" | "csv";

/** One item of CSL-JSON, as far as a table needs it. */
interface CslItem {
  id: string;
  title?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued?: { "date-parts"?: (number | undefined)[][] };
  "container-title"?: string;
  DOI?: string;
  URL?: string;
}

/** The file that each format is taken from. */
export const SOURCES: Readonly<Record<ListFormat, string>> = {
  bib: "papers.bib",
  ris: "papers.ris",
  json: "papers.json",
  csv: "papers.json",
};

export const LIST_TYPES: Readonly<Record<ListFormat, string>> = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json",
  csv: "text/csv",
};

function pick<T>(
  records: readonly T[],
  keyOf: (record: T) => string | undefined,
  keys: readonly string[],
) {
  const byKey = new Map(records.map((record) => [keyOf(record), record]));
  return keys.map((key) => byKey.get(key)).filter((record) => record !== undefined);
}

const pickCsl = (dump: string, keys: readonly string[]) =>
  pick(JSON.parse(dump) as CslItem[], ({ id }) => id, keys);

/** A field of RFC 4180; what a spreadsheet would run as a formula becomes a text. */
function csvField(value: string): string {
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvRow(item: CslItem): string[] {
  const names = (item.author ?? []).map(({ family, given, literal }) =>
    (literal ?? [given, family].filter(Boolean).join(" ")).trim(),
  );
  const year = item.issued?.["date-parts"]?.[0]?.[0];
  return [
    item.id,
    item.title ?? "",
    names.join("; "),
    year === undefined ? "" : String(year),
    item["container-title"] ?? "",
    item.DOI ?? "",
    item.URL ?? "",
  ];
}

/** The records of `keys`, in that order, out of the text of a `SOURCES` file. */
export function selectPapers(format: ListFormat, dump: string, keys: readonly string[]): string {
  switch (format) {
    case "bib": {
      const entries = dump.split(/^(?=@\w+\{)/mu).map((entry) => entry.trim());
      return `${pick(entries, (entry) => /^@\w+\{([^,]*),/u.exec(entry)?.[1], keys).join("\n\n")}\n`;
    }
    case "ris": {
      const records = dump.split(/^(?=TY {2}- )/mu);
      return pick(records, (record) => /^ID {2}- (.*?)\r?$/mu.exec(record)?.[1], keys).join("");
    }
    case "json":
      return `${JSON.stringify(pickCsl(dump, keys), null, 2)}\n`;
    case "csv": {
      const head = ["key", "title", "authors", "year", "venue", "doi", "url"];
      const rows = [head, ...pickCsl(dump, keys).map(csvRow)];
      return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
    }
  }
}
