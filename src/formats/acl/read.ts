import { cleanLine } from "../clean.ts";
import { monthIn, soundDate } from "../dates.ts";
import type { Details } from "../details.ts";
import { addDetails } from "../details.ts";
import { addLinks } from "../links.ts";
import type { OpenReader } from "../reader.ts";
import type { SourceAuthor } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import type { XmlElement } from "../xml/elements.ts";
import { openXml } from "../xml/read.ts";
import { blockText, find, findUnplaced, markedText, textAt } from "../xml/text.ts";

const ANTHOLOGY = "https://aclanthology.org/";

/** What a volume tells of all of its papers. */
interface Volume {
  told: { venue?: string; date?: string };
  details: Details;
  /** What it tells that no paper has a place for: editors, ISBN. */
  unplaced: string[];
}

/** Elements of a paper, and of its volume, that are read. */
const PLACED = "title author abstract url bibkey doi pages pwccode";
const PLACED_OF_VOLUME =
  "booktitle journal-title journal-volume journal-issue month year publisher url doi";

/** What older volumes of journals have for a title: `Computational Linguistics, Volume 16, Number 1, March 1990`. */
const JOURNAL =
  /^(?<name>[^,:]+), Volume (?<volume>\d+)(?:, (?:Number|Issue)s? (?<issue>\d+(?:[-–]\d+)?))?(?:[,:] [^,]*\d{4})?$/u;

function readVolume(meta: XmlElement): Volume {
  const [book] = [...find(meta, "journal-title"), ...find(meta, "booktitle")];
  const title = book ? cleanLine(markedText(book)) : "";
  const journal = JOURNAL.exec(title)?.groups;
  const month = monthIn(textAt(meta, "month") ?? "");
  const date = soundDate(textAt(meta, "year") ?? "", month);
  return {
    told: {
      ...(title === "" ? {} : { venue: journal?.["name"] ?? title }),
      ...(date === undefined ? {} : { date }),
    },
    details: {
      kind: journal || find(meta, "journal-title").length > 0 ? "article" : "conference",
      volume: textAt(meta, "journal-volume") ?? journal?.["volume"],
      issue: textAt(meta, "journal-issue") ?? journal?.["issue"],
      publisher: textAt(meta, "publisher"),
    },
    unplaced: findUnplaced(meta, PLACED_OF_VOLUME),
  };
}

function readAuthor(author: XmlElement): SourceAuthor {
  const family = textAt(author, "last") ?? "";
  const given = textAt(author, "first") ?? "";
  if (given === "") return { collective: family };
  const { orcid } = author.attributes;
  return { family, given, ...(orcid === undefined ? {} : { orcid }) };
}

/** The paper's page: the anthology writes its own addresses without their beginning. */
function addAddresses(paper: XmlElement): { url?: string; pdf?: string } {
  const address = textAt(paper, "url");
  if (address === undefined) return {};
  if (/^https?:/iu.test(address))
    return /\.pdf$/iu.test(address) ? { pdf: address } : { url: address };
  return { url: `${ANTHOLOGY}${address}/`, pdf: `${ANTHOLOGY}${address}.pdf` };
}

/** Reads the ACL Anthology's own XML: https://github.com/acl-org/acl-anthology, `data/xml`. */
export const openAcl: OpenReader = openXml((source) => {
  let volume: Volume = { told: {}, details: {}, unplaced: [] };
  return {
    elements: ["meta", "paper"],
    read: (element, line, sink) => {
      if (element.name === "meta") {
        volume = readVolume(element);
        return undefined;
      }
      const [title] = find(element, "title");
      const record = bareRecord(source, line, title ? cleanLine(markedText(title)) : "");
      const key = textAt(element, "bibkey");
      if (key !== undefined) record.sourceKey = key;
      const [abstract] = find(element, "abstract");
      if (abstract) record.abstract = blockText(abstract);
      record.authors = find(element, "author").map(readAuthor);
      Object.assign(record, volume.told);
      addDetails(record, { ...volume.details, pages: textAt(element, "pages") });
      const { url, pdf } = addAddresses(element);
      const code = find(element, "pwccode")[0]?.attributes["url"];
      addLinks(
        record,
        { doi: [textAt(element, "doi")], url: [url], pdf: [pdf], code: [code] },
        sink,
      );
      nameUnplaced(record, [...findUnplaced(element, PLACED), ...volume.unplaced]);
      return record;
    },
  };
});
