/** A figure of the report that has a limit, and a part of the report. */

export interface Limit {
  /** What is measured, in a few words. */
  what: string;
  /** The figure as it is shown. */
  is: string;
  /** What it has to be. */
  must: string;
  holds: boolean;
}

export interface Part {
  title: string;
  limits: readonly Limit[];
  /** What helps an author to mend it. */
  lines: readonly string[];
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** A share may differ from what it is held to by this much: half of the last digit shown is no fault. */
const SLACK = 0.0005;

export const atMost = (what: string, share: number, limit: number): Limit => ({
  what,
  is: percent(share),
  must: `at most ${percent(limit)}`,
  holds: share <= limit + SLACK,
});

export const atLeast = (what: string, share: number, limit: number): Limit => ({
  what,
  is: percent(share),
  must: `at least ${percent(limit)}`,
  holds: share >= limit - SLACK,
});

export const within = (what: string, share: number, around: number, points: number): Limit => ({
  what,
  is: percent(share),
  must: `${percent(around)}, give or take ${points} points`,
  holds: Math.abs(share - around) <= points / 100 + SLACK,
});

export const partLines = ({ title, limits, lines }: Part): string[] => [
  '',
  title,
  ...limits.map(({ what, is, must, holds }) => `  ${holds ? 'holds ' : 'FAILS '} ${what}: ${is} (${must})`),
  ...lines.map((line) => `  ${line}`),
];
