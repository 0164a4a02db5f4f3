/** Scores as xAPI has them: scaled, and in points. */
import { decimal } from '../scorm/formats.ts';
import type { Score } from './types.ts';

/** At most four decimals. */
export const number = (value: number): number => Number(decimal(value, 4));

/** @param raw Per cent. */
export const scoreOf = (raw: number): Score => ({
  scaled: number(raw / 100),
  raw: number(raw),
  min: 0,
  max: 100,
});

/**
 * cmi5 9.5.2: a pass is at least the mastery score. The course rounds down what it shows; a mastery score of two thirds
 * has more decimals than that.
 */
export function decidingScore(verb: 'passed' | 'failed', raw: number, masteryScore = 0): Score {
  const score = scoreOf(raw);
  return verb === 'passed' && score.scaled < masteryScore
    ? { ...score, scaled: masteryScore, raw: number(masteryScore * 100) }
    : score;
}
