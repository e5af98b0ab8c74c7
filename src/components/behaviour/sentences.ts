const load = () => import("./sentence-menu.ts");

const isSentence = (hash: string) => /^#(?:s\d+|q[\da-z]+)$/u.test(hash);

/** Links to sentences: what a page needs before somebody wants one. The rest comes with the first wish. */
export function watchSentences(): void {
  const abstract = document.querySelector<HTMLElement>(".abstract");
  if (!abstract) return;
  abstract.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType === "mouse")
        void load().then(({ offerLinks }) => {
          offerLinks(abstract, event);
        });
    },
    { once: true },
  );
  document.addEventListener("click", ({ target }) => {
    const link =
      target instanceof Element && target.closest<HTMLAnchorElement>("[data-sentences] a");
    if (link)
      void load().then(({ openMenu }) => {
        openMenu(link.hash.slice(1), link);
      });
  });
  const check = () => {
    const { hash } = location;
    if (isSentence(hash) && !document.getElementById(hash.slice(1)))
      void load().then(({ tellChanged }) => {
        tellChanged(abstract);
      });
  };
  addEventListener("hashchange", check);
  check();
}
