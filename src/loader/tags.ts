import { parseDocument } from "yaml";
import { formatProblem } from "../paper/problem.ts";
import type { TagData } from "../paper/schema.ts";
import { tagsSchema } from "../paper/schema.ts";

/** Reads `content/tags.yaml`: slug to tag. Throws with every fault, its place and how to mend it. */
export function readTags(source: string, file: string): Record<string, TagData> {
  const document = parseDocument(source);
  const fault = document.errors[0];
  if (fault) throw new Error(`${file}: ${fault.message}`);
  const checked = tagsSchema.safeParse(document.toJS() ?? {});
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map((issue) =>
    formatProblem({
      code: "bad-tag",
      severity: "error",
      source: file,
      message: `${issue.path.map(String).join(".")}: ${issue.message}`,
      hint: "a tag is `slug: { name, synonyms, about, match }`, see src/paper/schema.ts",
    }),
  );
  throw new Error(problems.join("\n"));
}
