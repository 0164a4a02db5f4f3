import { FINDINGS_OF_DEVICES } from './findings-device.ts';
import { FINDINGS_OF_RECORDS } from './findings-lms.ts';

/**
 * Faults that this project has had, each as the words by which it is put back into the source: the laboratory must tell a
 * story of each (`npm run soak:put-back`). Where two guards stand against one fault, both are taken away.
 */
export interface Finding {
  /** What was wrong. */
  was: string;
  /** In a file below `src`. */
  edits: readonly { file: string; now: string; instead: string }[];
  /** Counterparts that it shows in; their names begin so. */
  only: string;
}

const CALLS = 'tracking/scorm/calls.ts';
const WRITING = 'tracking/scorm/writing.ts';
const OUTBOX = 'tracking/lrs/outbox-run.ts';
const JOURNAL = 'tracking/device/journal.ts';
const JOURNAL_WRITING = 'tracking/device/journal-writing.ts';

export const FINDINGS: Readonly<Record<string, Finding>> = {
  ...FINDINGS_OF_DEVICES,
  ...FINDINGS_OF_RECORDS,
  'boxed-answers': {
    was: 'An answer in a box counts as a refusal.',
    edits: [
      { file: CALLS, now: 'unboxed(this.#call(name, ...values))', instead: 'this.#call(name, ...values)' },
      {
        file: CALLS,
        now: 'if (!isNo && isTaken?.()) return undefined;',
        instead: '',
      },
    ],
    only: 'scorm12/forma',
  },
  'false-without-error': {
    was: 'A commit that answers false with error 0 is always a warning.',
    edits: [{ file: CALLS, now: 'this.#habit ??= odd;', instead: 'this.#habit = odd;' }],
    only: 'scorm12/forma',
  },
  'silent-set': {
    was: 'A value that is taken without a word counts as refused.',
    edits: [
      { file: CALLS, now: 'if (isSilent &&', instead: 'if (false as boolean && isSilent &&' },
      {
        file: CALLS,
        now: 'if (!isNo && isTaken?.()) return undefined;',
        instead: '',
      },
    ],
    only: 'scorm12/wrapped',
  },
  'silent-commit': {
    was: 'A commit that answers nothing, or false, with error 0 counts as stored.',
    edits: [
      { file: CALLS, now: 'name !== this.#rules.calls.commit &&', instead: '' },
      {
        file: CALLS,
        now: 'if (isYes(answer)) return undefined;',
        instead: 'if (isYes(answer) || (answer === "false" && Number(this.error()) === 0)) return undefined;',
      },
    ],
    only: 'scorm12/forma',
  },
  'told-before-taken': {
    was: 'A result that the LRS refused is given up and counts as delivered.',
    edits: [
      {
        file: OUTBOX,
        now: "if (role === 'decides') this.#storage.hold(held.key, entry);",
        instead: "if (role === 'decides') this.#storage.delivered([held]);",
      },
    ],
    only: 'xapi/plain',
  },
  'initialized-with-others': {
    was: '`initialized` shares a request with what comes after it.',
    edits: [
      { file: OUTBOX, now: 'if (opening) return [opening];', instead: '' },
      { file: OUTBOX, now: '    await this.#sendOpening();\n', instead: '' },
    ],
    only: 'cmi5/catapult',
  },
  'closed-window': {
    was: 'The object of a window that has closed is believed.',
    edits: [
      {
        file: CALLS,
        now: 'if (this.#found.isThere()) return undefined;',
        instead: 'if (this.#found) return undefined;',
      },
    ],
    only: 'scorm12/plain',
  },
  'state-cut': {
    was: 'A state that the LMS cuts off when it is set is not noticed.',
    edits: [
      {
        file: WRITING,
        now: 'if (calls.touched.has(elements.saved)) calls.verify(elements.saved);',
        instead: '',
      },
    ],
    only: 'scorm12/plain',
  },
  'floors-lowered': {
    was: 'A page with an older state puts lower statuses and scores in the place of what the LMS has.',
    edits: [
      {
        file: WRITING,
        now: 'ranks.indexOf(before) > ranks.indexOf(value) ? before : value',
        instead: 'ranks.length > 9 ? before : value',
      },
      { file: WRITING, now: 'if (raw < this.#scoreFloor - TOLERANCE) return;', instead: '' },
      {
        file: 'learning/floor.ts',
        now: 'const best = bestOf(state.best, found);',
        instead: 'const best = found && state.best;',
      },
      {
        file: 'learning/floor.ts',
        now: 'state.completed || isCompleted(course, floor, best)',
        instead: 'state.completed && isCompleted(course, floor, best)',
      },
    ],
    only: 'scorm2004/canvas',
  },
  'pass-for-completion': {
    was: 'Where the LMS holds a pass, the course is complete, though completion has a status of its own.',
    edits: [
      {
        file: 'tracking/scorm/scorm.ts',
        now: "words.includes('completed') && words.includes(value)",
        instead: 'words.includes(value)',
      },
    ],
    only: 'scorm2004/plain',
  },
  'exit-all': {
    was: 'The exit of everything is asked for, where Terminate throws at it, and a failed end counts as not saved.',
    edits: [
      { file: 'tracking/scorm/scorm2004-writing.ts', now: "'suspendAll'", instead: "'exitAll'" },
      {
        file: WRITING,
        now: '{ stored: written.stored, problem: written.problem ?? problem }',
        instead: '{ stored: false, problem }',
      },
    ],
    only: 'scorm2004/moodle',
  },
  'tie-of-tabs': {
    was: 'Of two answers that the clock can not tell apart, the text decides.',
    edits: [
      {
        file: 'learning/merge.ts',
        now: 'const clock = a.answeredAfter - b.answeredAfter;',
        instead:
          'const clock = Math.floor(a.answeredAfter / 4) - Math.floor(b.answeredAfter / 4) || compareText(JSON.stringify(a.response), JSON.stringify(b.response));\n  if (a.answer >= 0) return clock;',
      },
    ],
    only: 'scorm12/plain',
  },
  'journal-by-name': {
    was: 'What the device kept is found by the name of the learner, and not by the token of the attempt.',
    edits: [
      {
        file: JOURNAL,
        now: 'return [...attempt(token), ...named.filter((kept) => kept.token !== token)];',
        instead: 'return named;',
      },
    ],
    only: 'scorm12/plain',
  },
  clock: {
    was: 'Work of a device whose clock is wrong by years is too old.',
    edits: [
      {
        file: JOURNAL_WRITING,
        now: 'if (is !== kept.launch) {',
        instead:
          'if (Math.abs(Date.now() - kept.savedAt) > 400 * 86_400_000) erase([kept]);\n    else if (is !== kept.launch) {',
      },
    ],
    only: 'scorm12/plain',
  },
  'two-tokens': {
    was: 'Two tabs that were opened before anything was saved have an attempt each.',
    edits: [
      {
        file: 'tracking/session/journaled-work.ts',
        now: 'if (known.length === 0 && token >= this.#token) return;',
        instead: 'if (token) return;',
      },
      {
        file: 'tracking/session/journaled-work.ts',
        now: 'this.#confirmed ? [] : beside(this.#journal, this.#token, this.#isOneRecord)',
        instead: '[] as KeptSnapshot[]',
      },
    ],
    only: 'scorm12/plain',
  },
  'illegible-document': {
    was: 'A document of an LRS that can not be read counts as a new attempt.',
    edits: [
      {
        file: 'tracking/lrs/driver.ts',
        now: "(document?.value ? ILLEGIBLE : '')",
        instead: "(document?.value ? '' : '')",
      },
      // the second look would find it out, and so would the LRS
      {
        file: 'tracking/lrs/resume-state.ts',
        now: "kept.saved || (document?.value ? undefined : '')",
        instead: 'kept.saved',
      },
      {
        file: 'tracking/lrs/versions.ts',
        now: "=== 'string' ? undefined : 'new'",
        instead: "=== 'string' ? undefined : undefined",
      },
    ],
    only: 'xapi/plain',
  },
  'suspended-again': {
    was: 'The next launch suspends what is done, which takes it away in Saba.',
    edits: [
      {
        file: 'tracking/scorm/scorm.ts',
        now: 'calls.put(elements.exit, exitOf(session));',
        instead: "calls.put(elements.exit, 'suspend');",
      },
    ],
    only: 'scorm12/saba/own',
  },
  'late-look': {
    was: 'Without ETags, a state is written over what another page has written within half a minute.',
    edits: [
      { file: 'tracking/lrs/resume-state.ts', now: 'const PAUSE = 1_000;', instead: 'const PAUSE = 30_000;' },
    ],
    only: 'xapi/no-etags',
  },
  'state-refused-is-over': {
    was: 'Credentials that are good for statements alone end the session.',
    edits: [
      {
        file: 'tracking/lrs/driver.ts',
        now: 'if (statusOf(error) === 401) throw error;',
        instead: 'if (statusOf(error) === 401 || statusOf(error) === 403) throw error;',
      },
    ],
    only: 'xapi/forbidding',
  },
  'offered-one-by-one': {
    was: 'Where no launch is given a state, the same piece of work is offered each time, and the others never.',
    edits: [
      {
        file: 'tracking/session/resume.ts',
        now: "begun || problem?.code === 'state-refused' ? worth",
        instead: 'begun ? worth',
      },
    ],
    only: 'cmi5/forbidding',
  },
  'versions-not-named': {
    was: 'An LRS that wants the version of a document named, and shows none to a browser, never gets the state.',
    edits: [
      {
        file: 'tracking/lrs/versions.ts',
        now: "if (match === undefined) this.#named = 'worked-out';",
        instead: "if (match === undefined) this.#named = 'none';",
      },
    ],
    only: 'xapi/asking',
  },
  'versions-barred': {
    was: 'A server that lets browsers send no header with a version never gets the state.',
    edits: [
      {
        file: 'tracking/lrs/resume-state.ts',
        now: '++unheard <= 2;',
        instead: '++unheard < 0;',
      },
    ],
    only: 'xapi/barred',
  },
};
