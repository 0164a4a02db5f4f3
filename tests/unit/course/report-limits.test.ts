/** The course in `course/` keeps the limits that its report has. `npm run course:report` says what to do about one that it doesn't. */
import { expect, it } from 'vitest';
import { readReadings } from '../../../packaging/report/blind/readings-file.ts';
import { courseReport } from '../../../packaging/report/report.ts';
import { theRealCourse } from '../the-real-course.ts';

it('passes no limit of the report, in any language', async () => {
  const course = await theRealCourse();
  const { passed } = courseReport(course, await readReadings('course'));
  const told = passed.map(({ language, what, is, must }) => `${language}: ${what}: ${is} (${must})`);
  expect(told).toEqual([]);
});
