import { part } from "../../search/element/dom.ts";

/** Says how well the browser keeps the list, below it. Gives what shows the line once there is something to lose. */
export function watchKeeping(line: HTMLElement): (something: boolean) => void {
  const words = part(line, "kept-words");
  const ask = line.querySelector<HTMLButtonElement>('[data-act="persist"]');
  // Missing where the page is not served over HTTPS, whatever the types say.
  const storage = "storage" in navigator ? navigator.storage : undefined;

  const show = (persisted: boolean, asked: boolean) => {
    words.textContent = persisted
      ? "The browser keeps this list until you delete it."
      : asked
        ? "The browser did not promise to keep this list: export it now and then."
        : "The browser may drop this list when it runs out of room; a private window does when it closes.";
    if (ask) ask.hidden = persisted || asked || !storage;
  };
  ask?.addEventListener("click", () => {
    void storage?.persist().then((persisted) => {
      show(persisted, true);
    });
  });
  let known = false;
  return (something) => {
    line.hidden = !something;
    if (!something || known) return;
    known = true;
    show(false, false);
    void storage?.persisted().then((persisted) => {
      show(persisted, false);
    });
  };
}
