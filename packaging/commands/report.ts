/** `npm run course:report`: numbers for editors. */
import { command } from './command.ts';
import { compileCourse } from '../compile/index.ts';
import { courseReport } from '../report/report.ts';

const DOES = 'Measures reading level, reading time and the balance of the items, in each language.';

await command('course:report', DOES, async ({ folder, languages }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...(languages ? { languages } : {}) });
  return courseReport(course);
});
