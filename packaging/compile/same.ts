/** Names within one block or question that must differ. */
import type { Code } from './catalogue.ts';
import type { Faults } from './faults.ts';
import type { Place } from './fragment.ts';

export function sameTwice(
  names: readonly string[],
  place: (index: number) => Place,
  what: string,
  faults: Faults,
  code: Code = 'question.same',
): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    faults.add(code, place(index), {
      message: `Two ${what}s here are "${name}".`,
      expected: `each ${what} once`,
    });
  });
}
