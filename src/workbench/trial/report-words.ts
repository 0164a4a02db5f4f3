/** What an LMS holds, as a supervisor would read it in the LMS's report. */
import type { Seen } from '../../lms/attempt.ts';
import type { ReportedAnswer } from '../shapes.ts';

/** `Q07KeepingASecret` and `Q07_Keeping_a_secret` are "Keeping a secret", `objWater` is "Water"; what was never meant to be read stays. */
export function readable(id: string): string {
  const last = id.split(/[/#]/).findLast(Boolean) ?? id;
  const words = last
    .replace(/^(?:Q?\d+_?|obj_?)(?=[A-Z])/, '')
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .trim();
  if (!/[a-z]/i.test(words)) return id;
  return (
    words.charAt(0).toUpperCase() +
    words.slice(1).replaceAll(/ ([A-Z])(?![A-Z])/g, (_, one: string) => ` ${one.toLowerCase()}`)
  );
}

const RESULTS: Readonly<Record<string, string>> = {
  correct: 'right',
  wrong: 'wrong',
  incorrect: 'wrong',
  neutral: 'neither right nor wrong',
  unanticipated: 'not expected',
};

export const resultWord = (result: string): string => RESULTS[result] ?? result;

/** Delimiters of both standards: `a,b`, `a[,]b`, `a.1`, `a[.]1`. */
export function responseWords(response: string, type = ''): string {
  if (/fill-in|numeric/.test(type)) return response;
  return response
    .split(/\[,\]|,/)
    .map((part) => part.replace(/\[\.\]|\.(?=\w)/, ' with '))
    .join(', ');
}

export function answerOf(row: Readonly<Record<string, string>>): ReportedAnswer {
  const response = row['student_response'] ?? row['learner_response'] ?? row['response'] ?? '';
  return {
    question: row['description'] ?? readable(row['id'] ?? ''),
    answer: response === '' ? 'no answer' : responseWords(response, row['type']),
    result: resultWord(row['result'] ?? ''),
  };
}

export function factsInWords(seen: Seen, total: string): [string, string][] {
  const facts: [string, string | undefined][] = [
    ['Completion', seen.completion],
    ['Success', seen.success === 'unknown' ? 'not judged yet' : seen.success],
    ['Score', seen.score && scoreWords(seen.score)],
    ['Grade', seen.grade],
    ['Ticked as done', seen.ticked && 'yes'],
    ['Time', total === '' ? undefined : timeWords(total)],
    ['Place', seen.location || undefined],
    ['Progress', seen.progress && `${Math.round(Number(seen.progress) * 100)} %`],
    ['Saved state', seen.saved === '' ? undefined : `${seen.saved.length.toLocaleString('en')} characters`],
    ['Next launch', seen.resumable ? 'goes on where it was' : undefined],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

function scoreWords({ raw, min, max }: NonNullable<Seen['score']>): string {
  return max === '' ? raw : `${raw} of ${max}${min === '' || Number(min) === 0 ? '' : ` (from ${min})`}`;
}

/** `0001:02:03.00` and `PT1H2M3S`. */
export function timeWords(time: string): string {
  const seconds = Math.round(time.startsWith('P') ? isoSeconds(time) : clockSeconds(time));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [
    [hours, 'h'],
    [minutes, 'min'],
    [rest, 's'],
  ] as const;
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return words.join(' ') || '0 s';
}

const clockSeconds = (time: string): number =>
  time.split(':').reduce((sum, part) => sum * 60 + (Number(part) || 0), 0);

const UNITS: Readonly<Record<string, number>> = { D: 86_400, H: 3600, M: 60, S: 1 };

function isoSeconds(time: string): number {
  let sum = 0;
  for (const [, amount, unit = ''] of time.matchAll(/([\d.]+)([DHMS])/g))
    sum += Number(amount) * (UNITS[unit] ?? 0);
  return sum;
}
