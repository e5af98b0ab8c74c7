const root = document.documentElement;

const isDark = () => {
  const chosen = root.dataset["theme"];
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

/** Turns light to dark and back, and remembers it. */
export function switchTheme(): void {
  const next = isDark() ? "light" : "dark";
  root.dataset["theme"] = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Where storage is refused the choice lasts as long as the page.
  }
}

/** The switch in the header; other tabs follow. */
export function watchTheme(): void {
  document.querySelector("[data-theme-switch]")?.addEventListener("click", switchTheme);
  addEventListener("storage", (event) => {
    if (event.key !== "theme") return;
    if (event.newValue) root.dataset["theme"] = event.newValue;
    else delete root.dataset["theme"];
  });
}
