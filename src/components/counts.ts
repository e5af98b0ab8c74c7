const digits = new Intl.NumberFormat("en");

/** A number as pages write it: `28,562`. */
export const countText = (n: number): string => digits.format(n);

/** `1 paper`, `11,152 papers`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${countText(n)} ${n === 1 ? one : many}`;
