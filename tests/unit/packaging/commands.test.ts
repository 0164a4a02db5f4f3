/** Wrong calls of the commands, as a coordinator or an author makes them: one clear line, and nothing is written. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCourse, compileFolder } from '../../../packaging/compile/index.ts';
import { makePackages } from '../../../packaging/commands/make.ts';
import { readOptions } from '../../../packaging/commands/options.ts';
import { UsageError } from '../../../packaging/failures.ts';
import { baseText, baseWith, COURSES } from '../compile/fixtures.ts';

const SHORT = path.join(COURSES, 'short');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commands-'));
  await writeFile(at('notes.txt'), 'no picture');
  await writeFile(at('torn.png'), 'no picture');
  await writeFile(at('Our logo (new).SVG'), SVG);
  await writeFile(at('script.svg'), SVG.replace('<rect', '<script>1</script><rect'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the error says, and of which kind it is. */
async function refusal(args: readonly string[]): Promise<{ name: string; message: string }> {
  const out = at('out');
  try {
    const options = readOptions(['--course', SHORT, '--out', out, ...args], ['scorm12', 'web']);
    const unbuilt = { files: new Map(), chunks: new Map(), entries: new Map(), reached: new Map() };
    await makePackages(options, () => undefined, unbuilt);
  } catch (error) {
    expect(await readdir(out).catch(() => [])).toEqual([]);
    if (error instanceof Error) return { name: error.constructor.name, message: error.message };
  }
  throw new Error('This was not refused.');
}

describe('npm run package', () => {
  it.each([
    [['--language', 'xx'], /no language "xx".*en/],
    [['--logo', 'nowhere.svg'], /"nowhere\.svg".*no such file/],
    [['--logo', tmpdir()], /no file that can be read/],
    [['--course', ''], /--course needs the name of a folder/],
    [['--out', ''], /--out needs the name of a folder/],
    [['--pass-mark', '-5'], /^--pass-mark needs a value\. See --help\.$/],
    [['--title'], /^--title needs a value\./],
    [['--title', 'bell\u0007'], /--title holds a character/],
    [['--title', 'x'.repeat(201)], /1 to 200 characters, and not 201/],
    [['--standard', ''], /--standard "" is not known/],
  ])('answers %j with one line', async (args, says) => {
    const { name, message } = await refusal(args);
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
    expect(name).toBe('UsageError');
  });

  it.each(['notes.txt', 'torn.png'])(
    'says that the logo %s is no picture, and blames no course file',
    async (name) => {
      const { message } = await refusal(['--logo', at(name)]);
      expect(message).toBe(
        `The logo "${at(name)}" is no picture that can be shown. Use SVG, PNG, JPEG or WebP.`,
      );
    },
  );

  it('names the drawing in which a script stands', async () => {
    expect((await refusal(['--logo', at('script.svg')])).message).toContain(`${at('script.svg')}:1:`);
  });

  it.each([
    ['notes.txt', /There is a file of this name/],
    ['notes.txt/deeper', /A part of this path is a file/],
  ])('says that it cannot write to %s, before it builds anything', async (name, says) => {
    const { name: kind, message } = await refusal(['--out', at(name)]);
    expect(kind).toBe('PackageError');
    expect(message).toMatch(says);
  });

  it.skipIf(!existsSync('/proc/self'))('says so where the system makes no folders', async () => {
    const { name, message } = await refusal(['--out', '/proc/packages/new']);
    expect(name).toBe('PackageError');
    expect(message).toMatch(/No folder can be made there\.$/);
  });

  it('takes a course folder that is a file for what it is', async () => {
    expect((await refusal(['--course', at('notes.txt')])).message).toContain(
      'This is a file, and no folder.',
    );
  });
});

describe('what the options change', () => {
  it('takes a logo whatever its file is called', async () => {
    const { course } = await compileCourse(SHORT, { organisation: { logo: at('Our logo (new).SVG') } });
    expect(course.structure.organisation?.logo).toMatch(/^media\/Our-logo-new-\w{8}\.svg$/);
  });

  it('takes the languages in the order given, each once', async () => {
    const { course } = await compileCourse(SHORT, { languages: ['es', 'en', 'es'] });
    expect(course.structure.languages).toEqual(['es', 'en']);
  });

  it('takes no pass mark for a course without an assessment', () => {
    const settings = baseText('course.yaml')
      .replace('  assessment: true\n', '')
      .replace(/^assessment:[^]*/m, '');
    const call = (): unknown =>
      compileFolder(baseWith({ 'course.yaml': settings }), { passMark: 80, ledger: 'propose' });
    expect(call).toThrow(UsageError);
  });
});

describe("the authors' commands", () => {
  const run = async (
    ...command: readonly string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> => {
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, ['--import', 'tsx', ...command])) };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  };

  it.each([
    'packaging/commands/check-course.ts',
    'packaging/commands/update-ledger.ts',
    'packaging/commands/report.ts',
    'packaging/commands/blind.ts',
  ])(
    '%s takes a folder, and answers mistakes without a stack',
    async (script) => {
      expect((await run(script, '--help')).stdout).toMatch(/npm run course:\w+ -- \[FOLDER\]/);
      const wrong = [['nowhere'], ['--colour'], [SHORT, '--language', 'xx'], ['one', 'two']];
      for (const { code, stderr } of await Promise.all(wrong.map((args) => run(script, ...args)))) {
        expect(code).toBeGreaterThan(0);
        expect(stderr).not.toMatch(/^\s+at /m);
      }
    },
    30_000,
  );
});
