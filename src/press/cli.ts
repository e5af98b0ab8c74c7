import { resolve } from "node:path";
import { finishOffline } from "../offline/build/integration.ts";
import { callerDir, site } from "../site.ts";
import { NoWhole, mergeParts } from "./merge.ts";

/** `npm run merge -- OUT PART…`: one site out of parts that were built with `SHARD=1/n` to `SHARD=n/n`. */

const [out, ...parts] = process.argv.slice(2).map((path) => resolve(callerDir, path));
if (out === undefined || parts.length === 0) {
  console.error(
    "npm run merge -- OUT PART…   one site in OUT, out of the parts that SHARD=i/n made",
  );
  process.exit(2);
}
try {
  const files = mergeParts(parts, out);
  console.log(`${String(files)} files of ${String(parts.length)} parts`);
  console.log(`offline: ${await finishOffline(out, site)}`);
} catch (error) {
  if (!(error instanceof NoWhole)) throw error;
  console.error(error.message);
  process.exit(1);
}
