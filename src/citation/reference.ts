import { citedVenue, kindOf, standsAlone } from "../paper/kinds.ts";
import { printPages, publisherOf } from "../paper/place.ts";
import { issuedOf } from "../paper/issued.ts";
import type { Paper } from "../paper/paper.ts";
import type { Person } from "../paper/people.ts";
import { arxivUrl, doiUrl } from "./links.ts";

/** `Metaxas, D.`: initials as APA 7 writes them; collectives whole. */
function inverted(person: Person): string {
  if (person.given === "") return person.family;
  const initials = person.given
    .split(/\s+/u)
    .map((part) =>
      // `Md.` is short already.
      /^\p{Lu}\p{Ll}+\.$/u.test(part)
        ? part
        : part
            .split("-")
            .map((piece) => `${[...piece][0] ?? ""}.`)
            .join("-"),
    )
    .join(" ");
  return `${person.family}, ${initials}${person.suffix ? `, ${person.suffix}` : ""}`;
}

/** How many authors a reference names before it leaves some out (APA 7, 9.8). */
const MOST_NAMED = 20;

function nameAuthors(authors: readonly Person[]): string {
  const names = authors.map(inverted);
  const last = names.at(-1) ?? "";
  if (names.length === 0) return "";
  if (names.length === 1) return last;
  if (names.length > MOST_NAMED) return `${names.slice(0, MOST_NAMED - 1).join(", ")}, … ${last}`;
  return `${names.slice(0, -1).join(", ")}, & ${last}`;
}

/** `Journal, 12(3), 45–67.`; `In ICML 2018 (pp. 45–67). PMLR.`; who brought out what stands alone, or the archive. */
function placeIn(paper: Paper): string {
  const { volume, issue, pages, publisher } = paper;
  const kind = kindOf(paper);
  const venue = citedVenue(paper);
  const printed = pages === undefined ? undefined : printPages(pages);
  const sentence = (...parts: (string | undefined)[]) => {
    const known = parts.filter(Boolean).join(", ");
    return known === "" ? "" : `${known}.`;
  };
  if (kind === "article") {
    const number = (volume ?? "") + (issue === undefined ? "" : `(${issue})`);
    return sentence(venue, number, printed);
  }
  if (standsAlone(kind)) return sentence(publisher);
  if (kind === "preprint") return sentence(publisherOf(paper));
  const label = printed?.includes("–") ? "pp." : "p.";
  const within = printed === undefined ? "" : ` (${label} ${printed})`;
  return [sentence(venue && `In ${venue}${within}`), sentence(publisher)].filter(Boolean).join(" ");
}

/**
 * A paper as one line of a bibliography, in APA's manner (7th edition): plain text, as `citation/styles` would write it,
 * for every page of a build, which has no milliseconds for the Citation Style Language.
 */
export function formatReference(paper: Paper): string {
  const year = issuedOf(paper)?.year;
  const where = placeIn(paper);
  const link = paper.doi
    ? doiUrl(paper.doi)
    : paper.arxiv
      ? arxivUrl(paper.arxiv)
      : (paper.url ?? "");
  const authors = nameAuthors(paper.authors);
  // APA 7, 10.8: a preprint's number stands with its title.
  const named =
    paper.venue === undefined && paper.arxiv !== undefined
      ? `${paper.title} (arXiv:${paper.arxiv})`
      : paper.title;
  const title = /[.?!]$/u.test(named) ? named : `${named}.`;
  const date = `(${year === undefined ? "n.d." : String(year)}).`;
  return [...(authors ? [authors, date, title] : [title, date]), where, link]
    .filter((part) => part !== "")
    .join(" ");
}
