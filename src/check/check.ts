import { listAddresses } from "../addresses/present.ts";
import { findBadMoves, findVanished } from "../addresses/verify.ts";
import { slugify, foldTitle } from "../paper/fold.ts";
import { keyFault } from "../paper/key.ts";
import { toPaper } from "../paper/paper.ts";
import type { Problem } from "../paper/problem.ts";
import { compareProblems } from "../paper/problem.ts";
import type { Corpus, Entry } from "./corpus.ts";
import { findDeadLinks } from "./dead-links.ts";
import { lineWith } from "./line-with.ts";
import { nearest } from "../paper/nearest.ts";
import { findUnclear } from "./names.ts";

const mend = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `did you mean "${near}"? If not, ${otherwise}`;

/** Topics and tags of papers that no file of the vocabulary knows. */
function findUnknown({ papers, topics, topicsFolder, tags, tagsFile }: Corpus): Problem[] {
  const known = { topics: topics.map(({ name }) => name), tags: Object.keys(tags) };
  const adding = {
    topics: (name: string) => `create ${topicsFolder}/${name}.mdx with title, summary and hue`,
    tags: (name: string) => `add "${name}: { name: … }" to ${tagsFile}`,
  };
  const sets = { topics: new Set(known.topics), tags: new Set(known.tags) };
  return papers.flatMap(({ file, source, read }) =>
    (["topics", "tags"] as const).flatMap((field) =>
      (read?.data[field] ?? [])
        .filter((name) => !sets[field].has(name))
        .map((name): Problem => ({
          code: field === "topics" ? "unknown-topic" : "unknown-tag",
          severity: "error",
          source: file,
          line: lineWith(source, field, name),
          message: `${field.slice(0, -1)} "${name}" is unknown`,
          hint: mend(nearest(name, known[field]), adding[field](name)),
        })),
    ),
  );
}

/** What every paper needs for readers to come across it; a paper that was just imported may not have it yet. */
function findMissing({ papers, topics, topicsFolder }: Corpus): Problem[] {
  const names =
    topics.length === 0
      ? `there is no topic yet: create ${topicsFolder}/NAME.mdx with title, summary and hue`
      : `add topics: [name], a name of a file in ${topicsFolder}`;
  return papers.flatMap(({ file, read }): Problem[] => {
    if (!read) return [];
    const missing = (code: string, what: string, hint: string): Problem => ({
      code,
      severity: "warning",
      source: file,
      line: 1,
      message: `the paper has no ${what}`,
      hint,
    });
    return [
      ...(read.data.topics.length > 0 ? [] : [missing("no-topic", "topic", names)]),
      ...(read.data.date === undefined
        ? [missing("no-date", "date", "add date: with what is known, if only the year")]
        : []),
    ];
  });
}

/** What must be one paper's alone, and how to find it in an entry. */
const UNIQUE: readonly {
  code: string;
  severity: Problem["severity"];
  what: string;
  field: string;
  hint: string;
  values: (entry: Entry<NonNullable<Corpus["papers"][number]["read"]>>) => string[];
}[] = [
  {
    code: "doubled-key",
    severity: "error",
    what: "key or alias",
    field: "aliases",
    hint: "keys differ in more than case; take the alias from one of them",
    values: ({ name, read }) =>
      [name, ...(read?.data.aliases ?? [])].map((key) => key.toLowerCase()),
  },
  {
    code: "doubled-title",
    // Columns, and a talk and the article that came of it, have one title and are two.
    severity: "warning",
    what: "title",
    field: "title",
    hint: "if it is one paper, keep one entry and give it the other's key as an alias",
    values: ({ read }) => (read ? [foldTitle(read.title)].filter((title) => title !== "") : []),
  },
  {
    code: "doubled-arxiv",
    severity: "error",
    what: "arXiv id",
    field: "arxiv",
    hint: "if it is one paper, keep one entry and give it the other's key as an alias",
    values: ({ read }) => (read?.data.arxiv === undefined ? [] : [read.data.arxiv]),
  },
  {
    code: "doubled-doi",
    severity: "error",
    what: "DOI",
    field: "doi",
    hint: "if it is one paper, keep one entry and give it the other's key as an alias",
    values: ({ read }) => (read?.data.doi === undefined ? [] : [read.data.doi.toLowerCase()]),
  },
];

function findDoubled({ papers }: Corpus): Problem[] {
  return UNIQUE.flatMap(({ code, severity, what, field, hint, values }) => {
    const first = new Map<string, string>();
    return papers.flatMap((entry) =>
      [...new Set(values(entry))].flatMap((value): Problem[] => {
        const other = first.get(value);
        if (other === undefined) first.set(value, entry.file);
        if (other === undefined || other === entry.file) return [];
        return [
          {
            code,
            severity,
            source: entry.file,
            line: lineWith(entry.source, field),
            message: `its ${what} is also that of ${other}`,
            hint,
          },
        ];
      }),
    );
  });
}

