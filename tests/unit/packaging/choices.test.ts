/** What may be chosen in place of the course's own: from flags to the packaged course. */
import { parseArgs } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPTIONS, readChoices } from '../../../packaging/commands/options.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { UsageError } from '../../../packaging/failures.ts';
import { choicesSchema, choose, type Choices } from '../../../packaging/pack/choices.ts';
import { toText } from '../../../packaging/pack/portable.ts';
import { courseSource } from '../../../src/course/source.ts';
import { baseText, baseWith, COURSES } from '../compile/fixtures.ts';

const read = (...args: string[]): Promise<Choices> =>
  readChoices({ ...parseArgs({ args, options: OPTIONS }).values });

describe('the flags', () => {
  it('choose nothing where none is given', async () => expect(await read()).toEqual({}));

  it('give every choice that the schema has', async () => {
    const args =
      '--standard web --standard cmi5 --language es --language en --pass-mark 70 --tries 3 --gating in-order --completion lessons --completion assessment --organisation Org --lms moodle --accent 7A1F5C';
    const choices = await read(...args.split(' '), '--title', '  Two   words ', '--logo', 'LICENSE');
    expect(choices).toMatchObject({
      standards: ['web', 'cmi5'],
      languages: ['es', 'en'],
      passMark: 70,
      tries: 3,
      lms: 'moodle',
      accent: '#7a1f5c',
      gating: 'in-order',
      completion: ['lessons', 'assessment'],
      title: 'Two words',
      organisation: 'Org',
      logo: { name: 'LICENSE' },
    });
    expect(Object.keys(choices).toSorted()).toEqual(Object.keys(choicesSchema.shape).toSorted());
    expect(choicesSchema.parse(choices)).toEqual(choices);
    expect(await read('--tries', 'unlimited', '--title', '1984')).toEqual({
      tries: 'unlimited',
      title: '1984',
    });
  });

  it.each([
    [['--standard', 'aicc'], /--standard takes one of: scorm12, .*web, offline, and not "aicc"\.$/],
    [['--standard', ''], /--standard takes one of: .* not ""\.$/],
    [['--standard', 'web', '--standard', 'aicc'], /not "aicc"/],
    [['--language', 'English'], /--language takes a language tag such as .*, and not "English"/],
    [
      ['--pass-mark', '101'],
      /^--pass-mark takes a whole number from 1 to 100 \(per cent\), and not "101"\.$/,
    ],
    [['--pass-mark', '0'], /1 to 100/],
    [['--pass-mark', '8e1'], /1 to 100/],
    [['--tries', '21'], /--tries takes unlimited, or a whole number from 1 to 20/],
    [['--gating', 'never'], /--gating takes one of: free, in-order/],
    [['--lms', 'Nimbus'], /--lms takes one of: generic, moodle, .* and not "Nimbus"/],
    [['--accent', 'teal'], /^--accent takes a colour such as #0d6262, and not "teal"\.$/],
    [
      ['--accent', 'ffcc00'],
      /can be read on .* \(#[0-9a-f]{6} is the nearest that can\), and not "ffcc00"\.$/,
    ],
    [['--completion', 'luck'], /--completion takes one of: lessons, checks, assessment/],
    [['--title', '  '], /--title takes the title of the course, and not/],
    [
      ['--title', 'bell\u0007'],
      /, without the character U\+0007 after "bell": it is a control character, so type that place anew, and not "bell\?"\.$/,
    ],
    [
      ['--title', '\uF0B7 Tea'],
      /without the character U\+F0B7 at its beginning: it is a sign that one font alone has/,
    ],
    [
      ['--title', 'Caf\uFFFD'],
      /U\+FFFD after "Caf": it is what is left of a letter that was lost on its way/,
    ],
    [
      ['--organisation', 'Tea\u202E'],
      /U\+202E after "Tea": it is a mark that turns the direction of writing/,
    ],
    [['--title', 'Tea \uD83D'], /U\+D83D after "Tea ": it is half of a character that was cut in two/],
    [['--title', 'x'.repeat(201)], /at most 200 characters \(these are 201\), and not "x{40}…"\.$/],
    [
      ['--title', 'so **bold**'],
      /as plain text: "\*\*" belongs to Markdown or HTML and would be shown as it stands/,
    ],
    [['--title', 'so <b>bold</b>'], /as plain text: "<b" belongs to Markdown or HTML/],
    [['--organisation', ' '], /--organisation takes the name of the organisation/],
  ])('%j are refused with one clear line', async (args, says) => {
    const error: unknown = await read(...args).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(says);
    expect((error as Error).message).not.toContain('\n');
  });
});

it.each([0, 101, 80.5, 'many'])(
  'a pass mark of %s is refused by course.yaml and by a choice alike',
  (passMark) => {
    const inCourse = courseSource.shape.assessment.safeParse({ passMark, blueprint: {} });
    const chosen = choicesSchema.safeParse({ passMark });
    expect(chosen.error?.issues[0]?.message).toBe('a whole number from 1 to 100 (per cent)');
    expect(inCourse.error?.issues[0]?.message).toBe(chosen.error?.issues[0]?.message);
  },
);

describe('the course with what was chosen', () => {
  let course: CompiledCourse;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  const logo = { name: 'c:\\pictures\\Our logo (new).SVG', bytes: new TextEncoder().encode(svg) };

  beforeAll(async () => {
    ({ course } = await compileCourse(`${COURSES}/short`));
  });

  it('is the course itself, byte for byte, where nothing was chosen', () => {
    expect(toText(choose(course, {})) === toText(course)).toBe(true);
  });

  it('has each choice, and else nothing new', () => {
    const chosen = choose(course, {
      title: 'Tea',
      organisation: 'Others',
      passMark: 75,
      tries: 2,
      gating: 'in-order',
      completion: ['checks'],
    });
    const { structure } = course;
    expect(chosen).toEqual({
      ...course,
      variant: expect.stringMatching(/^pass75-tries2-in-order-needs-checks-[0-9a-f]{6}$/),
      structure: {
        ...structure,
        organisation: { ...structure.organisation, name: 'Others' },
        gating: 'in-order',
        completion: { lessons: false, checks: true, assessment: false },
        assessment: { ...structure.assessment, passMark: 75, tries: 2 },
      },
      texts: {
        en: { ...course.texts['en'], title: 'Tea' },
        es: { ...course.texts['es'], title: 'Tea' },
      },
    });
  });

  it('carries a logo of any name under a plain one, in place of its own', () => {
    const own = course.structure.organisation?.logo;
    const chosen = choose(course, { logo });
    const name = chosen.structure.organisation?.logo;
    expect(name).toMatch(/^media\/Our-logo-new-\w{8}\.svg$/);
    expect(chosen.media.map((file) => file.name)).toContain(name);
    expect(course.media.map((file) => file.name)).toContain(own);
    expect(chosen.media.map((file) => file.name)).not.toContain(own);
    expect(chosen.structure.organisation?.name).toBe(course.structure.organisation?.name);
  });

  it.each<[string, Choices]>([
    ['no passMark', { passMark: 80 }],
    ['no tries', { tries: 3 }],
    ['no completion by an assessment', { completion: ['assessment'] }],
  ])('takes %s without an assessment', (what, choices) => {
    const settings = baseText('course.yaml')
      .replace('  assessment: true\n', '')
      .replace(/^assessment:[^]*/m, '');
    const without = compileFolder(baseWith({ 'course.yaml': settings }), { ledger: 'propose' }).course;
    expect(() => choose(without, choices)).toThrow(UsageError);
    expect(() => choose(without, choices)).toThrow(`This course has no assessment, so it takes ${what}.`);
  });
});
