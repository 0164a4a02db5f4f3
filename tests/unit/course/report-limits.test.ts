/** The course in `course/` keeps the limits that its report has. `npm run course:report` says what to do about one that it doesn't. */
import { expect, it } from 'vitest';
import { readingOf } from '../../../packaging/report/blind/readings.ts';
import { readReadings } from '../../../packaging/report/blind/readings-file.ts';
import { courseReport } from '../../../packaging/report/report.ts';
import { theRealCourse } from '../the-real-course.ts';

it('passes no limit of the report, in any language', async () => {
  const course = await theRealCourse();
  const { passed } = courseReport(course, await readReadings('course'));
  const told = passed.map(({ language, what, is, must }) => `${language}: ${what}: ${is} (${must})`);
  expect(told).toEqual([]);
});

it.each(['options', 'lay'] as const)(
  'was read as it stands in every language by %s readers, three or more',
  async (kind) => {
    const [{ banks, structure }, readings] = await Promise.all([theRealCourse(), readReadings('course')]);
    for (const language of structure.languages) {
      const items = (banks[language]?.items ?? []).filter(({ type }) => kind === 'lay' || type === 'one');
      const read = items.filter((item) => (readingOf(readings, item, language, kind)?.readers ?? 0) >= 3);
      expect(read.length / items.length, language).toBeGreaterThanOrEqual(0.9);
    }
  },
);
