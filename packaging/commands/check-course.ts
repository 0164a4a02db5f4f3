/** `npm run course:check`: for authors. Says what is wrong in the course files, or that all is fine. */
import { command } from './command.ts';
import { compileCourse } from '../compile/index.ts';
import type { CompiledCourse } from '../compile/types.ts';

await command(
  'course:check',
  'Says what is wrong in the course files, or that all is fine.',
  async (asked) => {
    const { folder, languages } = asked;
    const { course } = await compileCourse(folder, {
      ledger: 'propose',
      ...(languages ? { languages } : {}),
    });
    return counts(course);
  },
);

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
