/** `npm run course:report`: numbers for editors, and a failure where one of them passes its limit. */
import { compileCourse } from '../compile/read-folder.ts';
import { readReadings } from '../report/blind/readings-file.ts';
import { courseReport } from '../report/report.ts';
import { command, LANGUAGE } from './command.ts';
import { languagesOf } from './options.ts';

const REPORT = {
  name: 'course:report',
  does: 'Measures the course in each language, and fails where a limit is passed.',
  options: LANGUAGE,
  help: '\n  --language TAG       only this language; may be given more than once',
};

export default command(REPORT, async ({ folder, values }, { say }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...languagesOf(values.language) });
  const { text, passed } = courseReport(course, await readReadings(folder));
  say(text);
  return passed.length > 0 ? 1 : 0;
});
