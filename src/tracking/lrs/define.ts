/**
 * What a statement is about: the activity's IRI and its definition (xAPI 1.0.3, 2.4.4.1) in as many of the course's
 * languages as are loaded. IRIs are made of the course's own and of ids from the course files, so they are stable.
 */
import type { Block, CourseStructure, Question } from '../../course/compiled.ts';
import { kindOf } from '../../learning/items/index.ts';
import { interactionType, patterns, SPELLING_2004 } from '../scorm/formats.ts';
import type { About, Activity, Component, Definition, LanguageMap } from './types.ts';
import type { CourseTexts } from './course-texts.ts';

/** Of ADL's vocabulary, https://w3id.org/xapi/adl. */
const TYPES = {
  course: 'http://adlnet.gov/expapi/activities/course',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  assessment: 'http://adlnet.gov/expapi/activities/assessment',
  try: 'http://adlnet.gov/expapi/activities/attempt',
  objective: 'http://adlnet.gov/expapi/activities/objective',
  item: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  block: 'http://adlnet.gov/expapi/activities/cmi.interaction',
} as const;

export interface Defined {
  activity: Activity;
  /** The words of every language of the course are in it. */
  whole: boolean;
}

export function define(
  course: CourseStructure,
  texts: CourseTexts,
  about: About,
  id = iriOf(course, about),
): Defined {
  const definition = { type: TYPES[about.of], ...textsOf(texts, about) };
  const languages = Object.keys(definition.name ?? definition.description ?? {}).length;
  return {
    activity: { objectType: 'Activity', id, definition },
    whole: languages === course.languages.length,
  };
}

export function iriOf({ iri }: Pick<CourseStructure, 'iri'>, about: About): string {
  switch (about.of) {
    case 'course':
      return iri;
    case 'lesson':
      return `${iri}/lessons/${about.lesson}`;
    case 'assessment':
      return `${iri}/assessment`;
    case 'try':
      return `${iri}/assessment/tries/${about.number}`;
    case 'objective':
      return `${iri}/objectives/${about.id}`;
    case 'item':
      return `${iri}/items/${about.id}`;
    case 'block':
      return `${iri}/lessons/${about.lesson}/activities/${about.id}`;
  }
}

/**
 * The part of the course that an activity in a statement's context is; undefined for everybody else's.
 * @param launched What the LMS calls the course.
 */
export function aboutOf(
  { iri }: Pick<CourseStructure, 'iri'>,
  launched: string,
  id: string,
): About | undefined {
  if (id === iri || id === launched) return { of: 'course' };
  if (!id.startsWith(`${iri}/`)) return undefined;
  const [kind, one, number] = id.slice(iri.length + 1).split('/');
  if (kind === 'assessment')
    return number === undefined ? { of: 'assessment' } : { of: 'try', number: Number(number) };
  if (one === undefined) return undefined;
  if (kind === 'lessons') return { of: 'lesson', lesson: one };
  return kind === 'objectives' ? { of: 'objective', id: one } : undefined;
}

/** What stands in the context: its type and name. What there is to say beyond that is said of objects. */
export function brief(course: CourseStructure, texts: CourseTexts, about: About, id?: string): Defined {
  const { activity, whole } = define(course, texts, about, id);
  const { type, name } = activity.definition!;
  return { activity: { ...activity, definition: { type, ...(name && { name }) } }, whole };
}

/** An extension of this course's own. */
export const extension = (course: Pick<CourseStructure, 'iri'>, name: string): string =>
  `${course.iri}/extensions/${name}`;

function textsOf(texts: CourseTexts, about: About): Omit<Definition, 'type'> {
  switch (about.of) {
    case 'course':
      return {
        ...named('name', texts.texts(), (text) => text.title),
        ...named('description', texts.texts(), (text) => text.description),
      };
    case 'lesson':
      return named('name', texts.texts(), (text) => text.lessons[about.lesson]?.title);
    case 'assessment':
      return named('name', texts.texts(), (text) => text.ui['test.title'] ?? text.title);
    case 'try':
      return named('name', texts.texts(), (text) =>
        (text.ui['results.try'] ?? text.title).replace('{number}', String(about.number)),
      );
    case 'objective':
      return named('name', texts.texts(), (text) => text.objectives[about.id]);
    case 'item': {
      const items = entries(texts.banks(), (bank) => bank.items.find(({ id }) => id === about.id));
      const names = named('name', new Map(items), (item) => item.name);
      return items.length === 0 ? {} : { ...names, ...interaction(items) };
    }
    case 'block':
      return wordsOfBlock(
        entries(texts.lesson(about.lesson), (lesson) =>
          blocksOf(lesson).find((found) => isBlock(found, about.id)),
        ),
      );
  }
}

