/** An inline script's hash as a Content-Security-Policy names it (CSP Level 3, 2.3.1). */
async function hashSource(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

const made = new Map<string, Promise<string>>();

/** The policy of pages with these inline scripts: hashed once a build, not once a page. */
export function contentPolicy(inlineScripts: readonly string[]): Promise<string> {
  const key = inlineScripts.join("\0");
  const policy = made.get(key) ?? writePolicy(inlineScripts);
  made.set(key, policy);
  return policy;
}

/**
 * The policy of every page: nothing from elsewhere, no inline script but those given.
 * `wasm-unsafe-eval` is for Pagefind's own reader, which works on the index as well as ours; style attributes are for MathML, whose drawing uses them.
 */
async function writePolicy(inlineScripts: readonly string[]): Promise<string> {
  const hashes = await Promise.all(inlineScripts.map(hashSource));
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
