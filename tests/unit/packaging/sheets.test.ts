/** The sheets of settings: code, choices and documents say the same, and no fact stands there without where it is from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { SHEETS } from '../../../packaging/sheets/lms/index.ts';
import { factsOf, settingsSheet } from '../../../packaging/sheets/page.ts';
import { SOURCES } from '../../../packaging/sheets/sources.ts';
import { outcomeTables } from '../../../packaging/sheets/tables.ts';
import type { CourseStructure, Lms } from '../../../src/course/compiled.ts';
import { choosable } from '../../../src/course/settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LMSS = Object.keys(SHEETS) as Lms[];
let course: CourseStructure;

beforeAll(async () => {
  const compiled = await compileCourse(path.join(ROOT, 'tests/fixtures/courses/short'));
  course = compiled.course.structure;
});

/** The course with three tries, which can be failed for good. */
const limited = (lms: Lms): CourseStructure => ({
  ...course,
  lms,
  completion: { lessons: true, checks: false, assessment: true },
  assessment: { ...course.assessment!, passMark: 80, tries: 3 },
});

describe('sheets', () => {
  it('there is one for each LMS that can be chosen', () => {
    expect(LMSS.toSorted()).toEqual([...choosable.pack.lms.rule.options].toSorted());
  });

  it('name packages that are made', () => {
    const made = STANDARDS.map(({ id }) => id);
    for (const { packages } of Object.values(SHEETS))
      for (const { standard } of packages) expect(made).toContain(standard);
  });

  it('stand on sources that somebody read in a known month, and on none that no sheet uses', () => {
    const facts = Object.values(SHEETS).flatMap(factsOf);
    const rules = Object.values(SHEETS).flatMap(({ rules: known }) => known?.source ?? []);
    const used = new Set([...facts.flatMap((fact) => ('source' in fact ? [fact.source] : [])), ...rules]);
    expect(Object.keys(SOURCES).filter((id) => !used.has(id as keyof typeof SOURCES))).toEqual([]);
    for (const { at, read } of Object.values(SOURCES)) {
      expect(at).not.toBe('');
      expect(read).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    }
  });

  it.each(LMSS)('of %s shows where each fact is from, or that nobody confirmed it', async (lms) => {
    const { html } = await settingsSheet({ ...course, lms }, 'Té & tea');
    const facts = factsOf(SHEETS[lms]);
    const unsure = facts.filter((fact) => 'confirmed' in fact);
    // one more explains the mark
    expect(html.split('>not confirmed</em>').length - 1).toBe(unsure.length + 1);
    for (const fact of facts)
      if ('source' in fact) expect(html).toContain(`read in ${SOURCES[fact.source].read}`);
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/);
    expect(html).toContain('<h1>Té &amp; tea</h1>');
  });

  it('of no LMS in particular speak of it as the reader’s own', async () => {
    const { html } = await settingsSheet({ ...course, lms: 'generic' }, 'Tea');
    expect(html).toContain('How your LMS shows it was not confirmed');
  });

  it('of no LMS in particular lead to each sheet that there is, and to the package to take there', async () => {
    const { html } = await settingsSheet(course, 'Tea');
    expect(html).toMatch(/<li>Moodle[^<]* \(<code>moodle<\/code>\): SCORM 1.2<\/li>/);
    for (const lms of LMSS.filter((one) => one !== 'generic'))
      expect(html).toContain(`(<code>${lms}</code>)`);
    expect((await settingsSheet(limited('canvas'), 'Tea')).html).not.toContain('<code>moodle</code>');
  });

  it('call the file after course, version and LMS', async () => {
    const { id, version } = course;
    const names = await Promise.all([course, limited('canvas')].map((one) => settingsSheet(one, 'Tea')));
    expect(names.map(({ name }) => name)).toEqual([
      `${id}-${version}-settings.html`,
      `${id}-${version}-settings-canvas.html`,
    ]);
  });
});

