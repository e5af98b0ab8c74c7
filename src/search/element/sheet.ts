/** Where the rail stands beside the results; below that width its filters come as a sheet. */
const WIDE = "(width >= 62rem)";

/** Lets the one form of filters live in the rail on wide screens and in a dialog on narrow ones. */
export function createSheet(
  rail: HTMLElement,
  filters: HTMLElement,
  dialog: HTMLDialogElement,
  button: HTMLButtonElement,
): void {
  const body = dialog.querySelector("[data-part=sheet-body]") ?? dialog;
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
