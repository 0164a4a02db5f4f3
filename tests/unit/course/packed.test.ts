/** The course's structure in its first file: small, and the same again when it is unpacked. */
import { expect, it } from 'vitest';
import { packLaunch, unpackLaunch } from '../../../src/course/packed.ts';
import type { LaunchFile, LessonStructure } from '../../../src/course/compiled.ts';
import { generateCourse } from '../../fixtures/generate.ts';

const { structure } = generateCourse({ blocks: 30, items: 20, form: 10 });

const ODD: LessonStructure = {
  id: 'one',
  no: 7,
  minutes: 3,
  optional: true,
  objectives: ['first'],
  sections: [
    { id: 'one', no: 1, optional: true, blocks: [] },
    { id: 'one-more', no: 2, optional: false, blocks: [{ id: 'onerous', no: 3, kind: 'check' }] },
    {
      id: 'another',
      no: 4,
      optional: false,
      blocks: [{ id: 'one-more-4', no: 5, kind: 'cards' }],
      besides: ['tabs', 'takeaway'],
    },
  ],
};

const lessons = [...structure.lessons, ODD];

/** As the packager names them, and one that it doesn't. */
const named = (language: string) => ({
  name: language,
  text: `content/text-${language}-0123456789.json`,
  lessons: Object.fromEntries(
    lessons.map(({ id }) => [
      id,
      id === 'one' ? 'another-0123456789.json' : `content/lesson-${id}-${language}-0123456789.json`,
    ]),
  ),
});

it('is what it was, whether ids begin with their lesson’s or not', () => {
  const launch: LaunchFile = {
    course: {
      ...structure,
      lessons,
      files: { en: { ...named('en'), text: 'text' }, 'es-MX': named('es-MX') },
    },
    first: {
      text: {
        language: 'en',
        title: 'A course',
        description: '',
        keywords: [],
        objectives: {},
        lessons: {},
        pages: {},
        help: [],
        ui: {},
      },
    },
  };
  const packed = packLaunch(launch);
  expect(unpackLaunch(packed)).toEqual(launch);
  expect(JSON.stringify(packed.course.files)).not.toContain('content/lesson-');
  expect(JSON.stringify(packed.course.lessons).length).toBeLessThan(
    JSON.stringify(launch.course.lessons).length / 2,
  );
});
