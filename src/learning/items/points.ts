/** Units of one point: the least common multiple of 1 to 10. */
export const UNITS = 2520;

/** The share of a point, as it is kept. */
export const share = (part: number, whole: number): number => Math.floor((part * UNITS) / whole) / UNITS;
