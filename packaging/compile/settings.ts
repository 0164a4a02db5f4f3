/** `course.yaml`, read so that a mistake in one setting doesn't hide the mistakes in the lessons. */
import { courseSource, type CourseSource } from '../../src/course/source.ts';
import type { Faults } from './faults.ts';
import type { Sources } from './files.ts';
import { wholeFile, type Place } from './fragment.ts';
import { check } from './yaml-schema.ts';
import { parseYaml, type YamlText } from './yaml.ts';

export const SETTINGS_FILE = 'course.yaml';

type NamedList = 'languages' | 'lessons' | 'objectives';

/** Lists name each thing once here, whatever the file does. */
export interface Settings {
  /** Undefined where any of it is wrong. */
  course: CourseSource | undefined;
  languages: readonly string[];
  lessons: readonly string[];
  /** False where the list itself is wrong. */
  lessonsKnown: boolean;
  objectives: readonly string[];
  objectivesKnown: boolean;
  assessment: CourseSource['assessment'] | undefined;
  place(path: readonly (string | number)[]): Place;
  /** Where a list names something first. */
  placeOf(list: NamedList, name: string): Place;
  keyPlace(path: readonly string[], key: string): Place;
}

/** Undefined, with faults, where there is no such file or no YAML in it. */
export function readSettings(files: Sources): Settings | undefined {
  const { faults } = files;
  const file = files.text(SETTINGS_FILE, 'the settings of the course');
  const yaml = file && parseYaml(wholeFile(file), faults);
  if (!yaml) return undefined;
  const course = check(yaml, courseSource, faults);
  const lists = {
    languages: part(yaml, 'languages'),
    lessons: part(yaml, 'lessons'),
    objectives: part(yaml, 'objectives'),
  };
  for (const list of ['languages', 'lessons', 'objectives'] as const)
    checkTwice(lists[list] ?? [], list, yaml, faults);
  const settings: Settings = {
    course,
    languages: [...new Set(lists.languages)],
    lessons: [...new Set(lists.lessons)],
    lessonsKnown: lists.lessons !== undefined,
    objectives: [...new Set(lists.objectives)],
    objectivesKnown: lists.objectives !== undefined,
    assessment: part(yaml, 'assessment'),
    place: (path) => yaml.place(path),
    placeOf: (list, name) => yaml.place([list, lists[list]?.indexOf(name) ?? 0]),
    keyPlace: (path, key) => yaml.keyPlace(path, key),
  };
  if (course) checkCompletion(course, yaml, faults);
  return settings;
}

function part<K extends keyof CourseSource>(yaml: YamlText, key: K): CourseSource[K] | undefined {
  const raw = (yaml.raw ?? {}) as Record<string, unknown>;
  const result = courseSource.shape[key].safeParse(raw[key]);
  return result.success ? (result.data as CourseSource[K]) : undefined;
}

function checkTwice(names: readonly string[], list: NamedList, yaml: YamlText, faults: Faults): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    faults.add('course.twice', yaml.place([list, index]), {
      message: `"${name}" stands twice among ${list}.`,
      expected: 'each once',
    });
  });
}

function checkCompletion({ completion, assessment }: CourseSource, yaml: YamlText, faults: Faults): void {
  const place = yaml.keyPlace([], 'completion');
  if (!completion.lessons && !completion.checks && !completion.assessment) {
    const words = {
      message: 'Nothing is asked for completion.',
      expected: 'at least one of lessons, checks and assessment: true',
    };
    faults.add('course.completion', place, words);
  }
  if (completion.assessment && !assessment) {
    const words = {
      message: 'Completion asks for an assessment, but the course has none.',
      expected: 'assessment: with a blueprint',
    };
    faults.add('course.completion', place, words);
  }
}
