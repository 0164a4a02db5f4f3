/** The form of the hand-over page: from a course to what stands in it, and from there to what was chosen. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { SETTING_NAMES, SETTINGS } from '../../../src/course/settings.ts';
import { choicesOf, draftFrom, draftOf, type Draft } from '../../../src/workbench/handover/draft.ts';

let own: Draft;

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures/courses/short');
  own = draftOf((await compileCourse(folder)).course);
});

/** What a form with these values would give. */
function filled(values: Record<string, string>): Draft {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  for (const name of own.completion) data.append('completion', name);
  for (const tag of own.languages) data.append('languages', tag);
  return draftFrom(data, own, undefined);
}

describe('the choices of the hand-over page', () => {
  it('are none but the package while the form says what the course says', () => {
    const { choices, faults } = choicesOf(filled({ title: ` ${own.title} ` }), own);
    expect(choices).toEqual({ standards: [own.standard] });
    expect(faults).toEqual({});
  });

  it('are numbers where numbers are meant, and texts where a text is a number', () => {
    const draft = filled({ title: '2026', passMark: '65', tries: '5', accent: '0d6262', lms: 'moodle' });
    expect(choicesOf(draft, own).choices).toEqual({
      title: '2026',
      passMark: 65,
      tries: 5,
      accent: '#0d6262',
      lms: 'moodle',
      standards: [own.standard],
    });
  });

  it('leave out what can’t be had, with a fault under its name', () => {
    const { choices, faults } = choicesOf(filled({ title: '', passMark: '101', tries: '2' }), own);
    expect(choices).toEqual({ tries: 2, standards: [own.standard] });
    expect(Object.keys(faults)).toEqual(['title', 'passMark']);
    expect(faults.passMark).toBe('This takes a whole number from 1 to 100 (per cent).');
  });

  it('name the character of a title that no text needs, and where it stands', () => {
    expect(choicesOf(filled({ title: 'Ethics \uE001\u202Efor all' }), own).faults.title).toBe(
      'This takes the title of the course, without the character U+E001 after "Ethics ": it is a sign that one font alone has, so type that place anew.',
    );
  });

  it('show each setting as the course has it, among the options where there are some', () => {
    for (const name of SETTING_NAMES) {
      const { options } = SETTINGS[name];
      if (options) expect(options.map(([value]) => value)).toContain(own[name]);
    }
    expect(own.passMark).toMatch(/^\d+$/);
  });

  it.each(SETTING_NAMES)('offer for %s no option that its rule refuses', (name) => {
    const { rule, options = [] } = SETTINGS[name];
    for (const [value] of options)
      expect(
        [value, Number(value)].some((one) => rule.safeParse(one).success),
        value,
      ).toBe(true);
  });
});
