let timer = 0;

/** Says a few words at the page's foot, to eyes and to screen readers; they go after three seconds. */
export function say(words: string): void {
  const toast = document.querySelector("#toast");
  if (!toast) return;
  toast.textContent = words;
  toast.classList.add("shown");
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    toast.classList.remove("shown");
    toast.textContent = "";
  }, 3000);
}

/** What to do where a script that was asked for does not arrive: it says what did not come of it, and why. */
export const sayUnreachable = (what: string) => () => {
  say(`${what}: the site cannot be reached`);
};
