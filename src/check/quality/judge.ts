import type { Problem } from "../../paper/problem.ts";
import type { Corpus } from "../corpus.ts";
import { findDuplicates } from "./duplicates.ts";
import { judgeFacts } from "./facts.ts";
import type { Kind } from "./kinds.ts";
import { KIND_LIST } from "./kinds.ts";
import type { Judged } from "./texts.ts";
import { judgeTexts } from "./texts.ts";

/** What readers would miss or stumble over, kind by kind; kinds of which there is nothing are left out. */
export type Findings = Map<Kind, Problem[]>;

/** Judges every paper that could be read and is offered. Pure; its time grows with the papers. */
export function judgeCorpus({ papers }: Pick<Corpus, "papers">): Findings {
  const judged = papers.flatMap(({ name, file, source, read }): Judged[] =>
    read && read.data.withdrawn === undefined ? [{ key: name, file, source, read }] : [],
  );
  const single = judged.flatMap((entry) => [...judgeTexts(entry), ...judgeFacts(entry)]);
  // A call takes only so many arguments as a stack holds: there may be more findings.
  const all = single.concat(findDuplicates(judged));
  const groups = Map.groupBy(all, ({ code }) => code as Kind);
  return new Map(
    KIND_LIST.flatMap((kind) => {
      const group = groups.get(kind);
      return group ? [[kind, group] as const] : [];
    }),
  );
}
