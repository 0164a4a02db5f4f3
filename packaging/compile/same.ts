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

/** Words that somebody reads beside one another: capitals, spaces and a full stop make no difference to a reader. */
export function sameWords(
  words: readonly string[],
  place: (index: number) => Place,
  what: string,
  faults: Faults,
): void {
  const read = words.map((each) =>
    each.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, ''),
  );
  read.forEach((each, index) => {
    const first = read.indexOf(each);
    if (first === index || !each) return;
    faults.add('question.same', place(index), {
      message: `Two ${what}s here are "${words[first]}".`,
      expected: `each ${what} once`,
    });
  });
}
