/** A score or share: whole, and rounded down, so that 79.996 is no 80. */
export function percent(value: number): string {
  return String(Math.floor(value + 1e-6));
}
