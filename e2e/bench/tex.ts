import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCorpus } from "../../src/check/corpus.ts";
import { DUMPS } from "../../src/citation/formats.ts";
import { toPaper } from "../../src/paper/paper.ts";
import { displayPath, site } from "../../src/site.ts";

/**
 * `npm run bench:tex`: has BibTeX and Biber read the whole collection's `papers.bib` (of `CONTENT_DIR`), and prints what
 * they complain of. Needs Debian's `texlive-bibtex-extra` and `biber`, or the same of another TeX.
 */

/** Styles that every TeX has, or natbib brings. */
const STYLES = ["plain", "abbrv", "alpha", "plainnat", "unsrtnat", "ieeetr", "apalike"];

/** Fields that other programs keep and show, and Biber says that it ignores: no style knows them. */
const OWN = /Field '(?:pdf|code|project)' invalid in data model/u;

/** What a command says, on both ways out; undefined where it is absent. */
const run = (command: string, args: string[], cwd: string) => {
  const { error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return error ? undefined : stdout + stderr;
};

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/**
 * Warnings and errors in a log of BibTeX. A style that tells papers of one author and year apart by letters has no
 * more of them after some hundred (`isn't valid ASCII`): that is its own end, not the file's fault.
 */
const findComplaints = (log: string) =>
  log
    .replace(/^\d+ isn't valid ASCII.*\n.*while executing.*\n/gmu, "")
    .split("\n")
    .filter((line) => /^Warning--|---line|while executing/u.test(line));

/** Prints a row of figures, and the first few complaints. */
function report(name: string, items: number, complaints: string[]): void {
  console.log(
    `${name.padEnd(10)} ${String(items).padStart(8)} ${String(complaints.length).padStart(12)}`,
  );
  for (const complaint of complaints.slice(0, 5))
    console.log(`             ${complaint.slice(0, 120)}`);
}

const { papers } = await readCorpus(site.contentDir, site.urls, displayPath);
const read = papers.flatMap(({ name, read }) => (read ? [toPaper(name, read.data, read)] : []));
const folder = mkdtempSync(join(tmpdir(), "carrel-tex-"));
try {
  writeFileSync(join(folder, "papers.bib"), [...(DUMPS["papers.bib"]?.(read) ?? [])].join(""));
  console.log(`${displayPath(site.contentDir)}: ${String(read.length)} papers\n`);
  console.log("style         items   complaints");
  for (const style of STYLES) {
    const aux = ["\\relax", "\\citation{*}", `\\bibstyle{${style}}`, "\\bibdata{papers}", ""];
    writeFileSync(join(folder, `${style}.aux`), aux.join("\n"));
    if (run("bibtex", ["-min-crossrefs=100", style], folder) === undefined) {
      console.log("bibtex is absent: install texlive-bibtex-extra");
      break;
    }
    const log = readFileSync(join(folder, `${style}.blg`), "utf8");
    const made = readFileSync(join(folder, `${style}.bbl`), "utf8");
    const complaints = findComplaints(log);
    report(style, count(made, /\\bibitem/gu), complaints);
  }
  const args = [
    "--tool",
    "--validate-datamodel",
    "--nolog",
    "--output-file",
    "out.bib",
    "papers.bib",
  ];
  const said = run("biber", args, folder);
  if (said === undefined) console.log("biber is absent: install biber");
  else {
    const made = readFileSync(join(folder, "out.bib"), "utf8");
    const lines = said.split("\n").filter((line) => /^(?:WARN|ERROR)/u.test(line));
    const complaints = lines.filter((line) => !OWN.test(line));
    report("biber", count(made, /^@(?!comment)\w+\{/gimu), complaints);
    console.log(
      `             fields of ours that it leaves out: ${String(lines.length - complaints.length)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
