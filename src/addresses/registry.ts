/** The file that remembers, beside `papers`: every address that was ever given out, sorted, one a line. */
export const REGISTRY = "addresses.txt";

/** An address as the registry has it, with its line. */
export interface Recorded {
  address: string;
  /** 1-based. */
  line: number;
}

const HEAD = `# Every address that this collection has given out, below the site's base.
# \`npm run check\` fails when one leads nowhere any more; \`npm run check -- --record\` adds new ones.
`;

/** Reads a registry: empty lines and lines that begin with # say nothing. */
export function readRegistry(text: string): Recorded[] {
  return text
    .split(/\r?\n/u)
    .map((line, i) => ({ address: line.trim(), line: i + 1 }))
    .filter(({ address }) => address !== "" && !address.startsWith("#"));
}

/** A registry of these addresses. Sorted by code points: two branches that add papers merge line by line. */
export const writeRegistry = (addresses: Iterable<string>): string =>
  `${HEAD}${[...new Set(addresses)]
    .sort()
    .map((address) => `${address}\n`)
    .join("")}`;

/** How many addresses a registry does not have yet. */
export function countUnrecorded(recorded: readonly Recorded[], present: Iterable<string>): number {
  const known = new Set(recorded.map(({ address }) => address));
  return [...present].filter((address) => !known.has(address)).length;
}

/** The registry with what is new added; nothing is ever taken out. Undefined where nothing is new. */
export function extendRegistry(text: string, present: Iterable<string>): string | undefined {
  const recorded = readRegistry(text);
  const all = [...present];
  if (countUnrecorded(recorded, all) === 0) return undefined;
  return writeRegistry([...recorded.map(({ address }) => address), ...all]);
}
