import type { z } from "astro/zod";

type Issue = z.ZodError["issues"][number];

/** What a text of the wrong kind is told: what was expected, in words of YAML. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'must be a text: "like this"',
  array: "must be a list: [one, two]",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  object: "must have fields of its own",
  record: "must have fields of its own",
};

const valueAt = (data: unknown, path: Issue["path"]): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[name]
        : undefined,
    data,
  );

/** A field as a person would point at it: `authors #2`, `lora.name`. */
export const fieldName = (path: Issue["path"]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === "number"
        ? `${name} #${String(part + 1)}`
        : `${name}${name === "" ? "" : "."}${String(part)}`,
    "",
  );

/**
 * What a schema has against a field, as it follows the field's name: `is missing`, `must be a list: [one, two]`. Faults
 * that the schema has words of its own for keep them.
 *
 * @param data what the schema was given.
 */
export function fieldFault(issue: Issue, data: unknown): string {
  if (issue.code === "unrecognized_keys")
    return `has no field ${issue.keys.map((key) => `"${key}"`).join(" or ")}`;
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (!issue.message.startsWith("Invalid input")) return issue.message;
  if (valueAt(data, issue.path) === undefined) return "is missing";
  if (issue.code === "invalid_type") return EXPECTED[issue.expected] ?? issue.message;
  return "is nothing that can stand here";
}
