import type { Problem } from "../paper/problem.ts";
import type { Moved } from "./moved.ts";
import { MOVED } from "./moved.ts";
import type { Recorded } from "./registry.ts";

/** A way to mend an address that leads nowhere, by what it was the address of. */
function hintFor(address: string, nearest: string | undefined, file: string): string {
  const [kind = "", name = ""] = address.split("/");
  const fate = `add the line \`${address}: ${nearest ?? "why it is gone"}\` to ${file}`;
  if (kind !== "papers") return `${fate}; if it was never published, take the line out`;
  const heir = nearest?.startsWith("papers/") ? nearest.split("/")[1] : undefined;
  return `add "${name}" to the aliases of ${heir === undefined ? "the entry that it became" : `"${heir}"`}, or ${fate}; if it was never published, take the line out`;
}

/** Addresses that were given out and lead nowhere any more. */
export function findVanished(
  recorded: readonly Recorded[],
  {
    present,
    moved,
    file,
    movedFile = MOVED,
    nearest,
  }: Known & { file: string; movedFile?: string },
): Problem[] {
  const accounted = new Set(moved.map(({ address }) => address));
  return recorded
    .filter(({ address }) => !present.has(address) && !accounted.has(address))
    .map(({ address, line }) => ({
      code: "vanished-address",
      severity: "error",
      source: file,
      line,
      message: `"${address}" was given out and leads nowhere any more`,
      hint: hintFor(address, nearest(address), movedFile),
    }));
}

/** What is known of a site's addresses. */
interface Known {
  /** Addresses that there are: path below the base, with its last slash. */
  present: ReadonlySet<string>;
  moved: readonly Moved[];
  /** The address most like one that is not there. */
  nearest: (address: string) => string | undefined;
}

/** Lines of `moved.yaml` that lead nowhere themselves, or speak of an address that is alive. */
export function findBadMoves({
  present,
  moved,
  file,
  nearest,
}: Known & { file: string }): Problem[] {
  return moved.flatMap((move): Problem[] => {
    const say = (code: string, message: string, hint: string): Problem[] => [
      { code, severity: "error", source: file, line: move.line, message, hint },
    ];
    if (present.has(move.address))
      return say("live-address", `"${move.address}" is there`, "take the line out");
    if (!("to" in move) || present.has(move.to)) return [];
    const near = nearest(move.to);
    return say(
      "dead-link",
      `"${move.to}" leads to no page`,
      near === undefined ? "name an address that is there" : `did you mean "${near}"?`,
    );
  });
}
