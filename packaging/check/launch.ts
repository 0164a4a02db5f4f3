/** What a launch in the strict LMS showed, as findings. The launch itself is another room's: a browser is needed for it. */
import { several, type Finding } from './findings.ts';
import type { CheckedPackage } from './package.ts';
import { found } from './rules/index.ts';

export interface Call {
  /** `LMSSetValue`, … */
  name: string;
  element: string;
  value: string;
  /** 0 where it was taken. */
  error: number;
}

/** Of the first page that the package launches. */
export interface LaunchRecord {
  page: string;
  /** Up to the moment at which the learner leaves. */
  atStart: readonly Call[];
  onExit: readonly Call[];
  /** Those of both that were refused. */
  refused: readonly Call[];
  /** What the LMS holds afterwards, by element. */
  stored: Readonly<Record<string, string>>;
  /** Scripts that failed, and files that weren't there. */
  faults: readonly string[];
}

/** What a supervisor sees of it. */
const TOLD = [
  'cmi.core.lesson_status',
  'cmi.completion_status',
  'cmi.success_status',
  'cmi.core.score.raw',
  'cmi.score.raw',
  'cmi.score.scaled',
];
const FEW = 5;

export function launchFindings(record: LaunchRecord): Finding[] {
  const { page, atStart, onExit, refused, faults } = record;
  const at = { at: { file: page } };
  const began = [...atStart, ...onExit].some(({ name }) => name.endsWith('Initialize'));
  if (!began)
    return [
      found('launch-no-api-call', `${page} was opened and closed, and never called Initialize.`, at),
      ...faulty(faults, page),
    ];
  const ended = onExit.some(({ name }) => /(Commit|Finish|Terminate)$/.test(name));
  return [
    found('launch-reports', reports(record), at),
    ...(refused.length > 0 ? [found('launch-refused', `Refused: ${listed(refused.map(inWords))}.`, at)] : []),
    ...(ended
      ? []
      : [
          found(
            'launch-unfinished',
            'When the page closed, nothing was committed and the session not ended.',
            at,
          ),
        ]),
    ...faulty(faults, page),
  ];
}

/** What of a package isn't launched here, and why. */
export function notLaunched(scorm: CheckedPackage['scorm'], [page, ...others]: readonly string[]): Finding[] {
  if (!scorm || page === undefined)
    return [found('launch-not', 'Only SCORM packages with a SCO can be launched here; this one was not.')];
  if (others.length === 0) return [];
  return [
    found('launch-not', `Only the first page, ${page}, is launched here; ${others.length} more were not.`),
  ];
}

function faulty(faults: readonly string[], page: string): Finding[] {
  return faults.length > 0
    ? [
        found('launch-error', `${several(faults.length, 'mistake')}: ${listed(faults)}.`, {
          at: { file: page },
        }),
      ]
    : [];
}

function reports({ atStart, onExit, stored }: LaunchRecord): string {
  const status = TOLD.filter((element) => stored[element] !== undefined).map(
    (element) => `${element} ${stored[element]}`,
  );
  return `At the start: ${summary(atStart)}. On exit: ${summary(onExit)}. The LMS then holds: ${status.length > 0 ? status.join(', ') : 'no status and no score'}.`;
}

/** What was set and called; reading tells nothing. */
function summary(calls: readonly Call[]): string {
  const calledSet = calls
    .filter(({ name }) => !/Get(Value|LastError|ErrorString|Diagnostic)$/.test(name))
    .map(inWords);
  return calledSet.length > 0 ? listed(calledSet) : 'nothing';
}

function inWords({ name, element, value, error }: Call): string {
  const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const answer = error === 0 ? '' : ` (error ${error})`;
  return `${[name.replace(/^LMS/, ''), element, short].filter((part) => part !== '').join(' ')}${answer}`;
}

function listed(all: readonly string[]): string {
  const some = [...new Set(all)];
  const more = some.length > FEW ? ` and ${some.length - FEW} more` : '';
  return `${some.slice(0, FEW).join('; ')}${more}`;
}
