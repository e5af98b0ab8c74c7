import { join } from "node:path";
import { build } from "vite";

/** Bundles a worker into one classic script, as every browser with service workers takes it. */
export async function bundleWorker(projectDir: string, entry: "sw" | "farewell"): Promise<string> {
  const input = join(projectDir, `src/offline/worker/${entry}.ts`);
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: input, formats: ["iife"], name: "carrel", fileName: () => "sw.js" },
    },
  });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const [chunk] = outputs;
  if (chunk?.type !== "chunk") throw new Error("Service worker: the bundler wrote no script.");
  return chunk.code;
}
