/** The strokes of each icon, in a square of 24 units. */
export const ICON_SHAPES = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21",
  menu: "M4 7h16M4 12h16M4 17h16",
  desk: "M3 20V4h18v16M3 15h18M7 15V9l5 1.5L17 9v6M12 10.5V15",
  paper: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  pdf: "M12 3v12M7 10.5 12 15.5l5-5M5 20h14",
  code: "m8.5 7-5 5 5 5M15.5 7l5 5-5 5",
  project: "M4 5h16v14H4zM4 9h16M7 7h.01",
  page: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  doi: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  up: "m6 14 6-6 6 6",
  down: "m6 10 6 6 6-6",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
} as const;

export type IconName = keyof typeof ICON_SHAPES;
