import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostileListing } from "../fixtures/hostile-listing.ts";
import type { Build } from "./builds.ts";
import { outputDir } from "./builds.ts";
import { filesIn } from "./folders.ts";
import { importInto } from "./importing.ts";
import { projectDir } from "./stage.ts";

/** Papers that are hard to draw; and the same, copied in another order to another place. */
export const SMALL: Build = { name: "small", contentDir: join(outputDir, "content-small") };
export const AGAIN: Build = { name: "small-again", contentDir: join(outputDir, "elsewhere/again") };

/**
 * The project's own papers after a day's work: one has a new sentence, one another key and its first sentence in other
 * words, one was withdrawn, one removed, one added.
 */
export const NEXT: Build = { name: "next", contentDir: join(outputDir, "content-next") };
export const CHANGED = "ansell2024scaling";
export const REMOVED = "chidambaram2023limitations";
export const ADDED = "newman2026axolotl";
export const RENAMED = { from: "kim2023hydra", to: "kim2024hydra" };
export const RECALLED = { key: "hestness2017deep", why: "Its numbers were of another run." };

/** Does that day's work in a folder that has the project's own papers. */
export function changeContent(dir: string): void {
  const file = (key: string) => join(dir, "papers", `${key}.mdx`);
  const entry = readFileSync(file(CHANGED), "utf8");
  writeFileSync(file(CHANGED), `${entry}\nThe quagga sentence is new in this edition.\n`);
  rmSync(file(REMOVED));
  const [head = "", ...body] = readFileSync(file(RENAMED.from), "utf8").split("\n---\n\n");
  const reworded = `${head}\naliases: [${RENAMED.from}]\n---\n\nWe note this: ${body.join("\n---\n\n")}`;
  writeFileSync(file(RENAMED.to), reworded);
  rmSync(file(RENAMED.from));
  const recalled = readFileSync(file(RECALLED.key), "utf8");
  writeFileSync(file(RECALLED.key), recalled.replace(/^---$/mu, `---\nwithdrawn: ${RECALLED.why}`));
  writeFileSync(
    file(ADDED),
    "---\ntitle: Axolotl Regrowth\nauthors: [Ada Newman]\ndate: 2026-01-02\n---\n\nLost limbs come back.\n",
  );
}

/** Two hundred abstracts that try to be something else than text, on a site that has no citation files. */
export const HOSTILE: Build = { name: "hostile", contentDir: join(outputDir, "content-hostile") };

/** What the import of the hostile listing reported. */
export const hostileReport = join(outputDir, "hostile-import.json");

function copyBackwards(from: string, to: string): void {
  for (const file of filesIn(from).reverse()) {
    mkdirSync(join(to, file, ".."), { recursive: true });
    writeFileSync(join(to, file), readFileSync(join(from, file)));
  }
}

const fresh = ({ contentDir = "" }: Build) => {
  rmSync(contentDir, { recursive: true, force: true });
  mkdirSync(contentDir, { recursive: true });
  return contentDir;
};

/** Makes the content folders that the tests build beside the project's own, and says which. */
export async function prepareContent(): Promise<Build[]> {
  const small = join(projectDir, "e2e/fixtures/small");
  cpSync(small, fresh(SMALL), { recursive: true });
  copyBackwards(small, fresh(AGAIN));
  cpSync(join(projectDir, "content"), fresh(NEXT), { recursive: true });
  changeContent(NEXT.contentDir ?? "");
  const listing = join(outputDir, "hostile.txt");
  writeFileSync(listing, hostileListing());
  writeFileSync(join(fresh(HOSTILE), "site.yaml"), "title: Hostile\nperPaperFiles: 0\n");
  const done = await importInto(HOSTILE.contentDir ?? "", listing);
  writeFileSync(hostileReport, JSON.stringify(done));
  return [SMALL, AGAIN, HOSTILE, NEXT];
}
