/** Elements of SCORM's data model in plain words, and what it means to set them. */
import type { Line } from './line.ts';
import { timeWords } from './report-words.ts';

export type Worded = Pick<Line, 'words' | 'topic'>;

const MOST = 120;

/** What a value is told as: never nothing at all. */
export function short(text: string): string {
  if (text === '') return 'nothing';
  return text.length > MOST ? `${text.slice(0, MOST)} …` : text;
}

export const settingWords = (element: string, value: string): Worded =>
  SETTINGS[element]?.(value) ?? { topic: 'other', words: `set ${element} to ${short(value)}` };

const told =
  (topic: Line['topic'], what: string) =>
  (value: string): Worded => ({
    topic,
    words: `${what}: ${short(value)}`,
  });
const place = (value: string): Worded => ({
  topic: 'place',
  words:
    value === '' ? 'saved no place: the next launch begins at the start' : `saved the place: ${short(value)}`,
});
const exit = (value: string): Worded => ({
  topic: 'session',
  words:
    value === 'suspend' ? 'will leave so that it can go on later' : `will leave by "${value || 'normal'}"`,
});
const time = (value: string): Worded => ({
  topic: 'time',
  words: `time of this session: ${value === '' ? 'nothing' : timeWords(value)}`,
});

const SETTINGS: Readonly<Record<string, (value: string) => Worded>> = {
  'cmi.core.lesson_status': told('status', 'status'),
  'cmi.completion_status': told('status', 'completion'),
  'cmi.success_status': told('status', 'success'),
  'cmi.core.lesson_location': place,
  'cmi.location': place,
  'cmi.core.score.raw': told('score', 'score'),
  'cmi.core.score.min': told('score', 'lowest score'),
  'cmi.core.score.max': told('score', 'highest score'),
  'cmi.score.raw': told('score', 'score'),
  'cmi.score.min': told('score', 'lowest score'),
  'cmi.score.max': told('score', 'highest score'),
  'cmi.score.scaled': told('score', 'score as a share of one'),
  'cmi.core.exit': exit,
  'cmi.exit': exit,
  'cmi.core.session_time': time,
  'cmi.session_time': time,
  'cmi.progress_measure': (value) => ({
    topic: 'status',
    words: value === '' ? 'progress: nothing' : `progress: ${Math.round(Number(value) * 100)} %`,
  }),
  'cmi.suspend_data': (value) => ({
    topic: 'state',
    words:
      value === ''
        ? 'emptied its saved state'
        : `saved its state: ${value.length.toLocaleString('en')} characters`,
  }),
  'adl.nav.request': (value) => ({
    topic: 'session',
    words: `asks the LMS to go on by "${value || 'nothing'}"`,
  }),
};

/** As it is read. Places in a list are counted from 1, as everywhere in the log. */
export function nameOf(element: string): string {
  const [, list = '', index, part = ''] =
    /^cmi\.(interactions|objectives|comments_from_\w+)\.(?:(\d+)\.)?(.+)$/.exec(element) ?? [];
  if (part === '_count') return `the number of ${partWords(list)}`;
  if (index !== undefined)
    return `${partWords(part)} of ${ONE[list] ?? partWords(list)} ${Number(index) + 1}`;
  if (element.endsWith('._children'))
    return `what ${partWords(element.replace(/\._children$/, ''))} can hold`;
  if (element === 'cmi.suspend_data') return 'its saved state';
  return partWords(element);
}

const ONE: Readonly<Record<string, string>> = { interactions: 'answer', objectives: 'objective' };

const PARTS: Readonly<Record<string, string>> = {
  'score.raw': 'score',
  'score.min': 'lowest score',
  'score.max': 'highest score',
  'score.scaled': 'score as a share of one',
};

/** "learner_preference.language" is "learner preference language". */
export const partWords = (element: string): string =>
  PARTS[element] ??
  element
    .replace(/^cmi\.(core\.)?/, '')
    .replaceAll(/[_.]+/g, ' ')
    .trim();
