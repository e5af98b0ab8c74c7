import { part } from "./dom.ts";

/** Where the rail stands beside the results; below that width its filters come as a sheet. */
const WIDE = "(width >= 62rem)";

/** Lets the one form of filters live in the rail on wide screens and in a dialog on narrow ones. */
export function createSheet(root: HTMLElement): void {
  const rail = part(root, "rail");
  const filters = part(root, "filters");
  const button = part(root, "filters-button");
  const body = part(root, "sheet-body");
  const dialog = part(root, "sheet") as HTMLDialogElement;
  const wide = matchMedia(WIDE);
  button.addEventListener("click", () => {
    body.append(filters);
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    rail.append(filters);
    if (!wide.matches) button.focus();
  });
  // A press beside the sheet lands on the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  wide.addEventListener("change", () => {
    if (wide.matches) dialog.close();
  });
}
