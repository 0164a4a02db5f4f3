/**
 * Puts an attempt of ours behind an API object of scorm-again, which speaks SCORM as its authors read it: what it holds
 * is stored at each commit and given back at the next launch. The object is handed in.
 */
import type { Attempt } from './attempt.ts';
import { SCORM_12 } from './rules12.ts';
import { SCORM_2004 } from './rules2004.ts';
import { delivers, stores } from './server.ts';
import type { Delivered, LaunchFacts, Standard, Version } from './standard.ts';

export interface ScormAgain {
  loadFromFlattenedJSON(data: Record<string, string>): void;
  getFlattenedCMI(): Record<string, unknown>;
}

type Api = Record<string, (...values: unknown[]) => unknown>;

const STANDARDS: Readonly<Record<Version, Standard>> = { '1.2': SCORM_12, '2004': SCORM_2004 };

/** The calls of the API, for a course. */
export function launchScormAgain<Held extends ScormAgain>(
  api: Held,
  version: Version,
  attempt: Attempt,
  facts: LaunchFacts = {},
): Held {
  const standard = STANDARDS[version];
  const launch = delivers(standard, new Set(['review-when-over']), facts, attempt);
  api.loadFromFlattenedJSON({ ...Object.fromEntries(launch.data), ...given(standard, facts, launch) });
  const { sessionTime, totalTime } = standard.elements;
  const before = launch.data.get(totalTime) ?? standard.rules[totalTime]?.initial ?? '';
  /** Adding up the times of sessions is left to whoever stores them. */
  const store = (isOver: boolean): void => {
    const set = settable(standard, api);
    const session = set.get(sessionTime);
    set.set(totalTime, isOver && session ? standard.addTime(before, session) : before);
    stores(standard, new Set(), attempt, set);
  };
  return new Proxy(api, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]): unknown => {
        const answer = (target as unknown as Api)[String(name)]!(...values);
        if (/^(LMS)?(Commit|Finish|Terminate)$/.test(String(name)) && answer === 'true')
          store(!String(name).endsWith('Commit'));
        return answer;
      };
    },
  });
}

function given(standard: Standard, facts: LaunchFacts, launch: Delivered): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [element, say] of Object.entries(standard.given)) {
    const value = say(facts, launch);
    if (value) values[element] = value;
  }
  return values;
}

/** What a course can have set, out of all that the object holds. */
function settable({ rules }: Standard, api: ScormAgain): Map<string, string> {
  const set = new Map<string, string>();
  for (const [element, value] of Object.entries(api.getFlattenedCMI())) {
    const rule = rules[element.replace(/\.\d+(?=\.)/g, '.n')];
    const isMeant = rule && (rule.mode !== 'r' || element.endsWith('.total_time'));
    if (isMeant && typeof value === 'string' && value !== '') set.set(element, value);
  }
  return set;
}