describe('the table of outcomes', () => {
  it('is what Moodle makes of what the drivers send', async () => {
    const tables = await outcomeTables(SHEETS.moodle, limited('moodle'));
    const shown = tables.map(({ version, rows }) => ({
      version,
      rows: rows.map(([what, , ...rest]) => [what, ...rest]),
    }));
    expect(shown).toEqual([
      {
        version: '1.2',
        rows: [
          ['Never opened', 'Not attempted', '–', 'Not done'],
          ['Opened, still reading', 'Incomplete', '–', 'Not done'],
          ['Failed a try, and may try again', 'Incomplete', '60', 'Not done'],
          ['Failed the last try, lessons still unread', 'Failed', '60', 'Not done'],
          ['Failed the last try, everything read', 'Failed', '60', 'Not done'],
          ['Passed, lessons still unread', 'Incomplete', '90', 'Not done'],
          ['Passed, everything read', 'Passed', '90', 'Done'],
        ],
      },
      {
        version: '2004',
        rows: [
          ['Never opened', 'Not attempted', '–', 'Not done'],
          ['Opened, still reading', 'Incomplete', '–', 'Not done'],
          ['Failed a try, and may try again', 'Incomplete', '60', 'Not done'],
          ['Failed the last try, lessons still unread', 'Incomplete', '60', 'Not done'],
          ['Failed the last try, everything read', 'Completed', '60', 'Not done'],
          ['Passed, lessons still unread', 'Incomplete', '90', 'Done'],
          ['Passed, everything read', 'Completed', '90', 'Done'],
        ],
      },
    ]);
  });

  it('counts as done in Moodle by the statuses that the sheet says to tick', async () => {
    const { rules, settings } = SHEETS.moodle;
    const chosen = settings
      .filter(({ part }) => part === 'Completion conditions')
      .map(({ choose }) => choose);
    expect(chosen).toEqual(['Passed and Completed, both', 'Passed alone', 'off']);
    const pages = rules!.pages!;
    const statuses = { '1.2': ['passed'], '2004': ['passed', 'completed'] } as const;
    const otherwise = {
      ...SHEETS.moodle,
      rules: { ...rules!, pages: { ...pages, ticked: { ...pages.ticked, statuses } } },
    };
    const [, in2004] = await outcomeTables(otherwise, limited('moodle'));
    expect(in2004?.rows.find(([what]) => what === 'Failed the last try, everything read')?.at(-1)).toBe(
      'Done',
    );
  });

  it('is not contradicted by what the sheet of Moodle says of a score beside the status', async () => {
    const tables = await outcomeTables(SHEETS.moodle, limited('moodle'));
    const early = tables.filter(({ rows }) =>
      rows.some((row) => row[0] === 'Passed, lessons still unread' && row.at(-1) === 'Done'),
    );
    expect(early.map(({ version }) => version)).toEqual(['2004']);
    const why = SHEETS.moodle.settings.find(({ name }) => name === 'Require minimum score')?.why.text;
    expect(why).toContain('in SCORM 1.2 also that the lessons were read');
  });

  it('keeps a failed course of SCORM 1.2 in progress in Cornerstone, and draws nothing that is not known of its SCORM 2004', async () => {
    const [in2004, in12] = await outcomeTables(SHEETS.cornerstone, limited('cornerstone'));
    expect(in2004).not.toHaveProperty('source');
    expect(in12?.source).toBe('cornerstone-failed');
    expect(in12?.rows.map(([what, , status]) => `${what}: ${status}`)).toContain(
      'Failed the last try, everything read: incomplete',
    );
  });

  it('says what the package sends where no rule is known', async () => {
    const { html } = await settingsSheet(limited('workday'), 'Tea');
    expect(html).toContain('was not confirmed: try each with a test learner');
    expect(html).toContain('<td>completed, failed</td>');
  });

  it('has no failed ends where tries are not limited, and no scores where nothing is assessed', async () => {
    const free = {
      ...limited('generic'),
      assessment: { ...course.assessment!, tries: 'unlimited' as const },
    };
    const { assessment: _none, ...unassessed } = free;
    const of = async (one: CourseStructure) => (await outcomeTables(SHEETS.generic, one))[0]!.rows;
    expect((await of(free)).some(([, , status]) => status?.includes('failed'))).toBe(false);
    expect(await of(unassessed)).toHaveLength(3);
  });
});

it('docs/uploading-to-moodle.md has the settings of the sheet, word by word', async () => {
  const doc = await readFile(path.join(ROOT, 'docs/uploading-to-moodle.md'), 'utf8');
  const plain = doc
    .replaceAll('**', '')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('*', '');
  for (const { part, name, choose, why } of SHEETS.moodle.settings)
    expect(plain).toContain(`| ${part} | ${name} | ${choose} | ${why.text} |`);
  const rows = plain
    .split('\n')
    .filter((line) => /^\| (Appearance|Grade|Attempts m|Compat|Completion|Activity completion)/.test(line));
  expect(rows).toHaveLength(SHEETS.moodle.settings.length);
});
