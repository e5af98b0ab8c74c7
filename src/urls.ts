/** Every path of the site, spelled once. Paths begin with the base path; `absolute` adds the origin. */

const segment = (text: string) => encodeURIComponent(text);

/** A list's page: the first at the list itself, others below `page/`. */
const paged = (path: string, page: number) => (page <= 1 ? path : `${path}page/${String(page)}/`);

/** The site's paths below a base path such as `/` or `/carrel/`. */
export function createUrls(base: string, origin = "") {
  const root = base.endsWith("/") ? base : `${base}/`;
  const at = (path: string) => root + path;
  return {
    base: root,
    home: () => at(""),
    asset: (path: string) => at(path.replace(/^\//u, "")),
    papers: (page = 1) => paged(at("papers/"), page),
    paper: (key: string) => at(`papers/${segment(key)}/`),
    paperFile: (key: string, format: CitationFormat) => at(`papers/${segment(key)}.${format}`),
    topics: () => at("topics/"),
    topic: (slug: string, page = 1) => paged(at(`topics/${segment(slug)}/`), page),
    tags: () => at("tags/"),
    tag: (slug: string, page = 1) => paged(at(`tags/${segment(slug)}/`), page),
    authors: () => at("authors/"),
    authorLetter: (letter: string, page = 1) =>
      paged(at(`authors/letter/${segment(letter)}/`), page),
    author: (slug: string, page = 1) => paged(at(`authors/${segment(slug)}/`), page),
    venues: () => at("venues/"),
    venue: (slug: string, page = 1) => paged(at(`venues/${segment(slug)}/`), page),
    years: () => at("years/"),
    year: (year: number | string, page = 1) => paged(at(`years/${String(year)}/`), page),
    search: (query = "") => at(`search/${query === "" ? "" : `?${query.replace(/^\?/u, "")}`}`),
    arxiv: (id: string) => at(`abs/${id}/`),
    /** Any address below the base, as it is recorded: `topics/scaling-laws/`. */
    below: (address: string) => at(address.split("/").map(segment).join("/")),
    feed: (kind: FeedKind = "xml") => at(`feed.${kind}`),
    topicFeed: (slug: string, kind: FeedKind = "xml") => at(`topics/${segment(slug)}/feed.${kind}`),
    tagFeed: (slug: string, kind: FeedKind = "xml") => at(`tags/${segment(slug)}/feed.${kind}`),
    /** A list's papers in one file: `topics/scaling-laws.bib`. */
    listFile: (listing: string, slug: string, format: CitationFormat) =>
      at(`${listing}/${segment(slug)}.${format}`),
    /** What a page of the first level says, as Markdown: `topics.md`. */
    twin: (index: string) => at(`${index}.md`),
    data: (file: string) => at(`data/${file}`),
    /** What every import brought, newest first. */
    changes: (page = 1) => paged(at("changes/"), page),
    /** What one import brought. */
    change: (id: string, page = 1) => paged(at(`changes/${segment(id)}/`), page),
    changesFeed: (kind: FeedKind = "xml") => at(`changes/feed.${kind}`),
    library: () => at("library/"),
    about: () => at("about/"),
    help: () => at("help/"),
    offline: () => at("offline/"),
    absolute: (path: string) => (origin === "" ? path : new URL(path, origin).href),
  };
}

/** What citation files a paper has: BibTeX, RIS, CSL-JSON, Markdown. */
export type CitationFormat = "bib" | "ris" | "json" | "md";

/** RSS and JSON Feed. */
type FeedKind = "xml" | "json";

/** The site's paths. */
export type Urls = ReturnType<typeof createUrls>;
