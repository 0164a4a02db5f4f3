/** The file of `--map`: what the headings of a table mean. A line each, as a person writes it. */
import { readFile } from 'node:fs/promises';
import { MEANING_NAMES, type Meaning, type Reading } from '../../src/workbench/records/import/mapping.ts';
import { UsageError } from '../failures.ts';

/** @returns how a table with these headings is read; undefined where the file speaks of other headings. @throws UsageError */
export async function readMap(file: string): Promise<(header: readonly string[]) => Reading | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `--map "${file}" can’t be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const headings: (readonly [Meaning, string])[] = [];
  const words: Record<string, string> = {};
  let most: number | undefined;
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [, left = '', right = ''] = /^(.*?)=(.*)$/.exec(line)?.map((part) => part.trim()) ?? [];
    const meaning = MEANING_NAMES.find((name) => name === left);
    if (left === 'highest' && Number(right) > 0) most = Number(right);
    else if (left.startsWith('word ')) words[left.slice(5).trim()] = right;
    else if (meaning && right) headings.push([meaning, right]);
    else
      throw new UsageError(
        `--map "${file}", line ${at + 1}: write what a heading means as "name = Employee". It may mean ${MEANING_NAMES.join(', ')}; a word of status is explained as "word Erledigt = completed", or as "word Erledigt =" where it says nothing; the highest score as "highest = 24".`,
      );
  }
  return (header) => {
    const columns = headings.map(([meaning, heading]) => [meaning, header.indexOf(heading)] as const);
    if (columns.some(([, place]) => place === -1)) return undefined;
    return { columns: Object.fromEntries(columns), words, most };
  };
}
