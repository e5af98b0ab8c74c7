import { cleanLine } from "../clean.ts";

/** A JSON object. */
export type Json = Record<string, unknown>;

/** Whether a JSON value is an object, neither list nor null. */
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a JSON value says nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.every(isEmpty)) ||
  (isObject(value) && Object.keys(value).length === 0);

/** A field's text: a number counts, for years and volumes come as either, and the first of a list (Crossref). */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.length > 0 ? textOf(value[0]) : undefined;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The same on one line. */
export function lineOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : cleanLine(text) || undefined;
}
