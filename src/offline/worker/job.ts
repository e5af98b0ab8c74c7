import type { Edition, Fault, Report, Wish } from "../edition.ts";
import { Damaged } from "./damaged.ts";
import { fetchAll, fetchEdition, isFull } from "./fetch-edition.ts";
import { checkKept } from "./kept.ts";
import type { Client } from "./scope.ts";
import { worker } from "./scope.ts";
import { needsReload } from "./served.ts";
import { forgetAll, recall, remember } from "./store.ts";

/** Milliseconds between two reports of progress. */
const PACE = 150;

/** Share of the free room that is left alone. */
const SPARE = 1.05;

let offered: Edition | undefined;
let running: { abort: AbortController; end: Promise<void> } | undefined;
let progress = { done: 0, total: 0 };

async function report(client: Client): Promise<Report> {
  const { kept, fault, stopped = false } = await recall();
  const reload = await needsReload(client);
  const isStale = kept && offered && offered.version !== kept.version;
  const state = kept ? (isStale ? "stale" : "ready") : running ? "saving" : "off";
  return {
    type: "offline",
    state,
    stopped,
    ...progress,
    ...(reload === undefined ? {} : { reload }),
    ...(kept ? { kept } : {}),
    ...(fault ? { fault } : {}),
    ...(offered
      ? {
          offered: {
            version: offered.version,
            size: offered.size,
            auto: offered.auto,
            packs: offered.packs,
          },
        }
      : {}),
  };
}

/** Tells every open page where things stand. */
async function tellAll(): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(await report(client));
}

class NoRoom extends Error {
  readonly needed: number;
  readonly free: number;
  constructor(needed: number, free: number) {
    super("There is not enough room.");
    this.needed = needed;
    this.free = free;
  }
}

const freeRoom = async () => {
  if (!("storage" in navigator)) return Infinity;
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
};

async function checkRoom(bytes: number): Promise<void> {
  const free = await freeRoom();
  if (bytes * SPARE > free) throw new NoRoom(bytes, free);
}

async function faultOf(error: unknown, edition: Edition): Promise<Fault> {
  if (error instanceof NoRoom) return { kind: "room", needed: error.needed, free: error.free };
  if (isFull(error))
    return { kind: "room", needed: edition.size, free: Math.max(0, await freeRoom()) };
  return { kind: error instanceof Damaged ? "damaged" : "network" };
}

async function run(edition: Edition, abort: AbortController): Promise<void> {
  let told = 0;
  await remember({ fault: undefined, stopped: undefined, declined: undefined });
  try {
    await fetchAll(
      edition,
      abort.signal,
      (done, total) => {
        progress = { done, total };
        if (Date.now() - told < PACE) return;
        told = Date.now();
        void tellAll();
      },
      checkRoom,
    );
  } catch (error) {
    if (!abort.signal.aborted) await remember({ fault: await faultOf(error, edition) });
  }
}

/** Fetches an edition; a second call while one is under way waits for that one. */
function start(edition: Edition): Promise<void> {
  if (!running) {
    const abort = new AbortController();
    const end = run(edition, abort).finally(() => {
      running = undefined;
      return tellAll();
    });
    running = { abort, end };
  }
  return running.end;
}

async function look(): Promise<Edition | undefined> {
  if (!running) offered = await fetchEdition().catch(() => offered);
  return offered;
}

async function check(client: Client, auto: boolean): Promise<void> {
  if (!running) await checkKept();
  client.postMessage(await report(client));
  const edition = await look();
  const record = await recall();
  const wanted = record.kept
    ? record.kept.version !== edition?.version && (auto || record.asked === true)
    : auto && edition?.auto === true && !record.stopped && !record.declined;
  if (edition && (wanted || running)) {
    const end = start(edition);
    await tellAll();
    await end;
  } else client.postMessage(await report(client));
}

async function keep(client: Client): Promise<void> {
  const edition = await look();
  if (!edition) {
    await remember({ fault: { kind: "network" } });
    client.postMessage(await report(client));
    return;
  }
  await remember({ asked: true });
  const end = start(edition);
  await tellAll();
  await end;
}

async function stop(): Promise<void> {
  running?.abort.abort();
  await running?.end;
  await remember({ stopped: true });
  await tellAll();
}

/** Does what a page asks for; ends when it is done. */
export async function grant(wish: Wish, client: Client): Promise<void> {
  switch (wish.type) {
    case "check":
      return check(client, wish.auto);
    case "keep":
      return keep(client);
    case "stop":
      return stop();
    case "forget":
      running?.abort.abort();
      await running?.end;
      await forgetAll();
      progress = { done: 0, total: 0 };
      return tellAll();
  }
}
