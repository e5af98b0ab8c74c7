/** What the keyboard does, for the help page and for the list that `?` opens. */
export const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["/"], does: "Go to the search box" },
  { keys: ["j", "k"], does: "Next row, previous row" },
  { keys: ["↓", "↑"], does: "The same, from a row or a search’s box" },
  { keys: ["Enter"], does: "Open the row" },
  { keys: ["Esc"], does: "Close what is open, else leave the search box" },
  { keys: ["c"], does: "Copy the row’s citation key, or the citation of the page’s paper" },
  { keys: ["s"], does: "Save the row’s or the page’s paper to your reading list, or take it off" },
  { keys: ["t"], does: "Switch between light and dark" },
  { keys: ["?"], does: "Show these keys" },
];