/** Files whose name cannot be an address. */
function findBadNames({ papers, topics }: Corpus): Problem[] {
  const bad = (entry: Entry<unknown>, hint: string, why?: string): Problem => ({
    code: "bad-name",
    severity: "error",
    source: entry.file,
    message: `"${entry.name}" cannot be an address${why === undefined ? "" : `: it ${why}`}`,
    hint,
  });
  return [
    ...papers.flatMap((entry) => {
      const why = keyFault(entry.name);
      return why === undefined
        ? []
        : [bad(entry, "name the file by a key, as in doe2024title.mdx", why)];
    }),
    ...topics
      .filter(({ name }) => slugify(name) !== name)
      .map((entry) => bad(entry, `name the file ${slugify(entry.name)}.mdx`)),
  ];
}

/** A vocabulary that lists what nobody uses leads readers to empty pages. */
function findUnused({ papers, topics, tags, tagsFile, tagsSource }: Corpus): Problem[] {
  const uses = (field: "topics" | "tags") => {
    const counts = new Map<string, number>();
    for (const { read } of papers.filter((entry) => entry.read?.data.withdrawn === undefined))
      for (const name of new Set(read?.data[field] ?? []))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const topicUses = uses("topics");
  const tagUses = uses("tags");
  return [
    ...topics
      .filter(({ name }) => !topicUses.has(name))
      .map(({ name, file }): Problem => ({
        code: "unused-topic",
        severity: "warning",
        source: file,
        line: 1,
        message: `no paper has the topic "${name}"`,
        hint: "give it to a paper or remove the file",
      })),
    ...Object.keys(tags)
      .filter((tag) => (tagUses.get(tag) ?? 0) < 2)
      .map((tag): Problem => ({
        code: "rare-tag",
        severity: "warning",
        source: tagsFile,
        line: lineWith(tagsSource, tag),
        message: `tag "${tag}" is on ${tagUses.has(tag) ? "one paper" : "no paper"}`,
        hint: "a tag joins at least two papers: use it, or take it out",
      })),
  ];
}

/** Pages that every site has. */
const FIXED = [
  ...["", "papers", "topics", "tags", "authors", "venues", "years", "search"],
  ...["library", "about", "help", "data", "changes", "offline", "feed.xml", "feed.json"],
];

/** Addresses that a corpus has by its papers, topics and tags. */
export function listCorpusAddresses({ papers, topics, imports, known }: Corpus): Set<string> {
  return listAddresses({
    papers: papers.flatMap(({ name, read }) =>
      read ? [toPaper(name, read.data, read, known)] : [],
    ),
    topics: topics.map(({ name }) => name),
    imports,
  });
}

/** An entry that cannot be read still has its page once it is mended. */
const listUnread = ({ papers }: Corpus) =>
  papers.filter(({ read }) => !read).map(({ name }) => `papers/${name}/`);

/** What was given out and is gone, and what `moved.yaml` says of it. */
function findLost({ registry, moved }: Corpus, present: ReadonlySet<string>): Problem[] {
  const recorded = new Set(registry.entries.map(({ address }) => address));
  const kindOf = (address: string) => address.split("/")[0];
  // What took an address's place is itself new.
  const fresh = Map.groupBy(
    [...present].filter((address) => !recorded.has(address)),
    kindOf,
  );
  const heirOf = (address: string) => nearest(address, fresh.get(kindOf(address)) ?? []);
  const known = { present, moved: moved.entries };
  return [
    ...findVanished(registry.entries, {
      ...known,
      file: registry.file,
      movedFile: moved.file,
      nearest: heirOf,
    }),
    ...findBadMoves({ ...known, file: moved.file, nearest: (to) => nearest(to, present) }),
  ];
}

/** Everything that is wrong with a corpus, worst first. Pure. */
export function checkCorpus(corpus: Corpus, base: string): Problem[] {
  const present = new Set([...listCorpusAddresses(corpus), ...listUnread(corpus)]);
  const moved = corpus.moved.entries.map(({ address }) => address);
  const tags = Object.keys(corpus.tags).map((tag) => `tags/${tag}`);
  const bare = [...present, ...moved].map((address) => address.replace(/\/$/u, ""));
  return [
    ...corpus.problems,
    ...findBadNames(corpus),
    ...findUnknown(corpus),
    ...findMissing(corpus),
    ...findDoubled(corpus),
    ...findUnused(corpus),
    ...findUnclear(corpus),
    ...findLost(corpus, present),
    ...findDeadLinks(corpus, new Set([...FIXED, ...bare, ...tags]), base),
  ].sort(compareProblems);
}
