import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";

/** The file's script and style, each one text with everything in it. */
export async function bundleApp(projectDir: string): Promise<{ script: string; style: string }> {
  const made = await build({
    configFile: false,
    root: projectDir,
    publicDir: false,
    logLevel: "error",
    plugins: [tailwindcss()],
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(projectDir, "src/pocket/app.ts"), formats: ["iife"], name: "carrel" },
      assetsInlineLimit: () => true,
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) =>
    "output" in each ? each.output : [],
  );
  const script = outputs.find((output) => output.type === "chunk")?.code;
  const style = outputs.find((output) => output.fileName.endsWith(".css"));
  if (script === undefined || style?.type !== "asset")
    throw new Error("The pocket file's script and style could not be bundled.");
  const text =
    typeof style.source === "string" ? style.source : new TextDecoder().decode(style.source);
  return { script, style: text };
}