const blocksOf = (lesson: { sections: readonly { blocks: readonly Block[] }[] }): Block[] =>
  lesson.sections.flatMap(({ blocks }) => blocks);

const isBlock = (block: Block, id: string): boolean =>
  (block.kind === 'check' || block.kind === 'scenario') && block.id === id;

type InLanguages<Value> = readonly (readonly [language: string, value: Value])[];

function wordsOfBlock(found: InLanguages<Block>): Omit<Definition, 'type'> {
  const questions = found.flatMap(([language, it]) =>
    it.kind === 'check' ? [[language, it.question] as const] : [],
  );
  // A check has no name of its own: its question is what people know it by
  if (questions.length > 0)
    return {
      ...named('name', new Map(questions), ({ plain: text }) => short(text)),
      ...interaction(questions),
    };
  const scenarios = found.flatMap(([language, it]) =>
    it.kind === 'scenario' ? [[language, it] as const] : [],
  );
  if (scenarios.length === 0) return {};
  // Every choice of every scene: the way taken is the list of those made, in order. There is no one right way.
  const choices = scenarios.map(([language, it]) => {
    const all = it.scenes.flatMap((scene) =>
      scene.choices.map((choice) => ({ id: wayPoint(scene.id, choice.id), plain: plain(choice.text) })),
    );
    return [language, all] as const;
  });
  return {
    ...named('name', new Map(scenarios), (it) => it.title),
    ...named('description', new Map(scenarios), (it) => plain(it.intro)),
    interactionType: 'sequencing',
    choices: components(choices),
  };
}

/** A choice of a scenario among the components of its definition. */
export const wayPoint = (scene: string, choice: string): string => `${scene}.${choice}`;

/** An interaction's definition. The keys are the same in every language. */
function interaction(questions: InLanguages<Question>): Omit<Definition, 'type'> {
  const [, first] = questions[0]!;
  return {
    ...named('description', new Map(questions), ({ plain: text }) => text),
    interactionType: interactionType(first),
    correctResponsesPattern: responsePatterns(first),
    ...componentLists(questions),
  };
}

/** xAPI's names for the lists that an interaction chooses from (1.0.3, 2.4.4.1): one list, or two that are matched. */
function componentLists(questions: InLanguages<Question>): Partial<Definition> {
  const lists = questions.map(([language, question]) => [language, partsOf(question)] as const);
  const at = (index: number): Component[] =>
    components(lists.map(([language, parts]) => [language, parts[index] ?? []] as const));
  switch (lists[0]![1].length) {
    case 0:
      return {};
    case 1:
      return { choices: at(0) };
    default:
      return { source: at(0), target: at(1) };
  }
}

const partsOf = (question: Question) => kindOf(question.type).parts(question);

/** The item's own pattern, whether or not its words are loaded. Upper and lower case are the same to a fill-in. */
function responsePatterns(question: Question): string[] {
  const written = patterns(question, SPELLING_2004);
  const free = kindOf(question.type).interaction === 'fill-in';
  return free ? written.map((text) => `{case_matters=false}${text}`) : written;
}

function components(lists: InLanguages<readonly { id: string; plain: string }[]>): Component[] {
  const ids = [...new Set(lists.flatMap(([, list]) => list.map(({ id }) => id)))];
  return ids.map((id): Component => {
    const description = lists.flatMap(([language, list]) => {
      const text = list.find((other) => other.id === id)?.plain;
      return text ? [[language, text] as const] : [];
    });
    return description.length === 0 ? { id } : { id, description: Object.fromEntries(description) };
  });
}

function entries<From, To>(
  from: ReadonlyMap<string, From>,
  pick: (value: From) => To | undefined,
): [string, To][] {
  return [...from].flatMap(([language, value]) => {
    const found = pick(value);
    return found === undefined ? [] : [[language, found] as [string, To]];
  });
}

function named<Name extends 'name' | 'description', From>(
  name: Name,
  from: ReadonlyMap<string, From>,
  pick: (value: From) => string | undefined,
): Partial<Record<Name, LanguageMap>> {
  const found = entries(from, (value) => pick(value) || undefined);
  return found.length === 0 ? {} : ({ [name]: Object.fromEntries(found) } as Record<Name, LanguageMap>);
}

/** A name fits on a line. */
const LINE = 100;

function short(text: string): string {
  if (text.length <= LINE) return text;
  const cut = text.slice(0, LINE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LINE - 30)).trimEnd()}…`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The compiler's HTML as one line of text. */
export function plain(html: string): string {
  return html
    .replace(/<(br|\/p|\/li|\/h\d)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    })
    .replace(/\s+/g, ' ')
    .trim();
}
