/** Faults that this project has had with what LMSs and LRSs do: see `findings.ts`. */
import type { Finding } from './findings.ts';

const OUTBOX = 'tracking/lrs/outbox-run.ts';
const SCORM = 'tracking/scorm/scorm.ts';
const WRITING_2004 = 'tracking/scorm/scorm2004-writing.ts';

export const FINDINGS_OF_RECORDS: Readonly<Record<string, Finding>> = {
  'one-holds-up-all': {
    was: 'A statement at which the LRS fails for ever holds up all others.',
    edits: [{ file: OUTBOX, now: '!(await this.#mayLook(batch))', instead: 'batch.length > 0' }],
    only: 'cmi5/failing',
  },
  'tried-after-terminated': {
    was: 'What the LRS fails at is tried again after `terminated`.',
    edits: [
      { file: 'tracking/lrs/outbox-stumbles.ts', now: 'if (!this.#isClosed) again();', instead: 'again();' },
    ],
    only: 'cmi5/plain',
  },
  'taken-over-twice': {
    was: 'Leftovers are taken over twice, each time with another id, where sending fails while they are looked up.',
    edits: [
      { file: 'tracking/lrs/adoption.ts', now: 'this.#going ??=', instead: 'this.#going =' },
      // one that is there no more would be left alone
      {
        file: 'tracking/lrs/outbox.ts',
        now: 'held.length > 0 && instead && !this.#isElsewhere',
        instead: 'instead && !this.#isElsewhere',
      },
      {
        file: 'tracking/lrs/reissue.ts',
        now: 'namedUuid(`taken over\\n${idsOf(entry)[0]}`)',
        instead: 'crypto.randomUUID()',
      },
    ],
    only: 'cmi5/overloaded',
  },
  'forbidden-is-over': {
    was: '403 to one statement ends the session, and nothing is looked for.',
    edits: [
      {
        file: OUTBOX,
        now: 'if (status === 403) await this.#checkSession(error);',
        instead: 'if (status === 403) throw error;',
      },
    ],
    only: 'cmi5/refusing',
  },
  'leftovers-in-a-row': {
    was: 'What earlier sessions left is looked up one after the other, and the learner waits for it.',
    edits: [{ file: 'tracking/lrs/reissue.ts', now: 'const AT_ONCE = 10;', instead: 'const AT_ONCE = 1;' }],
    only: 'cmi5/slow',
  },
  'wiped-is-new': {
    was: 'An empty state beside a final status counts as a new attempt.',
    edits: [
      {
        file: 'tracking/session/resume.ts',
        now: 'const wiped = empty && hasResult(floor);',
        instead: 'const wiped = empty && hasResult(floor) && own.length > 999;',
      },
      {
        file: 'tracking/session/resume.ts',
        now: 'const last = begun && !held ?',
        instead: 'const last = begun && !held && own.length > 999 ?',
      },
    ],
    only: 'scorm12/wiping',
  },
  'count-is-not-asked': {
    was: 'Answers go where the saved state counts, whatever rows the LMS has.',
    edits: [
      {
        file: 'tracking/scorm/interactions.ts',
        now: 'if (this.#free === undefined) return index;',
        instead: 'if (index >= 0) return index;',
      },
    ],
    only: 'scorm2004/plain',
  },
  'back-is-believed': {
    was: "The LMS's page out of the browser's cache is taken for a launch.",
    edits: [{ file: SCORM, now: '!found.behind && isReplayed(', instead: 'found.behind && isReplayed(' }],
    only: 'scorm12/moodle',
  },
  'tries-in-vain': {
    was: 'A session that the LMS has lost counts as a server that is down: "we keep trying", for ever.',
    edits: [
      {
        file: 'tracking/scorm/lost-session.ts',
        now: 'if (known === false) this.#turnedAway();',
        instead: '',
      },
    ],
    only: 'scorm12/moodle',
  },
  'read-once': {
    was: 'An LMS that lets no status be read, and hands out an empty state once, has its pass put back by the launch.',
    edits: [
      { file: SCORM, now: "includes('') ? ask() : ''", instead: "includes('') ? '' : ''" },
      // whether answers come late is looked at first, and would find it out
      { file: SCORM, now: '(await isLate(calls, dialect, clock))', instead: 'false' },
    ],
    only: 'scorm12/open-edx',
  },
  'began-offline': {
    was: 'A commit that began offline counts as stored where the line is back when it has ended.',
    edits: [
      {
        file: 'tracking/scorm/calls.ts',
        now: 'const before = this.#online();',
        instead: 'const before = true;',
      },
      {
        file: 'tracking/session/session.ts',
        now: "page.on('online', () => void this.#write());",
        instead:
          "page.on('online', () => {\n      if (this.#work.unwritten && this.#inFlight === 0) void this.#write();\n    });",
      },
    ],
    only: 'scorm12/moodle',
  },
  'commits-grow': {
    was: 'In SCORM 2004 each try makes every later commit longer.',
    edits: [
      { file: WRITING_2004, now: 'mostInteractions: MOST_ROWS,', instead: '' },
      {
        file: WRITING_2004,
        now: 'tryNumber === 1 && place < MOST_IN_FULL',
        instead: 'tryNumber > 0 && place < 999',
      },
    ],
    only: 'scorm2004/plain',
  },
  'identifiers-with-signs': {
    was: 'Identifiers have signs in them, which some LMSs refuse.',
    edits: [
      {
        file: 'tracking/scorm/formats.ts',
        now: 'return first + others.map(capital).join(',
        instead: 'return [first, ...others].join(text ? "-" : ',
      },
    ],
    only: 'scorm2004/forma',
  },
  'told-while-ending': {
    was: 'A page whose test goes away while the session ends says that its work was not saved.',
    edits: [
      {
        file: 'player/store-actions.ts',
        now: '  await new Promise((resolve) => setTimeout(resolve));\n  session.readOtherPages();\n  store.leaving = true;',
        instead: '  session.readOtherPages();',
      },
      {
        file: 'tracking/session/session.ts',
        now: 'if (!this.#work.unwritten || !last?.stored) break;',
        instead: 'if (last) break;',
      },
      // what is saved a moment later is ended then, which would hide it
      { file: 'player/store-actions.ts', now: '    leaveAtLast(store);\n', instead: '' },
    ],
    only: 'scorm12/plain',
  },
  'exit-left-open': {
    was: 'An exit that had failed stays so when the record has the work, and is called lost.',
    edits: [{ file: 'player/store-actions.ts', now: '    leaveAtLast(store);\n', instead: '' }],
    only: 'xapi/plain',
  },
};
