/** 0 to 1, from the story's own seed. */
export type Chance = () => number;

export const of = <T>(chance: Chance, values: readonly T[]): T =>
  values[Math.floor(chance() * values.length)]!;
