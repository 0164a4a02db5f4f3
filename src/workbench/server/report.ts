/** What the trial's LMS would show in its report, of one learner and one package. */
import { Attempt as LmsAttempt, seen, type Seen } from '../../lms/attempt.ts';
import { seenIn } from '../../lms/lrs-report.ts';
import type { Lrs } from '../../lms/lrs.ts';
import { SCORM_12 } from '../../lms/rules12.ts';
import { SCORM_2004 } from '../../lms/rules2004.ts';
import type { Statement } from '../../lms/xapi-types.ts';
import type { HeldAttempt, Learner, PackageInfo, Part, ReportedAnswer, ReportedAttempt } from '../shapes.ts';
import { answerOf, factsInWords, readable, resultWord, responseWords } from '../trial/report-words.ts';
import type { Launches } from './launches.ts';
import { actorOf } from './lrs.ts';
import type { Packages } from './packages.ts';
import type { Attempt, Records } from './records.ts';

const NO_COUNTS = { opened: 0, closed: 0, commits: 0 };

type Content = Pick<ReportedAttempt, 'facts' | 'answers' | 'objectives' | 'stored'>;

export async function reportOf(
  records: Records,
  packages: Packages,
  launches: Launches,
  learnerId: string,
  packageId: string,
): Promise<ReportedAttempt[]> {
  const learner = await records.learner(learnerId);
  const { info } = (await packages.find(packageId)) ?? {};
  if (!learner || !info) return [];
  const reported: ReportedAttempt[] = [];
  for (const attempt of await records.attempts(learnerId, packageId)) {
    const part = info.parts.find(({ id }) => id === attempt.part);
    if (!part) continue;
    const made = await records.launchesOf(attempt.id);
    reported.push({
      attempt: attempt.id,
      number: attempt.number,
      part: part.title,
      ...(await contentOf(attempt, info, part, learner, launches)),
      launches: made.map(({ id, began, lms, device, calls }) => ({ id, at: began, lms, device, calls })),
    });
  }
  return reported;
}

async function contentOf(
  attempt: Attempt,
  info: PackageInfo,
  part: Part,
  learner: Learner,
  launches: Launches,
): Promise<Content> {
  if (info.kind === 'scorm12' || info.kind === 'scorm2004') return ofScorm(attempt, info.kind);
  if (info.kind === 'web') return { facts: [], answers: [], objectives: [], stored: [] };
  const activity = await launches.activityOf(info, part);
  return ofLrs(activity.lrs, attempt.id, learner, activity.id || part.id);
}

function ofScorm({ held }: Attempt, kind: 'scorm12' | 'scorm2004'): Content {
  const { data, grade, ticked, locked } = JSON.parse(held) as HeldAttempt;
  const { version, elements } = kind === 'scorm12' ? SCORM_12 : SCORM_2004;
  const attempt = Object.assign(new LmsAttempt(new Map(Object.entries(data))), { ticked, locked });
  if (grade) attempt.grade = { raw: grade.raw };
  const shown = seen(attempt, version, elements, NO_COUNTS);
  return {
    facts: factsInWords(shown, data[elements.totalTime] ?? ''),
    answers: shown.interactions.map(answerOf),
    objectives: objectivesOf(shown),
    stored: Object.entries(data),
  };
}

const objectivesOf = ({ objectives }: Seen): [string, string][] =>
  objectives.map((row) => [
    row['description'] ?? readable(row['id'] ?? ''),
    [
      row['success_status'] ?? row['status'],
      row['completion_status'],
      row['score.raw'] && `${row['score.raw']} of ${row['score.max'] ?? '100'}`,
    ]
      .filter((word) => word && word !== 'unknown')
      .join(', '),
  ]);

function ofLrs(lrs: Lrs, registration: string, learner: Learner, activity: string): Content {
  const shown = seenIn(lrs, { actor: actorOf(learner), activity, registration });
  const own = lrs.statements.filter(({ context }) => context?.registration === registration);
  const documents = [...lrs.documents].filter(([name]) => name.endsWith(`|${registration}`));
  return {
    facts: [...factsInWords(shown, shown.time), ['Statements', String(own.length)]],
    answers: own.filter(({ verb }) => verb.id.endsWith('/answered')).map(answered),
    objectives: [],
    stored: [
      ...documents.map(([name, text]): [string, string] => [name.split('|')[3] ?? name, text]),
      ...own.map((one): [string, string] => [one.verb.id.split('/').at(-1) ?? '', JSON.stringify(one)]),
    ],
  };
}

const words = (map: Readonly<Record<string, string>> | undefined): string | undefined =>
  map && Object.values(map)[0];

/** With the words of the choices, which the statement carries. */
function answered({ object, result }: Statement): ReportedAnswer {
  const { definition } = object;
  const all = [definition?.choices, definition?.source, definition?.target].flatMap((list) => list ?? []);
  const named = new Map(all.map(({ id, description }) => [id, words(description) ?? id]));
  const response = result?.response ?? '';
  const spoken = response
    .split('[,]')
    .map((pair) =>
      pair
        .split('[.]')
        .map((id) => named.get(id) ?? id)
        .join(' with '),
    )
    .join(', ');
  return {
    question: words(definition?.description) ?? words(definition?.name) ?? readable(object.id),
    answer: response === '' ? 'no answer' : named.size > 0 ? spoken : responseWords(response, 'fill-in'),
    result: result?.success === undefined ? '' : resultWord(result.success ? 'correct' : 'incorrect'),
  };
}
