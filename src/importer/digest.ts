import { createHash } from "node:crypto";

/** Sixteen hexadecimal digits that change when a text does (SHA-256, cut). */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The digest of a field's value; undefined where there is none. An empty list is none. */
export function digestValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  return digest(JSON.stringify(value));
}
