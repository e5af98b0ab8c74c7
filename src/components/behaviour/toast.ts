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
