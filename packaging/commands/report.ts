/** `npm run course:report`: numbers for editors, and a failure where one of them passes its limit. */
import { command } from './command.ts';
import { compileCourse } from '../compile/index.ts';
import { readReadings } from '../report/blind/readings-file.ts';
import { courseReport } from '../report/report.ts';

const DOES = 'Measures the course in each language, and fails where a limit is passed.';

await command('course:report', DOES, async ({ folder, languages }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...(languages ? { languages } : {}) });
  const { text, passed } = courseReport(course, await readReadings(folder));
  if (passed.length > 0) process.exitCode = 1;
  return text;
});
