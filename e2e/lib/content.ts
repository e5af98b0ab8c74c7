import type { Build } from "./builds.ts";

/** Makes the content folders that the tests build beside the project's own, and says which. */
export async function prepareContent(): Promise<Build[]> {
  return [];
}
