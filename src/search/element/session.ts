import type { Engine, Request, Response } from "../types.ts";

/** What a session tells whoever draws: only ever about the newest request. */
export interface Listener {
  /** The request has gone out. */
  loading(request: Request): void;
  /** It is still on its way after `ms` milliseconds: first at 300, then every second. */
  waiting(ms: number): void;
  answered(request: Request, response: Response): void;
  failed(request: Request, error: unknown): void;
}

/** Time, handed in so that tests need no waiting. */
export interface Clock {
  now(): number;
  /** Runs `task` after `ms`; returns what calls it off. */
  after(ms: number, task: () => void): () => void;
}

/** The browser's own time. */
export const wallClock: Clock = {
  now: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Milliseconds until a search says that it is working, and between its later reports. */
const PATIENCE = 300;
const REPORT = 1000;
/** As long a keystroke waits for the one before it. */
const QUEUE = 400;

/**
 * Puts requests to an engine one after the other and drops stale answers: requests are numbered,
 * and only the newest may speak. While one runs, keystrokes wait and the last of them goes next,
 * so that typing is never slower than the engine and never queues behind itself.
 */
export function createSession(load: () => Promise<Engine>, listener: Listener, clock = wallClock) {
  let newest = 0;
  let running = 0;
  /** The keystroke that waits for its turn. */
  const queue: { go?: () => void; callOff?: () => void } = {};
  let stopWaiting = (): void => undefined;

  function empty(): void {
    queue.callOff?.();
    delete queue.go;
    delete queue.callOff;
  }

  function watch(number: number, started: number, delay: number): void {
    stopWaiting();
    stopWaiting = clock.after(delay, () => {
      if (number !== newest) return;
      listener.waiting(clock.now() - started);
      watch(number, started, REPORT);
    });
  }

  async function run(number: number, request: Request): Promise<void> {
    running += 1;
    watch(number, clock.now(), PATIENCE);
    try {
      const engine = await load();
      const response = number === newest ? await engine.search(request) : undefined;
      if (number !== newest || !response) return;
      stopWaiting();
      listener.answered(request, response);
    } catch (error) {
      if (number !== newest) return;
      stopWaiting();
      listener.failed(request, error);
    } finally {
      running -= 1;
      queue.go?.();
    }
  }

  return {
    /** Asks; whatever was asked before may no longer answer. */
    ask(request: Request): void {
      const number = (newest += 1);
      empty();
      listener.loading(request);
      if (!request.typing || running === 0) {
        void run(number, request);
        return;
      }
      const go = () => {
        empty();
        if (number === newest) void run(number, request);
      };
      queue.go = go;
      queue.callOff = clock.after(QUEUE, go);
    },
    /** Forgets what is under way: nothing more is heard of it. */
    cancel(): void {
      newest += 1;
      empty();
      stopWaiting();
    },
  };
}
