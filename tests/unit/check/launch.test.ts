/** What a launch showed, put into words. */
import { describe, expect, it } from 'vitest';
import {
  launchFindings,
  notLaunched,
  type Call,
  type LaunchRecord,
} from '../../../packaging/check/launch.ts';

const call = (name: string, element = '', value = '', error = 0): Call => ({ name, element, value, error });
const RECORD: LaunchRecord = {
  page: 'index.html',
  atStart: [
    call('LMSInitialize'),
    call('LMSGetValue', 'cmi.core.lesson_status'),
    call('LMSSetValue', 'cmi.core.lesson_status', 'completed'),
  ],
  onExit: [call('LMSCommit'), call('LMSFinish')],
  refused: [],
  stored: { 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': 'x' },
  faults: [],
};
const told = (change: Partial<LaunchRecord>): string[] =>
  launchFindings({ ...RECORD, ...change }).map(({ id, message }) => `${id}: ${message}`);

describe('a launch', () => {
  it('tells what the LMS heard and then holds', () => {
    expect(told({})).toEqual([
      'launch-reports: At the start: Initialize; SetValue cmi.core.lesson_status completed. On exit: Commit; Finish. The LMS then holds: cmi.core.lesson_status completed.',
    ]);
  });

  it('tells what was refused, with its error', () => {
    expect(told({ refused: [call('LMSSetValue', 'cmi.core.score.raw', '120', 405)] })[1]).toBe(
      'launch-refused: Refused: SetValue cmi.core.score.raw 120 (error 405).',
    );
  });

  it('tells of a session that nobody ended', () => {
    expect(told({ onExit: [call('LMSGetValue', 'cmi.core.entry')] })[1]).toMatch(/^launch-unfinished/);
  });

  it('tells of a course that never called, and of mistakes', () => {
    expect(told({ atStart: [], onExit: [], faults: ['a.js was not found', 'a is undefined'] })).toEqual([
      'launch-no-api-call: index.html was opened and closed, and never called Initialize.',
      'launch-error: 2 mistakes: a.js was not found; a is undefined.',
    ]);
  });

  it('counts what would be too long', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      call('SetValue', `cmi.objectives.${at}.id`, 'x'.repeat(60)),
    );
    const [reports = ''] = told({ atStart: [call('Initialize'), ...many] });
    expect(reports).toMatch(/and 5 more\. On exit/);
    expect(reports).toContain(`${'x'.repeat(40)}…`);
  });
});

it('says that of several pages only the first was launched', () => {
  expect(notLaunched('1.2', ['a.html', 'b.html', 'c.html']).map(({ message }) => message)).toEqual([
    'Only the first page, a.html, is launched here; 2 more were not.',
  ]);
  expect(notLaunched('1.2', ['a.html'])).toEqual([]);
});
