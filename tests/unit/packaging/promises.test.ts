/** What SECURITY.md and docs/records.md promise, where no other test holds it; and that the tests they name are there. */
import { readFileSync } from 'node:fs';
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
    player: 'b.js',
    styles: [],
    tooOld: 'c.js',
    notStarted: 'd.js',
    causes: 'e.json',
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
