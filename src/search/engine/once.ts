const utf8 = new TextDecoder();

/** What a file of JSON says. */
export const json = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

/**
 * Calls once a key; forgets a failure, so that it can be tried again.
 *
 * @param most answers that are kept: beyond, those not wanted for the longest time are forgotten.
 */
export function once<T>(
  make: (key: string) => Promise<T>,
  most = Infinity,
): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key);
    if (known) {
      made.delete(key);
      made.set(key, known);
      return known;
    }
    const promise = make(key);
    made.set(key, promise);
    const [oldest = key] = made.keys();
    if (made.size > most) made.delete(oldest);
    promise.catch(() => made.delete(key));
    return promise;
  };
}
