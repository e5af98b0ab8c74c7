import type { List, Pending } from "./pending.ts";
import { LIST_NAMES, LISTS } from "./pending.ts";
import type { Verdict } from "./sheet.ts";

/** Whether a choice as `all`, `topics`, `tag:diffusion-models` means a suggestion. */
const isMeant = (choice: string, list: List, name: string) =>
  choice === "all" || choice === list || choice === `${LISTS[list]}:${name}`;

/** A choice that could mean anything; others are mistyped. */
export const isChoice = (text: string): boolean =>
  /^(?:all|topics|tags|(?:topic|tag):[^\s:]+)$/u.test(text);

/** What is decided on many papers at once: the open suggestions that the choices mean. Refusing goes before accepting. */
export function chooseAll(
  pending: readonly Pending[],
  { accept, refuse }: { accept: readonly string[]; refuse: readonly string[] },
): Verdict[] {
  const meant = (choices: readonly string[], list: List, name: string) =>
    choices.some((choice) => isMeant(choice, list, name));
  return pending.flatMap(({ key, open }) =>
    LIST_NAMES.flatMap((list) =>
      open[list].flatMap((name): Verdict[] => {
        const isRefused = meant(refuse, list, name);
        if (!isRefused && !meant(accept, list, name)) return [];
        return [{ key, list, name, isAccepted: !isRefused, line: 0 }];
      }),
    ),
  );
}
