/** Items, lessons and scenarios made by hand for the measures of the report. */
import type { Block, Item, LessonContent, Scene } from '../../../src/course/compiled.ts';
import type { Limit, Part } from '../../../packaging/report/limits.ts';
import { one } from '../learning/builders.ts';

/** An item with one answer: the key first, unless `at` says where. */
export function choice(no: number, key: string, wrong: readonly string[], at = 0, stem = ''): Item {
  const texts = wrong.toSpliced(at, 0, key);
  return {
    ...one(no),
    stem: `<p>${stem}</p>`,
    type: 'one',
    shuffle: true,
    options: texts.map((text, index) => ({
      id: 'abcdef'[index] ?? '',
      text,
      plain: text,
      right: index === at,
      why: '',
    })),
  };
}

/** `count` items made by number, from 0. */
export const many = (count: number, make: (no: number) => Item): Item[] =>
  Array.from({ length: count }, (_, no) => make(no));

export const lesson = (id: string, ...blocks: Block[]): LessonContent => ({
  id,
  title: id,
  goals: [],
  sections: [{ id: `${id}-section`, title: id, blocks }],
});

export const prose = (text: string): Block => ({ kind: 'prose', html: `<p>${text}</p>` });

/** One decision: each choice leads to an ending. */
export function scenario(
  id: string,
  choices: readonly { text: string; ending: 'good' | 'mixed' | 'poor'; comfort?: boolean }[],
): Block {
  const endings = choices.map(({ ending, comfort }, index): Scene => {
    const end = { id: `end-${index}`, text: '', choices: [], ending, debrief: '' };
    return comfort === undefined ? end : { ...end, comfort };
  });
  const begin: Scene = {
    id: 'begin',
    text: '',
    choices: choices.map(({ text }, index) => ({
      id: 'abcdef'[index] ?? '',
      text,
      // eslint-disable-next-line unicorn/no-thenable -- the authors' word; it is text and never a function
      then: `end-${index}`,
      because: '',
    })),
  };
  return { kind: 'scenario', id, title: id, intro: '', scenes: [begin, ...endings] };
}

/** The limit whose name begins so. */
export function limit(part: Part, begins: string): Limit {
  const found = part.limits.find(({ what }) => what.startsWith(begins));
  if (!found)
    throw new Error(`No limit begins with "${begins}" in: ${part.limits.map(({ what }) => what).join('; ')}`);
  return found;
}
