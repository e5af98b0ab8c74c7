import { createUrls } from "../../urls.ts";
import { fetchDump } from "./exports.ts";
import { startSearch } from "./search-page.ts";

/** Whether this page was opened by sending a search box of this site: then an id leads to its paper. */
function cameFromBox(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isNew = entry?.type === "navigate" && history.state === null;
  return isNew && document.referrer.startsWith(`${location.origin}/`);
}

customElements.define(
  "carrel-search",
  class extends HTMLElement {
    connectedCallback(): void {
      const urls = createUrls(import.meta.env.BASE_URL);
      startSearch(this, {
        urls,
        query: () => location.search,
        addressOf: (query) => location.pathname + (query === "" ? "" : `?${query}`),
        open: (url) => {
          location.replace(url);
        },
        fromBox: cameFromBox(),
        loadDump: fetchDump(urls),
      });
    }
  },
);
