import { readFileSync } from "node:fs";
import { parse } from "@retorquere/bibtex-parser";
import { openBibtex } from "../../src/formats/bibtex/read.ts";
import { readWhole } from "../../src/formats/reader.ts";

/**
 * `node e2e/bench/bibtex.ts FILE.bib…`: our reader of BibTeX beside @retorquere/bibtex-parser. How many entries each
 * reads, in what processor time; then of the same file with a brace lost in every tenth entry, how many come out
 * as they were, and how many as something else.
 */

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write("name .bib files\n");
  process.exit(2);
}

type Read = (text: string) => string[];

/** Titles, with what else a broken entry would swallow: who wrote it. */
const ours: Read = (text) =>
  readWhole(openBibtex, text, "bench").records.map(({ title, authors }) =>
    JSON.stringify([title, authors]),
  );
const theirs: Read = (text) =>
  parse(text, { sentenceCase: false }).entries.map(({ fields }) =>
    JSON.stringify([fields.title, fields.author]),
  );

/** What a reader makes of a text in what processor time; what throws has read nothing. */
function measure(read: Read, text: string): { entries: string[]; milliseconds: number } {
  const start = process.cpuUsage();
  let entries: string[] = [];
  try {
    entries = read(text);
  } catch {
    entries = [];
  }
  const { user, system } = process.cpuUsage(start);
  return { entries, milliseconds: Math.round((user + system) / 1000) };
}

/** The text with the last brace of a field lost in every tenth entry. */
function breakSome(text: string): string {
  let count = 0;
  return text
    .split(/(?=^@\w+\{)/mu)
    .map((entry) => {
      count += 1;
      return count % 10 === 0 ? entry.replace(/\},\s*$/mu, ",") : entry;
    })
    .join("");
}

for (const file of files) {
  const text = readFileSync(file, "utf8");
  const broken = breakSome(text);
  process.stdout.write(`${file}\n`);
  for (const [name, read] of Object.entries({ Carrel: ours, retorquere: theirs })) {
    const whole = measure(read, text);
    const sound = new Set(whole.entries);
    const rest = measure(read, broken);
    const wrong = rest.entries.filter((entry) => !sound.has(entry)).length;
    process.stdout.write(
      `  ${name.padEnd(10)} ${String(whole.entries.length).padStart(6)} entries in ${String(whole.milliseconds)} ms; ` +
        `every tenth broken: ${String(rest.entries.length - wrong)} right, ${String(wrong)} wrong, in ${String(rest.milliseconds)} ms\n`,
    );
  }
}
