/** Counts what the browser loads below a path, so that a slow search can say how far it is. */
export function watchTransfer(path: string): () => { files: number; bytes: number } {
  const loaded = { files: 0, bytes: 0 };
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries() as PerformanceResourceTiming[]) {
      if (!new URL(entry.name).pathname.startsWith(path)) continue;
      loaded.files += 1;
      loaded.bytes += entry.encodedBodySize;
    }
  }).observe({ type: "resource", buffered: true });
  return () => loaded;
}
