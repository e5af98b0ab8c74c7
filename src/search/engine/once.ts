const utf8 = new TextDecoder();

/** What a file of JSON says. */
export const json = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

/** Calls once a key; forgets a failure, so that it can be tried again. */
export function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const promise = make(key);
    made.set(key, promise);
    promise.catch(() => made.delete(key));
    return promise;
  };
}
