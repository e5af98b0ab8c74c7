/** How the network does, as its last answers showed it: known for this life of the worker alone. */

/** Milliseconds that the network has for a page that is on the device. */
const PATIENCE = 2000;

/** The same, for a while after it was too slow: who reads on is not kept waiting page after page. */
const SHORT_PATIENCE = 400;
const WHILE = 30_000;

let away = false;
let slowAt = -Infinity;

/** Whether the site could not be reached when that was last tried. */
export const isAway = () => away;

/** Notes how an attempt to reach the site ended. */
export const noteReach = (reached: boolean) => {
  away = !reached;
};

/** What the network gives, where it gives it in time; rejects where what is on the device should stand in. */
export async function inTime<T>(network: Promise<T>): Promise<T> {
  const patience = Date.now() - slowAt < WHILE ? SHORT_PATIENCE : PATIENCE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      slowAt = Date.now();
      reject(new Error("The network is slow."));
    }, patience);
  });
  try {
    const answer = await Promise.race([network, late]);
    noteReach(true);
    slowAt = -Infinity;
    return answer;
  } catch (error) {
    noteReach(false);
    throw error;
  } finally {
    clearTimeout(timer);
    // Who is late may yet fail.
    network.catch(() => undefined);
  }
}
