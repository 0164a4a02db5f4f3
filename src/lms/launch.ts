/** A launch in an LMS by its name. */
import type { Attempt } from './attempt.ts';
import { LMSS, type LmsName } from './habits.ts';
import { Scorm12Lms } from './scorm12.ts';
import { Scorm2004Lms } from './scorm2004.ts';
import type { LaunchFacts, Version } from './standard.ts';

/** What the server has of the attempt. */
type Stored = Map<string, string> | Attempt;

export function launchLms(name: LmsName, version: '1.2', facts?: LaunchFacts, stored?: Stored): Scorm12Lms;
export function launchLms(name: LmsName, version: '2004', facts?: LaunchFacts, stored?: Stored): Scorm2004Lms;
export function launchLms(
  name: LmsName,
  version: Version,
  facts?: LaunchFacts,
  stored?: Stored,
): Scorm12Lms | Scorm2004Lms;
export function launchLms(
  name: LmsName,
  version: Version,
  facts: LaunchFacts = {},
  stored: Stored = new Map(),
): Scorm12Lms | Scorm2004Lms {
  const Launch = version === '1.2' ? Scorm12Lms : Scorm2004Lms;
  return new Launch(LMSS[name][version], facts, stored);
}
