import { createHash } from "node:crypto";
import { attribute, tagsOf } from "./html.ts";
import type { Page } from "./site.ts";

/** The Content-Security-Policy that a page states, directive by directive; empty without one. */
export function policyOf(page: Page): Map<string, string[]> {
  const meta = tagsOf(page.tokens).find(
    (tag) => attribute(tag, "http-equiv").toLowerCase() === "content-security-policy",
  );
  const directives = attribute(meta, "content").split(";");
  return new Map(
    directives
      .map((directive) => directive.trim().split(/\s+/u))
      .filter(([name]) => name !== "")
      .map(([name = "", ...sources]) => [name, sources]),
  );
}

const isProgram = (type: string) => /^(?:|module|(?:text|application)\/javascript)$/u.test(type);

/** What of a page may run without its policy's leave, or could smuggle something past it. */
export function findPolicyFaults(page: Page): string[] {
  const policy = policyOf(page);
  const scripts = policy.get("script-src") ?? policy.get("default-src");
  if (!scripts) return [`states no policy for scripts`];
  const loose = scripts.filter((source) => /unsafe|^\*$|^(?:https?|data|blob):/u.test(source));
  const faults = loose
    // WebAssembly is how Pagefind reads its index; it makes no code out of text.
    .filter((source) => source !== "'wasm-unsafe-eval'")
    .map((source) => `lets ${source} run`);
  for (const token of page.tokens) {
    if (token.kind === "raw" && token.of.name === "script" && token.text !== "") {
      if (!isProgram(attribute(token.of, "type"))) continue;
      const hash = createHash("sha256").update(token.text).digest("base64");
      if (!scripts.includes(`'sha256-${hash}'`))
        faults.push(`has an inline script that its policy does not know`);
    }
    if (token.kind !== "start") continue;
    for (const [name, value] of token.attributes) {
      if (/^on[a-z]+$/u.test(name)) faults.push(`<${token.name} ${name}>`);
      if (
        /^\s*(?:javascript|vbscript|data:text\/html)/iu.test(value) &&
        /href|src|action/u.test(name)
      )
        faults.push(`${name}="${value}"`);
    }
  }
  return faults;
}
