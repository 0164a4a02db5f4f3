/** `npm run course:report`: numbers for editors. */
import { compileCourse } from '../compile/read-folder.ts';
import { courseReport } from '../report/report.ts';
import { command, LANGUAGE } from './command.ts';
import { languagesOf } from './options.ts';

const REPORT = {
  name: 'course:report',
  does: 'Measures reading level, reading time and the balance of the items, in each language.',
  options: LANGUAGE,
  help: '\n  --language TAG       only this language; may be given more than once',
};

export default command(REPORT, async ({ folder, values }, { say }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...languagesOf(values.language) });
  say(courseReport(course));
  return 0;
});
