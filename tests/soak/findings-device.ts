/** Faults that this project has had with what a device keeps: see `findings.ts`. */
import type { Finding } from './findings.ts';

const JOURNAL = 'tracking/device/journal.ts';
const JOURNAL_WRITING = 'tracking/device/journal-writing.ts';
const RECOVER = 'tracking/session/recover.ts';
const MIRROR = 'tracking/device/mirror.ts';
const OUTBOX_STORAGE = 'tracking/lrs/outbox-storage.ts';

export const FINDINGS_OF_DEVICES: Readonly<Record<string, Finding>> = {
  'damaged-entry-stops-all': {
    was: 'An answer with a date beyond what a date can hold stops the course at each launch.',
    edits: [{ file: JOURNAL, now: 'amounts && counts && isMoment(at)', instead: 'amounts && counts' }],
    only: 'scorm2004/plain',
  },
  'damaged-answer-stops-good-ones': {
    was: 'An owed answer of the wrong shape takes the good ones with it.',
    edits: [
      {
        file: JOURNAL,
        now: 'const answersOwed = owed.filter(isAnswer);',
        instead: 'const answersOwed = owed.every(isAnswer) ? owed : [];',
      },
    ],
    only: 'scorm12/plain',
  },
  'counter-out-of-range': {
    was: 'A damaged counter near 2^32 is gone on from: what is saved after it cannot be told from what was before.',
    edits: [{ file: JOURNAL, now: ' || found.counter >= COUNTERS', instead: '' }],
    only: 'scorm12/plain',
  },
  'damage-unsaid': {
    was: 'What is damaged is passed over, and nobody says so.',
    edits: [
      {
        file: RECOVER,
        now: 'opened.damaged = await Promise.race([whole, timeout]);',
        instead: 'await Promise.race([whole, timeout]);',
      },
    ],
    only: 'scorm12/plain',
  },
  'set-aside-before-mirror': {
    was: 'What is damaged is put aside before the database was looked into, and takes the whole copy there with it.',
    edits: [
      {
        file: RECOVER,
        now: 'const whole = mirrored(opened).then((better) => setDamagedAside(opened.journal, better, comesFirst()));',
        instead:
          'const wasDamaged = setDamagedAside(opened.journal, new Set(), true);\n  const whole = mirrored(opened).then(() => wasDamaged);',
      },
      { file: JOURNAL_WRITING, now: 'storage.removed.delete(key);', instead: '' },
    ],
    only: 'scorm12/plain',
  },
  'no-database': {
    was: 'What is called "on this device" is in localStorage alone, which reaches the disk late.',
    edits: [
      {
        file: 'tracking/session/journaled-work.ts',
        now: "(this.#storage.mirror?.state ?? 'safe') === 'safe'",
        instead: "(this.#storage.mirror?.state ?? 'safe') !== 'failed'",
      },
      { file: MIRROR, now: 'if (!MIRRORED.test(key)) return;', instead: 'if (key) return;' },
    ],
    only: 'scorm12/plain',
  },
  'relaxed-durability': {
    was: 'The database acknowledges what has not reached the disk.',
    edits: [
      {
        file: MIRROR,
        now: "database.transaction(STORE, 'readwrite', { durability: 'strict' })",
        instead: "database.transaction(STORE, 'readwrite')",
      },
    ],
    only: 'scorm12/plain',
  },
  'outbox-by-clock': {
    was: "Others' statements are too old where the clock of the device is wrong by years.",
    edits: [
      {
        file: OUTBOX_STORAGE,
        now: 'else if (launch - since > LASTS) this.#storage.remove(key);',
        instead:
          "else if (Math.abs(Date.now() - parseInt(key.split('|')[2] ?? '', 36)) > 400 * 86_400_000) this.#storage.remove(key);",
      },
    ],
    only: 'xapi/plain',
  },
  'launch-number-believed': {
    was: "A damaged count of launches in one entry makes everybody else's too old.",
    edits: [
      {
        file: JOURNAL_WRITING,
        now: 'const last = Math.max(launch, counted ?? everybodys.length + 1);',
        instead: 'const last = Math.max(...everybodys.map((kept) => kept.launch)) + 1;',
      },
    ],
    only: 'scorm12/plain',
  },
  'renamed-actor': {
    was: 'What waits for the LRS is found by how the name of the learner is spelled.',
    edits: [
      {
        file: 'tracking/lrs/writing.ts',
        now: 'ownerAs(identityOf(actor))',
        instead: 'ownerAs(JSON.stringify(actor))',
      },
    ],
    only: 'xapi/plain',
  },
};
