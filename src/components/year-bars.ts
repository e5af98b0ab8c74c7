/** Papers of a year. */
export interface YearCount {
  year: number;
  count: number;
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
    label: told.map(({ year, count }) => `${String(year)}: ${String(count)}`).join(", "),
  };
}
