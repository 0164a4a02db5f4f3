/**
 * What SECURITY.md and docs/records.md promise, where no other test holds it; and that the tests are there which they and
 * docs/accessibility.md name.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { head } from '../../../packaging/pack/page.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { readStrings } from '../../../packaging/player/strings.ts';
import { COURSES, load } from '../compile/fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

function headOf(id: string): string {
  const connect = STANDARDS.find((standard) => standard.id === id)?.connect ?? '';
  return head({
    connect,
    entry: 'a.js',
    preload: [],
    first: 'f.js',
    player: 'b.js',
    soon: [],
    styles: [],
    tooOld: 'c.js',
    notStarted: 'd.js',
    causes: 'e.js',
    launch: 'd.json',
  });
}

const OWN = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];
const LRS = ['xapi', 'cmi5'];

describe('the policy of a package', () => {
  it('is one of these two, or that of the one file (one-file.test.ts)', () => {
    expect(STANDARDS.map(({ id }) => id).toSorted()).toEqual([...OWN, ...LRS, 'offline'].toSorted());
  });

  it.each(OWN)('of %s connects to its own host alone', (id) => {
    expect(headOf(id)).toContain("; connect-src 'self';");
    expect(headOf(id)).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  });

  it.each(LRS)('of %s connects to any LRS by https, and passes its own address on to nobody', (id) => {
    expect(headOf(id)).toContain("; connect-src 'self' https: http://127.0.0.1:* http://localhost:*;");
    expect(headOf(id)).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(headOf(id)).toContain('<meta name="referrer" content="no-referrer">');
  });
});

it('whoever has the package can read which options are right', async () => {
  const { course } = compileFolder(load(path.join(COURSES, 'base')), { ledger: 'propose' });
  const { files } = contentFiles(course, await readStrings());
  const bank = [...files].find(([name]) => name.startsWith('content/bank-en-'))?.[1];
  expect(new TextDecoder().decode(bank)).toContain('"right":true');
});

describe.each(['SECURITY.md', 'docs/records.md'])('%s', (document) => {
  const lines = read(document)
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('`tests/'));

  it('has promises', () => expect(lines.length).toBeGreaterThan(2));

  it.each(lines)('names tests that are there: %s', (line) => {
    const named = [...line.matchAll(/`(tests\/[\w/.-]+\.ts)`: (?:“([^”]+)”|`([\w-]+)`)/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = '', name = '', fixture] of named) {
      if (fixture) expect(read(`tests/unit/compile/broken/${fixture}.txt`)).toContain('mistake');
      else expect(read(file)).toContain(name);
    }
  });
});

describe('docs/accessibility.md', () => {
  const rows = read('docs/accessibility.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const criteria = rows.filter(([, first = '']) => /^\d\.\d+\.\d+ /.test(first));
  const names = rows.flatMap(([, name = '', what = '']) => (what.startsWith('`tests/') ? [name] : []));
  const [, howTested = ''] = read('docs/accessibility.md').split('## How it was tested');
  const table = howTested.split('## Level A')[0] ?? '';

  /** The files that a text names, each with the names of tests that follow it. */
  function testsIn(text: string): [file: string, tests: string[]][] {
    const [, ...parts] = text.split(/`(?=tests\/)/);
    return parts.map((part) => {
      const [file = '', rest = ''] = part.split('`');
      return [file, [...rest.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)];
    });
  }

  it('has every criterion of levels A and AA, once', () => {
    const numbers = criteria.map(([, first = '']) => first.split(' ')[0]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(55);
  });

  it('names files and tests that are there', () => {
    const named = [table, ...criteria.map(([, , , by = '']) => by)].flatMap(testsIn);
    expect(named.length).toBeGreaterThan(20);
    for (const [file, tests] of named) {
      expect(existsSync(path.join(ROOT, file.replace('/**', ''))), file).toBe(true);
      for (const test of tests) expect(read(file), file).toContain(test);
    }
  });

  it.each(criteria)(
    '%s%s says by what it was tested, or that it was read',
    (_, _criterion, level, by = '') => {
      const plain = by.replace(/`tests[^`]*`:?|“[^”]*”/g, '');
      const parts = plain.split(',').map((part) => part.trim());
      const known = ['', 'by reading the code', ...names, ...(level === 'Not Applicable' ? ['–'] : [])];
      expect(known).toEqual(expect.arrayContaining(parts));
      expect(by).not.toBe('');
    },
  );
});
