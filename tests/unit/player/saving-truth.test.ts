/**
 * What the sentences about saving claim, against what is true, in every state that a session can tell: nobody is named as
 * the keeper of the work who hasn't got it, and nothing is called lost that somebody has.
 */
import { describe, expect, it } from 'vitest';
import { completionWords, exitWords, staleWords } from '../../../src/player/ending-words.ts';
import { statusWords, type Saving } from '../../../src/player/saving-words.ts';
import type { StringKey } from '../../../src/player/locale.ts';
import type { SaveStatus } from '../../../src/tracking/session/session.types.ts';

const CODES = [undefined, 'offline', 'refused-result', 'not-stored', 'session-over', 'lms-threw'] as const;
const CAUSES = [undefined, 'ended', 'old-page'] as const;
const YES_AND_NO = [true, false];

/** As `SessionStatus` puts them together: what is saved is with the LMS, or with the device where that is the record or has the state alone. */
function* statuses(onDevice: boolean): Generator<SaveStatus> {
  for (const kind of ['saving', 'saved', 'not-saved', 'nothing-to-save'] as const)
    for (const held of ['lms', 'device', 'page'] as const)
      for (const apart of YES_AND_NO)
        for (const code of CODES)
          for (const cause of code === 'session-over' ? CAUSES : [undefined]) {
            if (apart && (onDevice || kind === 'nothing-to-save')) continue;
            const isElsewhere = onDevice || apart;
            if (kind === 'saved' && (held === 'lms') === isElsewhere) continue;
            if (kind === 'saved' && held === 'page') continue;
            // what this device has is saved, where nobody else keeps a record
            if (onDevice && kind === 'not-saved' && held === 'device') continue;
            if (kind !== 'saved' && kind !== 'nothing-to-save' && held === 'lms') continue;
            const problem = code && { code, detail: '', ...(cause && { cause }) };
            yield { kind, held, ...(apart && { apart }), ...(problem && { problem }) } as SaveStatus;
          }
}

function* savings(): Generator<Saving> {
  for (const onDevice of YES_AND_NO)
    for (const status of statuses(onDevice))
      for (const connected of onDevice || status.held === 'lms' ? [true] : YES_AND_NO)
        for (const mode of ['normal', 'review', 'browse'] as const)
          for (const again of ['here', 'around', 'elsewhere'] as const)
            for (const returns of YES_AND_NO)
              yield {
                status,
                connected,
                onDevice,
                mode,
                earned: false,
                unknownFormat: false,
                again,
                endsWithPage: false,
                returns,
                framed: false,
              };
}

/** Sentences by which somebody would believe that nobody has the work, that this device has it, or that the learning site has. */
const CLAIMS = {
  lost: /\.page$|keeps-nothing/,
  device: /\.device$/,
  site: /(saved|done|over)\.(lms|open)$/,
};

function falseClaims({ status, mode }: Saving, keys: readonly StringKey[]): string[] {
  const { kind, held, apart } = status;
  const says = (claim: RegExp): boolean => keys.some((key) => claim.test(key));
  // in review nothing is to be recorded, and no sentence is about the work
  if (mode !== 'normal') return says(CLAIMS.lost) || says(CLAIMS.site) ? ['speaks of work'] : [];
  return [
    says(CLAIMS.lost) && kind === 'saved' && !apart && 'called lost, and somebody has it',
    says(CLAIMS.lost) && held === 'device' && 'called lost, and the device has it',
    says(CLAIMS.device) && held !== 'device' && 'called kept on the device, which has it not',
    says(CLAIMS.site) && kind === 'not-saved' && !apart && 'called stored by the site, which has it not',
  ].filter((found) => found !== false);
}

/** One line for each state in which a sentence is false. */
function falseWords(words: (saving: Saving) => { keys: readonly StringKey[] }): string[] {
  const found = new Set<string>();
  for (const saving of savings()) {
    const { keys } = words(saving);
    for (const claim of falseClaims(saving, keys))
      found.add(`${JSON.stringify(saving.status)} ${saving.mode}: ${keys.join(' ')}: ${claim}`);
  }
  return [...found];
}

describe('what is said of saving is true', () => {
  it('in the header', () => {
    expect(falseWords(statusWords)).toEqual([]);
  });

  it('at the end of the course', () => {
    expect(falseWords(completionWords)).toEqual([]);
  });

  it('in a page that is brought back', () => {
    expect(falseWords(staleWords)).toEqual([]);
  });

  it('after Save and exit, whose session is over', () => {
    expect(falseWords((saving) => exitWords(saving, true))).toEqual([]);
  });

  it('after Save and exit, whose session is open still', () => {
    // one that has stored all is ended at once, and one that looks back has nothing to store
    const open = (saving: Saving): boolean => saving.status.kind === 'not-saved' && saving.mode === 'normal';
    expect(falseWords((saving) => (open(saving) ? exitWords(saving, false) : { keys: [] }))).toEqual([]);
  });
});
