/** `npm run course:check`: for authors. Says what is wrong in the course files, or that all is fine. */
import { show } from '../check/findings.ts';
import { checkStrings } from '../check/house/strings.ts';
import { compileCourse } from '../compile/read-folder.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { PackageError } from '../failures.ts';
import { readStrings } from '../player/strings.ts';
import { command, LANGUAGE } from './command.ts';
import { languagesOf } from './options.ts';

const CHECK = {
  name: 'course:check',
  does: 'Says what is wrong in the course files, or that all is fine.',
  options: LANGUAGE,
  help: '\n  --language TAG       only this language; may be given more than once',
};

export default command(CHECK, async ({ folder, values }, { say }) => {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...languagesOf(values.language) });
  const missing = checkStrings(course.structure.languages, await readStrings());
  if (missing.length > 0) throw new PackageError(missing.map(show).join('\n'));
  say(counts(course));
  return 0;
});

function counts({ structure, banks, practice, glossary, sources, minutes }: CompiledCourse): string {
  const [language = ''] = structure.languages;
  const sections = structure.lessons.flatMap((lesson) => lesson.sections);
  const numbers = {
    lessons: structure.lessons.length,
    sections: sections.length,
    'blocks that count': sections.flatMap((section) => section.blocks).length,
    'graded items': banks[language]?.items.length ?? 0,
    'practice items': Object.values(practice[language] ?? {}).flat().length,
    terms: glossary[language]?.length ?? 0,
    sources: sources.length,
    minutes,
  };
  const list = Object.entries(numbers).map(([what, number]) => `${number} ${what}`);
  return `Fine (${structure.languages.join(', ')}): ${list.join(', ')}.`;
}
