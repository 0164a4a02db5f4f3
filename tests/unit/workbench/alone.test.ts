import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Files of the product whose imports name the workbench, but for the workbench's own. */
function importers(): string[] {
  const files = ['src', 'packaging'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
  return files.filter(
    (file) =>
      !file.startsWith('src/workbench/') &&
      /(from|import\() ?'[^']*\/workbench\//.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
}

it('nobody imports the workbench but the commands that start it and ask its records', () => {
  expect(importers()).toEqual(['packaging/commands/records.ts', 'packaging/commands/workbench.ts']);
});
