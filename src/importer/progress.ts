/** Hears how far a long step is. */
export interface Watch {
  /** A step begins: what is done, and how much of it, where that is known. */
  begin(what: string, total?: number, unit?: "" | "bytes"): void;
  /** So much more is done. */
  advance(by?: number): void;
  /** The last step has ended. */
  end(): void;
}

/** Nobody looks. */
export const UNWATCHED: Watch = {
  begin: () => undefined,
  advance: () => undefined,
  end: () => undefined,
};

/** Where progress is told: standard error, as far as it matters here. */
interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two pictures of a bar, and between two lines where there is no terminal. */
const FRAME = 100;
const LINE = 5000;

const BAR = 24;

const amount = (n: number, unit: string) =>
  unit === "bytes"
    ? `${(n / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`
    : Math.round(n).toLocaleString("en");

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${String(Math.max(1, Math.round(seconds)))} s left`;
  return `${String(Math.floor(seconds / 60))} min ${String(Math.round(seconds % 60))} s left`;
}

/**
 * Tells how far a step is, how fast it goes and what time is left: as a bar on a terminal, elsewhere as a line every
 * few seconds. What ends before the first line leaves no trace.
 *
 * @param now gives milliseconds that only ever grow.
 */
export function watchOn(screen: Screen, now: () => number = () => performance.now()): Watch {
  const isTerminal = screen.isTTY === true;
  const pause = isTerminal ? FRAME : LINE;
  let step = { what: "", total: 0, unit: "", done: 0, start: now() };
  let told = now();
  let isDrawn = false;
  const words = () => {
    const { total, unit, done, start } = step;
    const rate = done / Math.max(0.001, (now() - start) / 1000);
    const far = total > 0 ? ` of ${amount(total, unit)}` : "";
    const left = total > done && rate > 0 ? `, ${timeLeft((total - done) / rate)}` : "";
    return `${amount(done, unit)}${far}, ${amount(rate, unit)}/s${left}`;
  };
  const bar = () => {
    if (step.total <= 0) return "";
    const full = Math.min(BAR, Math.floor((step.done / step.total) * BAR));
    return `[${"█".repeat(full)}${"·".repeat(BAR - full)}] `;
  };
  const clear = () => {
    if (isDrawn) screen.write("\r\x1b[2K");
    isDrawn = false;
  };
  const tell = () => {
    told = now();
    if (isTerminal) {
      const line = `${step.what} ${bar()}${words()}`.slice(
        0,
        Math.max(20, (screen.columns ?? 80) - 1),
      );
      screen.write(`\r\x1b[2K${line}`);
      isDrawn = true;
    } else screen.write(`${step.what}: ${words()}\n`);
  };
  return {
    begin(what, total = 0, unit = "") {
      clear();
      step = { what, total, unit, done: 0, start: now() };
    },
    advance(by = 1) {
      step.done += by;
      if (now() - told >= pause) tell();
    },
    end: clear,
  };
}
