/** File names tell variants apart, so that one that is made after another does not take its place. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { choose, type Choices } from '../../../packaging/pack/choices.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { fileName } from '../../../packaging/pack/file-name.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { readStrings } from '../../../packaging/player/strings.ts';
import type { Strings } from '../../../packaging/pack/strings.ts';
import { settingsSheet } from '../../../packaging/sheets/page.ts';
import { COURSES } from '../compile/fixtures.ts';

const SHORT = `${COURSES}/short`;
const picture = (side: number): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="${side}" height="9"/></svg>`,
  );

let strings: Strings;
/** By the languages that are left in it. */
const compiled = new Map<string, Promise<CompiledCourse>>();

function courseIn(languages?: readonly string[]): Promise<CompiledCourse> {
  const key = String(languages);
  const course = compiled.get(key) ?? compileCourse(SHORT, { languages }).then((made) => made.course);
  compiled.set(key, course);
  return course;
}

async function named(choices: Choices): Promise<string> {
  const course = choose(await courseIn(choices.languages), choices);
  const { structure, variant } = contentFiles(course, strings);
  const name = fileName({ ...structure, variant }, 'scorm12', 'zip');
  return name.replace(`${structure.id}-${structure.version}-`, '');
}

beforeAll(async () => {
  strings = await readStrings();
});

describe('the name of a package', () => {
  it.each<[Choices, string]>([
    [{}, 'scorm12.zip'],
    [{ lms: 'canvas' }, 'scorm12-canvas.zip'],
    [{ passMark: 90 }, 'scorm12-pass90.zip'],
    [{ tries: 2 }, 'scorm12-tries2.zip'],
    [{ gating: 'in-order' }, 'scorm12-in-order.zip'],
    [{ completion: ['assessment', 'checks'] }, 'scorm12-needs-checks-assessment.zip'],
    [{ languages: ['es'] }, 'scorm12-es.zip'],
    [{ accent: '#7a1f5c' }, 'scorm12-accent7a1f5c.zip'],
    [
      { passMark: 90, tries: 4, gating: 'in-order', languages: ['es', 'en'], lms: 'moodle' },
      'scorm12-pass90-tries4-in-order-es-en-moodle.zip',
    ],
  ])('with %j says so', async (choices, name) => {
    expect(await named(choices)).toBe(name);
  });

  it('carries a mark of words and pictures, each its own', async () => {
    const names = await Promise.all(
      [
        { title: 'Tea' },
        { title: 'Té' },
        { organisation: 'Tea' },
        { title: 'Tea', organisation: 'Tea' },
        { logo: { name: 'a.svg', bytes: picture(9) } },
        { logo: { name: 'a.svg', bytes: picture(8) } },
      ].map(named),
    );
    for (const name of names) expect(name).toMatch(/^scorm12-[0-9a-f]{6}\.zip$/);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is the same from whatever folder the logo came', async () => {
    const [here, there] = await Promise.all(
      ['our logo.svg', 'c:\\pictures\\our logo.svg'].map((name) =>
        named({ logo: { name, bytes: picture(9) } }),
      ),
    );
    expect(here).toBe(there);
  });

  it('is the plain one where what was chosen is the course’s own', async () => {
    const { assessment, organisation, gating } = (await courseIn()).structure;
    const { passMark, tries } = assessment!;
    const completion: Choices['completion'] = ['assessment', 'lessons'];
    const choices = { passMark, tries, gating, completion, organisation: organisation!.name! };
    expect(await named(choices)).toBe('scorm12.zip');
  });
});

it('the sheet of settings has the name of its variant, and names the packages of it', async () => {
  const { structure, variant } = choose(await courseIn(), { passMark: 90, lms: 'moodle' });
  const { name, html } = await settingsSheet({ ...structure, variant }, 'Tea');
  expect(name).toMatch(/-settings-pass90-moodle\.html$/);
  expect(html).toMatch(/<code>[^<]*-scorm12-pass90-moodle\.zip<\/code>/);
});
