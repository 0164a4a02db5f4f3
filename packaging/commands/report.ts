/** `npm run course:report`: numbers for editors. */
import { command } from './command.ts';
import { compileCourse } from '../compile/index.ts';
import { limitsPassed } from '../report/measures.ts';
import { courseReport } from '../report/report.ts';

const DOES = 'Measures reading level, reading time and the balance of the items, in each language.';

await command('course:report', DOES, async ({ folder, languages }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...(languages ? { languages } : {}) });
  const passed = limitsPassed(course);
  if (passed.length > 0) process.exitCode = 1;
  return [
    courseReport(course),
    '',
    passed.length > 0 ? `Limits that are passed: ${passed.length}` : 'Every limit holds.',
    ...passed.map(({ language, what, is, must }) => `  ${language}: ${what}: ${is} (${must})`),
  ].join('\n');
});
