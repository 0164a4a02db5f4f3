/** What the graded items ask of a learner, as their authors marked them. */
import type { Item } from '../../src/course/compiled.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { atLeast, atMost, type Part } from './limits.ts';

const LEAST_TAUGHT = 0.35;
const MOST_JUDGEMENT = 0.35;
const LEAST_NOT_WARM = 0.15;

/** @param known items that lay readers key, which therefore need no teaching, whatever their author says */
export function needsPart(
  graded: readonly Item[],
  marks: CompiledCourse['marks'],
  known: ReadonlySet<string>,
): Part {
  const of = graded.map(({ id }) => ({ id, ...marks[id] }));
  const share = (holds: (item: (typeof of)[number]) => boolean): number =>
    of.filter(holds).length / Math.max(1, of.length);
  const unmarked = of.filter(({ needs, keyLooks }) => !needs || !keyLooks);
  const easy = of.filter(({ id, needs }) => needs === 'taught' && known.has(id));
  const counted = (field: 'needs' | 'keyLooks'): string => {
    const values = of.map((item) => item[field] ?? 'not marked').toSorted();
    return [...new Set(values)]
      .map((value) => `${value} ${values.filter((one) => one === value).length}`)
      .join(', ');
  };
  return {
    title: 'What the graded items ask for',
    limits: [
      {
        what: 'Graded items without needs or keyLooks',
        is: String(unmarked.length),
        must: 'none',
        holds: unmarked.length === 0,
      },
      atLeast(
        'Need what was taught',
        share(({ id, needs }) => needs === 'taught' && !known.has(id)),
        LEAST_TAUGHT,
      ),
      atMost(
        'Can be keyed by kindness alone',
        share(({ needs }) => needs === 'judgement'),
        MOST_JUDGEMENT,
      ),
      atLeast(
        'The key does not look warm',
        share(({ keyLooks }) => keyLooks !== undefined && keyLooks !== 'warm'),
        LEAST_NOT_WARM,
      ),
    ],
    lines: [
      `needs: ${counted('needs')}`,
      `keyLooks: ${counted('keyLooks')}`,
      ...(easy.length > 0
        ? [`marked as taught, but keyed by lay readers: ${easy.map(({ id }) => id).join(', ')}`]
        : []),
      ...(unmarked.length > 0 ? [`not marked: ${unmarked.map(({ id }) => id).join(', ')}`] : []),
    ],
  };
}
