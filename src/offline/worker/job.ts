import type { Edition, Fault, Report, Wish } from "../edition.ts";
import { topicsLeft } from "../places.ts";
import { Damaged } from "./damaged.ts";
import { fetchAll, fetchEdition } from "./fetch-edition.ts";
import { checkKept } from "./kept.ts";
import { isAway, noteReach } from "./reach.ts";
import type { Client } from "./scope.ts";
import { worker } from "./scope.ts";
import { needsReload } from "./served.ts";
import type { Memory, Progress } from "./store.ts";
import { forgetAll, isFull, recall, remember } from "./store.ts";
import { TopicsGone } from "./topics-gone.ts";

/** Milliseconds between two reports of progress. */
const PACE = 150;

/** Share of the free room that is left alone. */
const SPARE = 1.05;

let offered: Edition | undefined;
let running: { abort: AbortController; end: Promise<void>; progress: Progress } | undefined;

async function report(client: Client): Promise<Report> {
  const { kept, fault, chosen, names, progress, stopped = false } = await recall();
  const reload = await needsReload(client);
  const isStale = kept && offered && offered.version !== kept.version;
  // With some topics kept, the network may not go away yet.
  const isWhole = kept && !kept.topics;
  const state = isWhole ? (isStale ? "stale" : "ready") : running ? "saving" : "off";
  return {
    type: "offline",
    state,
    stopped,
    busy: running !== undefined,
    away: isAway(),
    ...(running?.progress ?? progress ?? { done: 0, total: 0 }),
    ...(reload === undefined ? {} : { reload }),
    ...(kept ? { kept } : {}),
    ...(fault ? { fault } : {}),
    ...(chosen ? { chosen } : {}),
    ...(names ? { names } : {}),
    ...(offered
      ? {
          offered: {
            version: offered.version,
            size: offered.size,
            auto: offered.auto,
            packs: offered.packs,
            topics: offered.topics,
            ...(offered.shared === undefined ? {} : { shared: offered.shared }),
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

const hasRoom = async (bytes: number) => bytes * SPARE <= (await freeRoom());

async function checkRoom(bytes: number): Promise<void> {
  if (!(await hasRoom(bytes))) throw new NoRoom(bytes, await freeRoom());
}

function faultOf(error: unknown, { done, total }: Progress): Fault {
  if (error instanceof NoRoom) return { kind: "room", needed: error.needed, free: error.free };
  if (isFull(error)) return { kind: "room", needed: total - done };
  if (error instanceof TopicsGone) return { kind: "topics" };
  return { kind: error instanceof Damaged ? "damaged" : "network" };
}

const namesOf = ({ topics: offered }: Edition, topics: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    offered.filter(([slug]) => topics.includes(slug)).map(([slug, name]) => [slug, name]),
  );

async function run(
  edition: Edition,
  topics: readonly string[] | undefined,
  { signal }: AbortController,
  progress: Progress,
): Promise<void> {
  let told = 0;
  let last: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(last);
    last = undefined;
    told = Date.now();
    void tellAll();
  };
  await remember(({ names }) => ({
    fault: undefined,
    stopped: undefined,
    declined: undefined,
    ...(topics && { names: { ...names, ...namesOf(edition, topics) } }),
  }));
  try {
    await fetchAll(
      edition,
      topics,
      signal,
      (done, total) => {
        Object.assign(progress, { done, total });
        // Where nothing more comes for a while, the last figure is told too.
        if (Date.now() - told >= PACE) tell();
        else last ??= setTimeout(tell, PACE);
      },
      checkRoom,
    );
  } catch (error) {
    const fault = signal.aborted ? undefined : faultOf(error, progress);
    // Where not even the list came, what came before is still here.
    await remember({ fault, ...(progress.total > 0 && { progress: { ...progress } }) });
  } finally {
    clearTimeout(last);
  }
}

/** Fetches an edition; a second call while one is under way waits for that one. */
function start(edition: Edition, topics?: readonly string[]): Promise<void> {
  if (!running) {
    const abort = new AbortController();
    const progress = { done: 0, total: 0 };
    const end = run(edition, topics, abort, progress).finally(() => {
      running = undefined;
      return tellAll();
    });
    running = { abort, end, progress };
  }
  return running.end;
}

async function look(): Promise<Edition | undefined> {
  if (running) return offered;
  try {
    offered = await fetchEdition();
    noteReach(true);
  } catch {
    noteReach(false);
  }
  return offered;
}

/** Whether what is kept is what the reader chose, as far as the site has it: whatever comes now is an update of it. */
const isChosen = ({ kept, chosen = [] }: Memory, edition: Edition | undefined) =>
  kept !== undefined &&
  (kept.topics ?? []).join() === (edition ? topicsLeft(chosen, edition) : chosen).join();

/** Whether an edition is to be fetched now: because the reader asked for it, or where it is small or kept already. */
async function isWanted(edition: Edition, memory: Memory, auto: boolean): Promise<boolean> {
  const { kept, asked, stopped, declined, fault, chosen = [] } = memory;
  const updates = isChosen(memory, edition);
  if (updates && kept?.version === edition.version) return false;
  if (stopped || declined) return false;
  // A browser that takes no more without a reason is asked again when the reader says so.
  if (fault?.kind === "room" && (fault.free === undefined || !(await hasRoom(fault.needed))))
    return false;
  // Topics may come back; until then the reader has to choose others.
  if (fault?.kind === "topics" && topicsLeft(chosen, edition).length === 0) return false;
  // Whoever saves data is not sent updates either, unless they say so.
  if (updates) return auto;
  return asked === true || (auto && (edition.auto || kept !== undefined));
}

async function check(client: Client, auto: boolean): Promise<void> {
  if (!running) await checkKept();
  client.postMessage(await report(client));
  const edition = await look();
  const memory = await recall();
  if (edition && (running || (await isWanted(edition, memory, auto)))) {
    const end = start(edition, memory.chosen);
    await tellAll();
    await end;
  } else client.postMessage(await report(client));
}

async function keep(client: Client, topics?: readonly string[]): Promise<void> {
  const edition = await look();
  if (!edition) {
    await remember({ fault: { kind: "network" } });
    client.postMessage(await report(client));
    return;
  }
  await remember({ asked: true, chosen: topics });
  const end = start(edition, topics);
  await tellAll();
  await end;
}

async function stop(): Promise<void> {
  running?.abort.abort();
  await running?.end;
  // Whoever keeps some topics and stops others from coming goes on with those.
  await remember((memory) =>
    memory.kept && !isChosen(memory, offered) ? { chosen: memory.kept.topics } : { stopped: true },
  );
  await tellAll();
}

/** Does what a page asks for; ends when it is done. */
export async function grant(wish: Wish, client: Client): Promise<void> {
  switch (wish.type) {
    case "check":
      return check(client, wish.auto);
    case "keep":
      return keep(client, wish.topics);
    case "stop":
      return stop();
    case "forget":
      running?.abort.abort();
      await running?.end;
      await forgetAll();
      return tellAll();
  }
}
