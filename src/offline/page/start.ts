/** The page's side of reading offline, after everything else: it must not slow a page that is only read. */
function begin(): void {
  void import("./keep.ts").then(
    ({ keepSite }) => keepSite(),
    // Who has gone to the next page meanwhile took the script along; that page asks for it again.
    () => undefined,
  );
}

/** Milliseconds after which a page that always has something to do starts all the same. */
const LATEST = 5_000;

/** Starts when the page has loaded and has nothing better to do. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const idle = () =>
    "requestIdleCallback" in window
      ? requestIdleCallback(begin, { timeout: LATEST })
      : setTimeout(begin);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle);
}
