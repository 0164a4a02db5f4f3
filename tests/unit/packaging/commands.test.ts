/** Wrong calls of the commands, as a coordinator or an author makes them: one clear line, and nothing is written. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import checkCourse from '../../../packaging/commands/check-course.ts';
import type { Command } from '../../../packaging/commands/command.ts';
import dev from '../../../packaging/commands/dev.ts';
import { makePackages, type ToMake } from '../../../packaging/commands/make.ts';
import packageCourse from '../../../packaging/commands/package.ts';
import report from '../../../packaging/commands/report.ts';
import updateLedger from '../../../packaging/commands/update-ledger.ts';
import { COURSES } from '../compile/fixtures.ts';
import { onePiece } from './one-piece.ts';

const SHORT = path.join(COURSES, 'short');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commands-'));
  await writeFile(at('notes.txt'), 'no picture');
  await writeFile(at('torn.png'), 'no picture');
  await writeFile(at('script.svg'), SVG.replace('<rect', '<script>1</script><rect'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  code: number;
  said: string;
  complained: string;
}

async function run(command: Command, ...args: string[]): Promise<Answer> {
  const answer: Answer = { code: -1, said: '', complained: '' };
  answer.code = await command(args, {
    say: (text) => (answer.said += `${text}\n`),
    complain: (text) => (answer.complained += `${text}\n`),
  });
  return answer;
}

describe('npm run package', () => {
  it.each([
    [['--logo', 'nowhere.svg'], /"nowhere\.svg".*no such file/],
    [['--logo', tmpdir()], /no file that can be read/],
    [['--logo', '/dev/zero'], /"\/dev\/zero" can't be read\. /],
    [['--title', '<img src=x onerror=alert(1)>'], /^--title takes the title of the course, as plain text/],
    [['--organisation', '**Ours**'], /^--organisation takes the name of the organisation, as plain text/],
    [['--course', ''], /--course needs the name of a folder/],
    [['--out', ''], /--out needs the name of a folder/],
    [['--pass-mark', '-5'], /^--pass-mark needs a value\. See --help\.$/],
    [['--pass-mark', '101'], /^--pass-mark takes a whole number from 1 to 100/],
    [['--title'], /^--title needs a value\./],
    [['--colour', 'red'], /^Unknown option '--colour'\. See --help\.$/],
    [['--pas-mark', '80'], /^Unknown option '--pas-mark'\. Did you mean --pass-mark\? See --help\.$/],
    [['--languages=es'], /^Unknown option '--languages'\. Did you mean --language\? See --help\.$/],
    [['-x'], /^Unknown option '-x'\. See --help\.$/],
    [['one', '--course', 'two'], /^One folder at a time, and not one and two\./],
  ])('answers %j with one line', async (args, says) => {
    const { code, complained, said } = await run(packageCourse, ...args);
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(complained.trim()).toMatch(says);
    expect(complained.trim()).not.toContain('\n');
  });

  it('lists every standard in its help', async () => {
    const { said, code } = await run(packageCourse, '--help');
    expect(code).toBe(0);
    for (const id of ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'xapi', 'web', 'offline'])
      expect(said).toContain(id);
  });

  /** What is refused once the flags are read: of which kind it is, and what it says. The player never comes to be needed. */
  async function refusal(change: Partial<ToMake>, logo?: string): Promise<{ name: string; message: string }> {
    const unbuilt = { files: new Map(), chunks: new Map(), entries: new Map(), reached: new Map() };
    const player = { ...unbuilt, template: '', strings: {}, licence: '', licences: {}, onePiece: onePiece() };
    const out = at('out');
    const choices = logo === undefined ? {} : { logo: { name: logo, bytes: await readFile(logo) } };
    try {
      await makePackages({ course: SHORT, out, choices, ...change }, () => undefined, player);
    } catch (error) {
      expect(await readdir(out).catch(() => [])).toEqual([]);
      if (error instanceof Error) return { name: error.constructor.name, message: error.message };
    }
    throw new Error('This was not refused.');
  }

  it('says which languages there are', async () => {
    const { name, message } = await refusal({ choices: { languages: ['xx'] } });
    expect({ name, message }).toEqual({
      name: 'UsageError',
      message: 'The course has no language "xx". It has: en, es.',
    });
  });

  it.each(['notes.txt', 'torn.png'])(
    'says that the logo %s is no picture, and blames no course file',
    async (name) => {
      const { message } = await refusal({}, at(name));
      expect(message).toBe(
        `The logo "${at(name)}" is no picture that can be shown. Use SVG, PNG, JPEG or WebP.`,
      );
    },
  );

  it('names the drawing in which a script stands', async () => {
    expect((await refusal({}, at('script.svg'))).message).toContain(`${at('script.svg')}:1:`);
  });

  it.each([
    ['notes.txt', /There is a file of this name/],
    ['notes.txt/deeper', /A part of this path is a file/],
  ])('says that it cannot write to %s, before it builds anything', async (name, says) => {
    const { name: kind, message } = await refusal({ out: at(name) });
    expect(kind).toBe('PackageError');
    expect(message).toMatch(says);
  });

  it.skipIf(!existsSync('/proc/self'))('says so where the system makes no folders', async () => {
    const { name, message } = await refusal({ out: '/proc/packages/new' });
    expect(name).toBe('PackageError');
    expect(message).toMatch(/No folder can be made there\.$/);
  });

  it('takes a course folder that is a file for what it is', async () => {
    expect((await refusal({ course: at('notes.txt') })).message).toContain('This is a file, and no folder.');
  });

  it('names the file of words that a language lacks', async () => {
    expect(await refusal({ course: await inPortuguese() })).toMatchObject({
      name: 'PackageError',
      message: expect.stringContaining('  - src/player/strings/pt.json: '),
    });
  });
});

