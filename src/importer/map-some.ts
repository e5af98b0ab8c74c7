/** How many files are open at once. */
const AT_ONCE = 64;

/** Does something for each item, a few at a time, results in the order of items. */
export async function mapSome<From, To>(
  items: readonly From[],
  make: (item: From) => Promise<To>,
): Promise<To[]> {
  const results = new Array<To>(items.length);
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await make(items[index] as From);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return results;
}
