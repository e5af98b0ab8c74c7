import { join } from "node:path";
import { listFiles, readFiles } from "../loader/folder.ts";
import { readPaperEntry } from "../loader/read-entry.ts";
import { displayPath, site } from "../site.ts";
import { countLabels, formatAgreement } from "./agreement.ts";
import { suggest } from "./suggest.ts";
import { readVocabulary } from "./vocabulary.ts";

/** `node src/importer/measure-suggester.ts`: how well suggestions agree with what people decided. */

const vocabulary = await readVocabulary(site.contentDir);
const folder = join(site.contentDir, "papers");
const topics: { suggested: string[]; decided: string[] }[] = [];
const tags: typeof topics = [];
const differences: string[] = [];
for await (const { name, path, source } of readFiles(folder, await listFiles(folder, ".mdx"))) {
  const entry = readPaperEntry(source, displayPath(path), site.urls);
  if (Array.isArray(entry)) continue;
  const suggested = suggest({ title: entry.title, abstract: entry.abstract.text }, vocabulary);
  topics.push({ suggested: suggested.topics, decided: entry.data.topics });
  tags.push({ suggested: suggested.tags, decided: entry.data.tags });
  const marks = (["topics", "tags"] as const).flatMap((field) => [
    ...entry.data[field].filter((one) => !suggested[field].includes(one)).map((one) => `-${one}`),
    ...suggested[field].filter((one) => !entry.data[field].includes(one)).map((one) => `+${one}`),
  ]);
  if (marks.length > 0) differences.push(`${name}  ${marks.join(" ")}`);
}
const lines = [
  ...formatAgreement("topics", countLabels(topics)),
  ...formatAgreement("tags", countLabels(tags)),
];
if (process.argv.includes("--differences")) lines.unshift(...differences);
console.log([`${String(topics.length)} papers`, ...lines].join("\n"));
