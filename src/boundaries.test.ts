import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, posix, relative, sep } from "node:path";
import { test } from "node:test";
import ts from "typescript";

/** What a room may import: other rooms, rooms whose types alone it may name, and packages. */
interface Room {
  rooms: string[];
  types?: string[];
  packages?: string[];
  /** Whether it may touch files, streams and processes. */
  node?: true;
}

/**
 * The rooms of `src`, one direction and no way back. A path takes the room with the longest name that
 * it begins with; a room is named by its folder, or by its file.
 */
const ROOMS: Readonly<Record<string, Room>> = {
  paper: { rooms: [], packages: ["astro/zod"] },
  urls: { rooms: [] },
  site: { rooms: ["paper", "urls"], packages: ["yaml"], node: true },
  command: { rooms: ["paper"], node: true },
  deliver: { rooms: [], packages: ["astro"], node: true },
  "free-memory": { rooms: [] },
  "in-thread": { rooms: [], node: true },
  "last-build": { rooms: [], packages: ["astro"], node: true },
  formats: { rooms: ["paper"], packages: ["astro/zod", "saxes"], node: true },
  importer: {
    rooms: ["command", "formats", "paper", "site", "loader", "addresses"],
    packages: ["any-ascii", "yaml", "astro/zod"],
    node: true,
  },
  loader: {
    rooms: ["command", "paper", "site", "urls"],
    packages: ["astro", "astro/zod", "astro/loaders", "satteri", "temml", "yaml"],
    node: true,
  },
  catalog: { rooms: ["paper"], types: ["loader"] },
  "catalog/index.ts": { rooms: ["catalog", "paper", "loader"], packages: ["astro:content"] },
  "catalog/shelf.ts": { rooms: ["catalog"], node: true },
  addresses: {
    rooms: ["paper", "catalog", "site", "urls"],
    packages: ["astro", "yaml"],
    node: true,
  },
  citation: {
    rooms: ["formats", "paper"],
    types: ["urls", "catalog", "site"],
    packages: ["@astrojs/rss", "citeproc"],
  },
  check: {
    rooms: ["command", "paper", "loader", "site", "urls", "catalog", "addresses"],
    packages: ["yaml", "astro/zod"],
    node: true,
  },
  search: { rooms: ["urls"], types: ["paper", "catalog"] },
  "search/build": {
    rooms: ["search", "catalog", "free-memory", "in-thread", "paper", "site", "urls"],
    packages: ["astro", "pagefind"],
    node: true,
  },
  offline: {
    rooms: ["in-thread", "site", "urls"],
    types: ["paper", "catalog"],
    packages: ["astro", "vite"],
    node: true,
  },
  pocket: {
    rooms: ["search", "citation", "components", "styles", "paper", "urls"],
    types: ["catalog"],
  },
  "pocket/build": {
    rooms: ["catalog", "check", "components", "paper", "pocket", "search", "site", "urls"],
    packages: ["@tailwindcss/vite", "vite"],
    node: true,
  },
  library: { rooms: ["citation", "search", "urls"] },
  pictures: { rooms: ["paper"], types: ["catalog"] },
  "pictures/build": {
    rooms: ["pictures", "catalog", "in-thread", "site"],
    packages: ["@resvg/resvg-wasm", "astro", "satori"],
    node: true,
  },
  press: {
    rooms: ["catalog", "free-memory", "offline", "paper", "site"],
    packages: ["astro"],
    node: true,
  },
  styles: { rooms: [] },
  components: {
    rooms: ["urls", "site", "styles", "citation", "search", "library", "pictures"],
    types: ["paper", "catalog"],
    packages: ["astro/types", "astro:content", "astro:assets"],
  },
  layouts: {
    rooms: ["components", "styles", "urls", "site", "citation", "offline", "pictures"],
    types: ["paper", "catalog"],
    packages: ["@fontsource-variable/source-serif-4", "astro/types"],
  },
  pages: {
    rooms: [
      ...["layouts", "components", "styles", "catalog", "citation", "formats", "search", "offline"],
      ...["paper", "loader", "pictures", "site", "urls", "addresses"],
    ],
    packages: ["astro", "astro:content", "astro/types"],
  },
  "content.config": {
    rooms: ["loader", "paper", "site"],
    packages: ["astro:content", "astro/zod", "astro/loaders"],
    node: true,
  },
};

/** What draws may write out dates, names and venues, which the domain knows how to. */
const DRAWING = /^(?:components|layouts|search\/element)\//u;
const OPEN_TO_DRAWING = ["paper/dates.ts", "paper/people.ts", "paper/place.ts", "paper/venues.ts"];

interface Import {
  from: string;
  /** The specifier as written. */
  to: string;
  typeOnly: boolean;
}

const SRC = import.meta.dirname;

const sourceFiles = () =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/u.test(entry.name))
    .map((entry) => relative(SRC, `${entry.parentPath}/${entry.name}`).split(sep).join("/"))
    .filter((file) => !file.endsWith(".d.ts"))
    .sort();

/** The script of a file: all of a module; of an Astro component its frontmatter and its scripts. */
function scriptOf(file: string, text: string): string {
  if (file.endsWith(".ts")) return text;
  const frontmatter = /^---\r?\n(.*?)^---\s*$/msu.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gsu)].map((match) => match[1]);
  return [frontmatter, ...scripts].join("\n");
}

const parse = (file: string, text: string) =>
  ts.createSourceFile(`${file}.ts`, scriptOf(file, text), ts.ScriptTarget.Latest, true);

function nodesOf(file: string, text: string): ts.Node[] {
  const nodes: ts.Node[] = [parse(file, text)];
  // It grows while it is walked: children come after their parents.
  for (const node of nodes) node.forEachChild((child) => void nodes.push(child));
  return nodes;
}