/** The base course, which is in English, as one in a language that the interface doesn't speak. */
async function inPortuguese(): Promise<string> {
  const course = await mkdtemp(at('pt-'));
  await cp(path.join(COURSES, 'base'), course, { recursive: true });
  await cp(path.join(course, 'en'), path.join(course, 'pt'), { recursive: true });
  await rm(path.join(course, 'en'), { recursive: true });
  const settings = await readFile(path.join(course, 'course.yaml'), 'utf8');
  await writeFile(path.join(course, 'course.yaml'), settings.replace('languages: [en]', 'languages: [pt]'));
  return course;
}

describe("the authors' commands", () => {
  it.each([
    ['dev', dev],
    ['course:check', checkCourse],
    ['course:ledger', updateLedger],
    ['course:report', report],
    ['package', packageCourse],
  ])('%s takes the course’s folder as the others do', async (name, command) => {
    const { said, code } = await run(command, '-h');
    expect(code).toBe(0);
    expect(said).toContain(`npm run ${name} -- [FOLDER]`);
    expect(said).toContain('--course FOLDER');
    const wrong = await run(command, 'one', 'two');
    expect(wrong).toMatchObject({ code: 2, said: '', complained: expect.stringMatching(/^One folder.*\n$/) });
    expect((await run(command, '--colour')).code).toBe(2);
  });

  it.each([
    ['course:check', checkCourse],
    ['course:ledger', updateLedger],
    ['course:report', report],
  ])('%s answers mistakes in the course with what the author reads', async (_, command) => {
    const nowhere = await run(command, at('nowhere'));
    expect(nowhere).toMatchObject({ code: 1, said: '' });
    expect(nowhere.complained).toContain('There is no such folder.');
    expect(nowhere.complained).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['course:check', checkCourse, /^Fine \(en\): 2 lessons/, 0],
    // the short course is too short for the report's limits
    ['course:report', report, /^== .* \(en\) ==/, 1],
  ])('%s looks at one language alone when asked', async (_, command, says, exit) => {
    const { said, code } = await run(command, '--course', SHORT, '--language', 'en');
    expect(code).toBe(exit);
    expect(said).toMatch(says);
    expect(said).not.toContain('(es)');
    expect((await run(command, SHORT, '--language', 'xx')).code).toBe(2);
  });

  it('course:ledger has no languages to choose from', async () => {
    expect((await run(updateLedger, SHORT, '--language', 'en')).code).toBe(2);
  });

  it('course:ledger writes what is missing, once', async () => {
    const course = at('new-ledger');
    await cp(path.join(COURSES, 'base'), course, { recursive: true });
    await rm(path.join(course, 'ledger.json'));
    expect((await run(updateLedger, course)).said).toMatch(/^ledger\.json was updated\.\nAdded: one, /);
    expect((await run(updateLedger, course)).said).toBe('ledger.json is up to date.\n');
  });

  it('course:check names the file of words that a language lacks', async () => {
    const { code, said, complained } = await run(checkCourse, await inPortuguese());
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(complained).toBe(
      'src/player/strings/pt.json: The interface has no words in "pt": this file is missing.\n',
    );
  });
});
