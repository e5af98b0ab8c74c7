import type { Fault, Report } from "../edition.ts";

/** Bytes as people read them; the unit never stands alone in the next line. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${String(Math.max(1, Math.round(bytes / 1e3)))}\u00a0KB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)}\u00a0MB`;
}

/** Bytes that some topics take together, at most: what all have in common is counted once. */
export const sizeOfTopics = (
  { topics, shared = 0, size }: NonNullable<Report["offered"]>,
  slugs: readonly string[],
) =>
  Math.min(
    size,
    topics
      .filter(([slug]) => slugs.includes(slug))
      .reduce((sum, [, , bytes]) => sum + bytes - shared, shared),
  );

/** Dates as the rest of the site writes them. */
export const locale = () => {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang || undefined;
};

/** So many topics are named, more are counted. */
const FEW = 2;

/** A few topics by their names, or how many they are. */
export function describeTopics({ offered, names = {} }: Report, topics: readonly string[]): string {
  if (topics.length > FEW) return `${String(topics.length)} topics`;
  const nameOf = (topic: string) =>
    offered?.topics.find(([slug]) => slug === topic)?.[1] ?? names[topic] ?? topic;
  return topics.map((topic) => `“${nameOf(topic)}”`).join(" and ");
}

/** Why a page may be missing where only some topics are kept: a search finds papers of all. */
export const describeSome = (report: Report, topics: readonly string[]) =>
  `Only ${describeTopics(report, topics)} ${topics.length === 1 ? "is" : "are"} saved: a search finds other papers too, but their pages are not here.`;

/** That the site has some topics no more. */
const describeGone = (report: Report, topics: readonly string[]) =>
  `${describeTopics(report, topics)} ${topics.length === 1 ? "is no longer a topic" : "are no longer topics"} of this site`;

/** What was chosen and is not kept any more because the site has it no more; said until something else is chosen. */
function describeLoss(report: Report): string {
  const { offered, chosen = [], kept } = report;
  const here = new Set([...(kept?.topics ?? []), ...(offered?.topics ?? []).map(([slug]) => slug)]);
  const gone = offered ? chosen.filter((topic) => !here.has(topic)) : [];
  if (gone.length === 0) return "";
  const whose = gone.length === 1 ? "its" : "their";
  return ` ${describeGone(report, gone)}; ${whose} papers are not kept any more.`;
}

/** Why it did not work, and what would. */
function describeFault(fault: Fault, report: Report): string {
  const { offered, done, kept, chosen = [] } = report;
  switch (fault.kind) {
    case "room": {
      const { needed, free } = fault;
      const topics = offered?.topics ?? [];
      // What came of the whole makes room for them.
      const fitting = topics.filter(([, , size]) => size <= (free ?? 0) + done).length;
      return (
        `Not enough room: ${formatBytes(needed)} more are needed, ` +
        (free === undefined
          ? "and this browser takes no more."
          : `this browser has ${formatBytes(free)} left for the site.`) +
        (fitting > 0
          ? ` ${String(fitting)} of ${String(topics.length)} topics would fit alone.`
          : "")
      );
    }
    case "network":
      return (
        `The network went away before ${kept ? "the update" : "all of it"} was here. ` +
        "What came stays for the next attempt."
      );
    case "topics":
      return (
        `${describeGone(report, chosen)}. ` +
        `${kept ? "What is kept stays as it is: choose" : "Choose"} others.`
      );
    case "damaged":
      return "What arrived was not what the site had sent. Nothing of it is used.";
  }
}

const share = ({ done, total }: Report) => `${formatBytes(done)} of ${formatBytes(total)}`;

function describeNetwork({ away }: Report, online: boolean): string {
  if (!online) return "You are offline. ";
  return away ? "The site cannot be reached now. " : "";
}

function describeUpdate(report: Report): string {
  if (report.busy)
    return report.total > 0 ? ` More is on its way: ${share(report)}.` : " More is on its way.";
  return report.state === "stale" ? " There is an update." : "";
}

/** What the button that keeps the site says: what a transfer that did not end has brought is not fetched again. */
export function nameKeep({ kept, offered, chosen, stopped, fault, done, total }: Report): string {
  // What an update takes is not known before its list is here.
  if (kept && !kept.topics) return "Update now";
  const isBegun = (stopped || fault !== undefined) && done > 0 && !chosen;
  if (isBegun) return `Go on (${formatBytes(total - done)} left)`;
  return `Keep this site offline${offered ? ` (${formatBytes(offered.size)})` : ""}`;
}

/** How things stand, in one line. */
export function describeState(
  report: Report,
  online: boolean,
  formatDay: (time: number) => string,
) {
  const away = describeNetwork(report, online);
  const { state, kept, fault, stopped } = report;
  if (state === "saving")
    return `Saving for offline: ${report.total > 0 ? `${share(report)}.` : "starting…"}`;
  if (kept) {
    const saved = `${kept.topics ? `${describeTopics(report, kept.topics)} saved` : "Saved"} for offline ${formatDay(kept.savedAt)}, ${formatBytes(kept.bytes)}.`;
    if (fault && state !== "ready") return `${away}${saved} ${describeFault(fault, report)}`;
    return `${away}${saved}${describeLoss(report)}${describeUpdate(report)}`;
  }
  if (fault) return `${away}Not saved for offline. ${describeFault(fault, report)}`;
  if (stopped && report.done > 0) return `${away}Saving for offline stopped at ${share(report)}.`;
  const would = report.offered ? `: it would take ${formatBytes(report.offered.size)}` : "";
  return `${away}Not saved for offline${would}.`;
}
