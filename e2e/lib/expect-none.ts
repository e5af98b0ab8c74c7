import { expect } from "@playwright/test";

/** A fault and the page or file that it is on. */
export interface Fault {
  at: string;
  fault: string;
}

/** How many different faults a failure lists: what one template does wrong, seven hundred pages do. */
const SHOWN = 25;

/** Fails with the faults found, each once, with the first page that has it and how many others have. */
export function expectNone(faults: readonly Fault[]): void {
  const places = new Map<string, string[]>();
  for (const { at, fault } of faults) places.set(fault, [...(places.get(fault) ?? []), at]);
  const lines = [...places].map(([fault, on]) => {
    const others = on.length > 1 ? ` (and ${String(on.length - 1)} more)` : "";
    return `${on[0] ?? ""}: ${fault}${others}`;
  });
  const rest = lines.length - SHOWN;
  const listed =
    rest > 0 ? [...lines.slice(0, SHOWN), `… and ${String(rest)} other faults`] : lines;
  expect(listed).toEqual([]);
}
