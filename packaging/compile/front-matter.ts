/** The fields between two lines `---` at the beginning of a Markdown file. */
import type { Faults } from './faults.ts';
import { slice, wholeFile, type Fragment, type SourceFile } from './fragment.ts';

export interface Parts {
  fields: Fragment;
  body: Fragment;
}

export function splitFrontMatter(file: SourceFile, faults: Faults): Parts | undefined {
  const match = /^---[ ]*\n([\s\S]*?)(?:^|\n)---[ ]*(?:\n|$)/.exec(file.text);
  if (!match) {
    const open = /^---[ ]*\n/.test(file.text);
    faults.add(
      'front-matter.missing',
      { file, offset: 0 },
      {
        message: open
          ? 'The front matter is not closed by a line ---.'
          : 'This file does not begin with front matter.',
        expected: 'a line ---, fields such as title: …, and a line ---',
      },
    );
    return undefined;
  }
  const start = file.text.indexOf('\n') + 1;
  const whole = wholeFile(file);
  return {
    fields: slice(whole, start, start + (match[1] ?? '').length),
    body: slice(whole, match[0].length),
  };
}
