import { part } from "../../search/element/dom.ts";
import { writeShared } from "../travel.ts";

/** The menu that gives the list as an address. */
export function createShare(menu: HTMLElement): (keys: readonly string[]) => void {
  const address = part(menu, "address") as HTMLInputElement;
  const said = part(menu, "share-said");
  const send = menu.querySelector<HTMLButtonElement>('[data-act="send"]');
  // Not every browser has it, whatever the types say.
  if (send) send.hidden = !("share" in navigator);
  address.addEventListener("focus", () => {
    address.select();
  });
  menu.addEventListener("toggle", () => {
    said.textContent = "";
  });
  menu.addEventListener("click", (event) => {
    const act = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (act === "copy")
      navigator.clipboard.writeText(address.value).then(
        () => {
          said.textContent = "Copied.";
        },
        () => {
          said.textContent = "The browser refused to copy: select the address instead.";
          address.focus();
        },
      );
    // A reader who closes the sheet has not failed at anything.
    if (act === "send")
      navigator.share({ title: document.title, url: address.value }).catch(() => undefined);
  });
  return (keys) => {
    address.value = location.origin + location.pathname + writeShared(keys);
  };
}
