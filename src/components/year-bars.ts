import { countText } from "./counts.ts";

/** Papers of a year. */
export interface YearCount {
  year: number;
  count: number;
}

/** Years that bars have room for. */
const MOST_YEARS = 80;

/** Years in order with all between them, so that a pause is seen as one; of a longer time only those that have papers. */
export function withPauses(years: readonly YearCount[]): YearCount[] {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? -1];
  if (last - first >= MOST_YEARS) return [...years];
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    count: counts.get(first + at) ?? 0,
  }));
}

const WIDTH = 10;
const HEIGHT = 32;

/** How many papers a year, as the parts of a drawing: one path of bars, and the figures in words. */
export function drawYearBars(years: readonly YearCount[]): {
  width: number;
  height: number;
  path: string;
  label: string;
} {
  const most = Math.max(1, ...years.map(({ count }) => count));
  const bars = years.map(({ count }, i) => {
    const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HEIGHT));
    return `M${String(i * WIDTH + 1)} ${String(HEIGHT - height)}h8v${String(height)}h-8z`;
  });
  const told = years.filter(({ count }) => count > 0);
  return {
    width: years.length * WIDTH,
    height: HEIGHT,
    path: bars.join(""),
    label: told.map(({ year, count }) => `${String(year)}: ${countText(count)}`).join(", "),
  };
}
