/**
 * The search box of header and home: a plain form. Its suggestions are loaded when it gets the focus,
 * so that a page which nobody searches from loads none of them.
 */
class CarrelSearchBox extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>("input[name=q]");
    if (!input) return;
    const enhance = () => {
      import("./combobox.ts")
        .then(({ attachSuggestions }) => {
          attachSuggestions(this, input);
        })
        // The form works without.
        .catch(() => undefined);
    };
    if (document.activeElement === input) enhance();
    else input.addEventListener("focus", enhance, { once: true });
  }
}

customElements.define("carrel-search-box", CarrelSearchBox);

try {
  if (sessionStorage.getItem("carrel:marks") !== null)
    void import("./show-marks.ts").then(
      ({ showMarks }) => {
        showMarks();
      },
      // Nobody stayed to see the marks, or the script did not arrive: the page is whole without.
      () => undefined,
    );
} catch {
  // Storage is closed to us: there is nothing to mark.
}
