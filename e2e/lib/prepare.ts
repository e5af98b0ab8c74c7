import { BELOW, build, ROOT } from "./builds.ts";
import { prepareContent } from "./content.ts";

/** `node e2e/lib/prepare.ts`: everything that the end-to-end tests look at, without running them. */
for (const made of [ROOT, BELOW, ...(await prepareContent())]) {
  const { ok, reason } = await build(made);
  if (!ok) throw new Error(`${made.name}: ${reason ?? "failed"}`);
}
