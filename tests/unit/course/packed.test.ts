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
    { id: 'another', no: 4, optional: false, blocks: [{ id: 'one-more-4', no: 5, kind: 'cards' }] },
  ],
};

it('is what it was, whether ids begin with their lesson’s or not', () => {
  const launch: LaunchFile = {
    course: { ...structure, lessons: [...structure.lessons, ODD] },
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
  expect(JSON.stringify(packed.course.lessons).length).toBeLessThan(
    JSON.stringify(launch.course.lessons).length / 2,
  );
});
