import { fold } from "../../paper/fold.ts";
import { readAuthor } from "../../paper/known-people.ts";
import type { Problem } from "../../paper/problem.ts";
import { finding } from "./kinds.ts";
import { lineOfField, lineOfText } from "./places.ts";
import type { Judged } from "./texts.ts";

/** Why a name is probably none; undefined where it looks like one. */
export function faultOfName(name: string): string | undefined {
  const letters = name.replace(/[^\p{L}]/gu, "");
  if (letters === "") return "has no letter in it";
  if (/[@<>{}\\|=]|https?:/u.test(name)) return "has more than a name in it";
  if (/\d/u.test(name)) return "has a digit in it";
  if (/\bet\.? al\b|\band others\b|^others$/iu.test(name))
    return "stands for others who are not named";
  if (
    /;|\s(?:and|&)\s/iu.test(name) &&
    !/(?:team|group|lab|university|institute|collaboration)/iu.test(name)
  )
    return "is more than one name";
  if (/^(?:anonymous|unknown|author)\b|^(?:n\/?a|none|null|nan)$/iu.test(name))
    return "is nobody's";
  const isBicameral = letters.toLowerCase() !== letters.toUpperCase();
  if (isBicameral && name.includes(" ") && letters.length > 5) {
    if (letters === letters.toUpperCase()) return "is in capitals";
    if (letters === letters.toLowerCase()) return "is in small letters";
  }
  if (letters.length === 1) return "is one letter";
  return undefined;
}

function findNames({ file, source, read }: Judged): Problem[] {
  const line = lineOfField(source, "authors");
  const seen = new Set<string>();
  return read.data.authors.flatMap((author): Problem[] => {
    const { name } = readAuthor(author);
    const folded = fold(name);
    const fault = seen.has(folded) ? "stands there twice" : faultOfName(name);
    seen.add(folded);
    if (fault === undefined) return [];
    return [
      finding("odd-name", file, lineOfText(source, name, line), `"${name.slice(0, 60)}" ${fault}`),
    ];
  });
}

const LINKS = ["url", "pdf", "code", "project"] as const;

/** Hosts of examples and of machines that nobody else reaches. */
const NOWHERE =
  /^(?:localhost|example\.(?:com|org|net)|.*\.(?:local|localhost|invalid|test|example)|127\..*|10\..*|192\.168\..*|\[.*\])$/u;

/** Hosts that were closed, or that take their contents away after a review. */
const CLOSED =
  /^(?:anonymous\.4open\.science|anonfiles\.com|code\.google\.com|.*\.googlecode\.com|geocities\.com|goo\.gl|git\.io)$/u;

/** Why an address probably leads nowhere; undefined where nothing speaks against it. */
export function faultOfAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return "is no address";
  const host = url.hostname.replace(/^www\./u, "");
  if (NOWHERE.test(host) || !host.includes(".")) return "leads to no public host";
  if (CLOSED.test(host)) return "is on a host that closed, or that takes things away";
  if (/[.,;:)\]}>]$/u.test(address)) return "ends in a mark that belongs to the text around it";
  if (/https?:\/\/.*https?:(?!\/\/web\.archive)/u.test(address) && host !== "web.archive.org")
    return "is two addresses in one";
  const parts = url.pathname.split("/").filter(Boolean);
  if (/^(?:github|gitlab)\.com$/u.test(host) && parts.length === 0) return "names no repository";
  if (/[{}<>\\^`|]|%7B|(?<![a-z\d])x{3,}(?![a-z\d])/iu.test(address)) return "was never filled in";
  return undefined;
}

function findLinks({ file, source, read }: Judged): Problem[] {
  return LINKS.flatMap((field) => {
    const address = read.data[field];
    const fault = address === undefined ? undefined : faultOfAddress(address);
    if (fault === undefined) return [];
    return [
      finding(
        "odd-link",
        file,
        lineOfField(source, field),
        `${field}: "${String(address).slice(0, 100)}" ${fault}`,
      ),
    ];
  });
}

/** What an entry does not tell, and what it tells that looks wrong. */
export function judgeFacts(entry: Judged): Problem[] {
  const { file, read } = entry;
  const { authors, date, venue, arxiv, doi, url, pdf } = read.data;
  return [
    ...(authors.length === 0 ? [finding("no-authors", file, 1, "the paper has no authors")] : []),
    ...(date === undefined ? [finding("no-date", file, 1, "the paper has no date")] : []),
    ...(venue === undefined ? [finding("no-venue", file, 1, "the paper has no venue")] : []),
    ...([arxiv, doi, url, pdf].every((one) => one === undefined)
      ? [finding("no-link", file, 1, "nothing in the entry leads to the paper itself")]
      : []),
    ...findNames(entry),
    ...findLinks(entry),
  ];
}
