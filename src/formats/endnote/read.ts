import { readDateText, tellDate, yearOf } from "../dates.ts";
import { addDetails, kindNamed } from "../details.ts";
import { addLinks } from "../links.ts";
import { readCommaName } from "../names.ts";
import type { OpenReader } from "../reader.ts";
import { readSeveral, severalNames } from "../several-names.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import { openXml } from "../xml/read.ts";
import { blockText, find, findUnplaced, markedText, textAt, textsAt } from "../xml/text.ts";
import { cleanLine } from "../clean.ts";

/** Elements of a record that are read. */
const PLACED =
  "titles label abstract contributors dates periodical ref-type volume number pages publisher " +
  "electronic-resource-num urls keywords";

/** Reads EndNote's XML, as EndNote, Zotero and many databases export it; words stand in `style` elements. */
export const openEndnote: OpenReader = openXml((source) => ({
  elements: ["record"],
  read: (element, line, sink) => {
    const [titles] = find(element, "titles", "title");
    const record = bareRecord(source, line, titles ? cleanLine(markedText(titles)) : "");
    const key = textAt(element, "label");
    if (key !== undefined && /^[\w.:+-]{3,60}$/u.test(key)) record.sourceKey = key;
    const [abstract] = find(element, "abstract");
    if (abstract) record.abstract = blockText(abstract);
    record.authors = textsAt(element, "contributors", "authors", "author")
      .flatMap((text) => text.split(";"))
      .flatMap((text) => {
        const several = readSeveral(text);
        if (several) sink.problem(severalNames(record, "author", text));
        return several ?? [readCommaName(text)];
      })
      .filter((author) => author !== undefined);
    const year = textAt(element, "dates", "year");
    const told = textAt(element, "dates", "pub-dates", "date");
    const full = [told, `${told ?? ""} ${year ?? ""}`]
      .map((text) => readDateText(text ?? ""))
      .find(
        (date) => date !== undefined && (year === undefined || year.includes(date.slice(0, 4))),
      );
    const date = full ?? readDateText(year ?? "");
    if (date !== undefined) record.date = date;
    const hint = "write the year in <year>, the day in <pub-dates>";
    const reading = date === undefined ? {} : { date };
    for (const problem of tellDate(record, year ?? told ?? "", reading, hint))
      sink.problem(problem);
    const issue = yearOf(readDateText(year ?? ""));
    if (issue !== undefined && issue !== yearOf(record.date)) record.venueYear = issue;
    const venue = ["secondary-title", "alt-title"]
      .map((name) => textAt(element, "titles", name))
      .concat(textAt(element, "periodical", "full-title"))
      .find((text) => text !== undefined && text !== record.title);
    const kind = kindNamed(find(element, "ref-type")[0]?.attributes["name"]);
    // A book's is its series; a thesis's is its department.
    if (venue !== undefined && kind !== "thesis") record.venue = venue;
    addDetails(record, {
      kind,
      volume: textAt(element, "volume"),
      issue: textAt(element, "number"),
      pages: textAt(element, "pages"),
      publisher: textAt(element, "publisher"),
    });
    addLinks(
      record,
      {
        arxiv: ["notes", "custom2", "accession-num"].flatMap((name) =>
          textsAt(element, name).filter((text) => /arxiv:/iu.test(text)),
        ),
        doi: textsAt(element, "electronic-resource-num"),
        url: ["related-urls", "web-urls", "text-urls"].flatMap((list) =>
          textsAt(element, "urls", list, "url"),
        ),
        pdf: textsAt(element, "urls", "pdf-urls", "url"),
      },
      sink,
    );
    const keywords = textsAt(element, "keywords", "keyword").flatMap((text) =>
      text.split(/[;\n]/u).map(cleanLine).filter(Boolean),
    );
    if (keywords.length > 0) record.keywords = keywords;
    const { arxiv } = record;
    const isAddress = (name: string) =>
      arxiv !== undefined && textsAt(element, name).some((text) => text.includes(arxiv));
    nameUnplaced(record, [
      ...findUnplaced(element, PLACED).filter((name) => !isAddress(name)),
      ...find(element, "contributors").flatMap((people) => findUnplaced(people, "authors")),
    ]);
    return record;
  },
}));
