import { sayUnreachable } from "./toast.ts";

const load = () => import("./sentence-menu.ts");

const isSentence = (hash: string) => /^#(?:s\d+|q[\da-z]+)$/u.test(hash);

/** Links to sentences: what a page needs before somebody wants one. The rest comes with the first wish. */
export function watchSentences(): void {
  const abstract = document.querySelector<HTMLElement>(".abstract");
  if (!abstract) return;
  const offer = (event: PointerEvent) => {
    if (event.pointerType !== "mouse") return;
    abstract.removeEventListener("pointerover", offer);
    load().then(
      ({ offerLinks }) => {
        offerLinks(abstract, event);
      },
      () => {
        // Nobody asked for anything yet: without words, until the pointer comes again.
        abstract.addEventListener("pointerover", offer);
      },
    );
  };
  abstract.addEventListener("pointerover", offer);
  document.addEventListener("click", ({ target }) => {
    const link =
      target instanceof Element && target.closest<HTMLAnchorElement>("[data-sentences] a");
    if (link)
      load().then(({ openMenu }) => {
        openMenu(link.hash.slice(1), link);
      }, sayUnreachable("Not opened"));
  });
  const check = () => {
    const { hash } = location;
    if (isSentence(hash) && !document.getElementById(hash.slice(1)))
      load().then(({ tellChanged }) => {
        tellChanged(abstract);
      }, sayUnreachable("Sentence not found"));
  };
  addEventListener("hashchange", check);
  check();
}
