/** Requests to the LRS in plain words. */
import type { Statement } from '../../lms/xapi-types.ts';
import type { Call } from '../shapes.ts';
import type { Line, Topic } from './line.ts';
import { readable, resultWord } from './report-words.ts';

export function requestWords({ name, element, value, error, why }: Call): Omit<Line, 'call'> {
  const trouble = troubleOf(error, name, why ?? ERRORS[error]);
  const worded = wordsOf(name, element, value, error);
  return {
    ...worded,
    words: trouble && worded.changed ? `tried: ${worded.words}` : worded.words,
    trouble,
  };
}

function wordsOf(
  name: string,
  element: string,
  value: string,
  status: number,
): Pick<Line, 'words' | 'topic' | 'changed'> {
  const [method = '', resource = ''] = name.split(' ');
  const reads = method === 'GET';
  if (resource === 'statements' && !reads) return { ...spoken(statementsOf(value)), changed: true };
  if (resource === 'statements') return { words: 'looked up statements', topic: 'reads', changed: false };
  if (resource === 'activities')
    return { words: 'looked up what statements tell of an activity', topic: 'reads', changed: false };
  if (element === 'LMS.LaunchData')
    return { words: 'read what the LMS says of this launch', topic: 'reads', changed: false };
  const what = `the ${resource.includes('profile') ? 'profile' : 'state'} "${element}"`;
  if (reads)
    return {
      words: `read ${what}${status === 404 ? ': there is none' : ''}`,
      topic: 'reads',
      changed: false,
    };
  if (method === 'DELETE') return { words: `deleted ${what}`, topic: 'state', changed: true };
  return {
    words: `${method === 'POST' ? 'added to' : 'saved'} ${what}: ${value.length.toLocaleString('en')} characters`,
    topic: 'state',
    changed: true,
  };
}

function statementsOf(text: string): Statement[] {
  try {
    const given = JSON.parse(text) as Statement | Statement[];
    return Array.isArray(given) ? given : [given];
  } catch {
    return [];
  }
}

const TOPICS: Readonly<Record<string, Topic>> = {
  initialized: 'session',
  terminated: 'session',
  answered: 'answers',
  passed: 'status',
  failed: 'status',
  completed: 'status',
  scored: 'score',
};

function spoken(statements: readonly Statement[]): Pick<Line, 'words' | 'topic'> {
  if (statements.length === 0) return { words: 'sent something that is no statement', topic: 'other' };
  // what an LMS decides by comes before answers, of which many may come along
  const worded = statements.toSorted((one, other) => weightOf(one) - weightOf(other)).slice(0, MOST);
  const said = statements.filter((one) => worded.includes(one)).map(sentence);
  const more = statements.length > MOST ? [`and ${statements.length - MOST} more`] : [];
  return { words: [...said, ...more].join('; '), topic: topicOf(worded[0]!) };
}

const MOST = 3;

const topicOf = (statement: Statement): Topic => TOPICS[verbOf(statement)] ?? 'other';

const WEIGHTS: readonly Topic[] = ['status', 'score', 'session', 'answers'];

const weightOf = (statement: Statement): number => {
  const weight = WEIGHTS.indexOf(topicOf(statement));
  return weight < 0 ? WEIGHTS.length : weight;
};

const verbOf = ({ verb }: Statement): string => verb?.id?.split('/').at(-1) ?? '';

function sentence(statement: Statement): string {
  const { object, result } = statement;
  const verb = verbOf(statement);
  const name = Object.values(object?.definition?.name ?? {})[0] ?? readable(object?.id ?? '');
  const about = name.replace(/\.$/, '');
  const progress = result?.extensions?.[PROGRESS];
  const score = result?.score?.raw === undefined ? '' : `, ${result.score.raw} of ${result.score.max ?? 100}`;
  if (verb === 'answered')
    return `answer to ${about}: ${result?.success === undefined ? 'given' : resultWord(result.success ? 'correct' : 'incorrect')}`;
  return `${verb} ${about}${score}${typeof progress === 'number' ? `: ${progress} %` : ''}`;
}

/** Per cent of the course; the extension is the cmi5 profile's, and tools write it in xAPI as well. */
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** Not to find something is an answer. */
function troubleOf(error: number, name: string, why: string | undefined): string {
  if (error === 0) return 'no answer arrived';
  if (error < 400 || (error === 404 && name.startsWith('GET '))) return '';
  return `refused with ${error}${why ? `: ${why}` : ''}`;
}

const ERRORS: Readonly<Record<number, string>> = {
  400: 'the request breaks a rule',
  401: 'the session or the credentials do not hold',
  403: 'this is not allowed',
  409: 'something else has this id',
  412: 'somebody else was faster',
  503: 'the server fails',
};
