import type { Fault, Report } from "../edition.ts";

/** Bytes as people read them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${String(Math.max(1, Math.round(bytes / 1e3)))} KB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** Why it did not work, and what would. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "room":
      return `Not enough room: the site needs ${formatBytes(fault.needed)}, this browser has ${formatBytes(fault.free)} left for it.`;
    case "network":
      return "The network went away before all of it was here. What came stays for the next attempt.";
    case "damaged":
      return "What arrived was not what the site had sent. Nothing of it is used.";
  }
}

const share = ({ done, total }: Report) => `${formatBytes(done)} of ${formatBytes(total)}`;

/** How things stand, in one line. */
export function describeState(
  report: Report,
  online: boolean,
  formatDay: (time: number) => string,
) {
  const away = online ? "" : "You are offline. ";
  const { state, kept, fault, stopped } = report;
  if (kept) {
    const saved = `Saved for offline ${formatDay(kept.savedAt)}, ${formatBytes(kept.bytes)}.`;
    const next =
      state === "stale" ? (fault ? ` ${describeFault(fault)}` : " An update is on its way.") : "";
    return away + saved + next;
  }
  if (state === "saving") return `Saving for offline: ${share(report)}.`;
  if (fault) return `${away}Not saved for offline. ${describeFault(fault)}`;
  if (stopped && report.done > 0) return `${away}Saving for offline stopped at ${share(report)}.`;
  return `${away}Not saved for offline.`;
}