function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (to: ts.Node | undefined, typeOnly: boolean) => {
    if (to && ts.isStringLiteralLike(to)) found.push({ from: file, to: to.text, typeOnly });
  };
  for (const node of nodesOf(file, text)) {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
  }
  return found;
}

function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((name) => file === name || file.startsWith(`${name}/`) || file.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length)[0];
}

const isTest = (file: string) => file.endsWith(".test.ts");

/** Why an import may not be, or undefined when it may. */
function faultOf({ from, to, typeOnly }: Import): string | undefined {
  if (from === "boundaries.test.ts") return undefined;
  const name = roomOf(from);
  if (name === undefined) return `${from} stands in no room: add it to the table or move it`;
  const room = ROOMS[name];
  const say = (rule: string) => `${from} imports "${to}": ${rule}`;
  if (!to.startsWith(".")) {
    // A test may use what it needs to look from outside; a type leaves nothing behind.
    if (isTest(from) || typeOnly || room?.packages?.includes(to)) return undefined;
    if (isBuiltin(to))
      return room?.node ? undefined : say(`${name} runs without files, streams and processes`);
    if (to.startsWith("@fontsource") && /^(?:layouts|styles)/u.test(name)) return undefined;
    return say(`${name} may import no package but ${room?.packages?.join(", ") ?? "none"}`);
  }
  const target = posix.join(dirname(from), to.replace(/\?\w+$/u, ""));
  if (target.startsWith("..")) {
    if (isTest(from) && /^\.\.\/e2e\/(?:fixtures|fuzz)\//u.test(target)) return undefined;
    return say("nothing in src depends on what is outside it");
  }
  const other = roomOf(target);
  if (other === undefined) return say("it stands in no room");
  const [home, neighbour] = [name.split("/")[0] ?? name, other.split("/")[0] ?? other];
  // The steps of a build stay out of what runs in a browser, even within one room.
  if (other.endsWith("/build") && !name.endsWith("/build") && !isTest(from))
    return say("the build step is the configuration's to call");
  if (home === neighbour || room?.rooms.includes(neighbour)) return undefined;
  if (typeOnly && room?.types?.includes(neighbour)) return undefined;
  if (DRAWING.test(from) && OPEN_TO_DRAWING.includes(target)) return undefined;
  const rooms = room?.rooms.join(", ") ?? "";
  return say(`${name} may import ${rooms === "" ? "no other room" : rooms}`);
}

const read = (file: string) => readFileSync(`${SRC}/${file}`, "utf8");

await test("every import keeps to the rooms", () => {
  const imports = sourceFiles().flatMap((file) => importsOf(file, read(file)));
  assert.ok(imports.length > 50, "the reader of imports finds hardly any");
  assert.deepEqual(imports.map(faultOf).filter(Boolean), []);
});

await test("the table itself has no way back", () => {
  const visit = (name: string, path: string[]): void => {
    assert.ok(!path.includes(name), `${[...path, name].join(" → ")} is a circle`);
    for (const next of ROOMS[name]?.rooms ?? []) if (next !== name) visit(next, [...path, name]);
  };
  for (const name of Object.keys(ROOMS)) if (!name.includes("/")) visit(name, []);
});

await test("a broken rule names file, import and rule", () => {
  const faults = (file: string, text: string) => importsOf(file, text).map(faultOf).filter(Boolean);
  assert.match(
    String(faults("paper/x.ts", 'import { a } from "../catalog/y.ts";')[0]),
    /^paper\/x\.ts imports "\.\.\/catalog\/y\.ts": paper may import no other room$/u,
  );
  assert.equal(faults("catalog/x.ts", 'import { z } from "zod";').length, 1);
  assert.equal(faults("catalog/x.ts", 'import { readFileSync } from "node:fs";').length, 1);
  assert.equal(faults("search/x.ts", 'import type { Paper } from "../paper/paper.ts";').length, 0);
  assert.equal(faults("search/x.ts", 'import { fold } from "../paper/fold.ts";').length, 1);
  assert.equal(faults("search/x.ts", 'const a = await import("../importer/cli.ts");').length, 1);
  assert.equal(faults("search/element/x.ts", 'import "../build/integration.ts";').length, 1);
  assert.equal(
    faults("pages/x.astro", '---\nimport { run } from "../importer/run.ts";\n---\n<p/>').length,
    1,
  );
  assert.equal(
    faults("components/X.astro", '<p/>\n<script>import "../loader/math.ts";</script>').length,
    1,
  );
  assert.equal(faults("utils/x.ts", 'import "./y.ts";').length, 1);
});

await test("only site.ts reads the environment", () => {
  const readers = sourceFiles().filter((file) => {
    const nodes = isTest(file) ? [] : nodesOf(file, read(file));
    return nodes.some(
      (node) => ts.isPropertyAccessExpression(node) && node.getText() === "process.env",
    );
  });
  assert.deepEqual(readers, ["site.ts"]);
});

await test("only the engine and the build of the search know Pagefind", () => {
  const knows = sourceFiles().filter((file) => {
    if (/^search\/(?:engine|build|bundle)\//u.test(file) || isTest(file)) return false;
    return nodesOf(file, read(file)).some(
      (node) => ts.isStringLiteralLike(node) && node.text.includes("pagefind"),
    );
  });
  assert.deepEqual(knows, []);
});

await test("no drawer for what has no place, no tests among the pages", () => {
  const files = sourceFiles();
  assert.deepEqual(
    files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.ts$)/u.test(file)),
    [],
  );
  assert.deepEqual(
    files.filter((file) => file.startsWith("pages/") && isTest(file)),
    [],
  );
});
