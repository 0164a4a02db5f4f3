/**
 * What whoever packages a course may choose in place of the course's own: one schema, which flags, pages and tests read.
 * Everything may be left out.
 */
import { z } from 'zod';
import { choosable, CONDITION_NAMES, RULES } from '../../src/course/settings.ts';
import { languageTag } from '../../src/course/source.ts';
import { fields, oneOf } from '../../src/course/source-words.ts';
import { givenLogo } from '../compile/logo.ts';
import type { MediaFile } from '../compile/media.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { UsageError } from '../failures.ts';
import { STANDARDS } from './standards.ts';
import { variantOf } from './variant.ts';

const KNOWN = STANDARDS.map(({ id }) => id) as [string, ...string[]];

export const choicesSchema = fields({
  ...fields(RULES).partial().shape,
  /** By the name or path of its file. */
  logo: fields({
    name: z.string(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }).optional(),
  /** What must be done, and nothing else. */
  completion: z.array(oneOf(CONDITION_NAMES)).min(1).optional(),
  /** Only these of the course's; the first of them is the default. The compiler reads it. */
  languages: z.array(languageTag).min(1).optional(),
  /** Ids from the registry; all of them where left out. */
  standards: z.array(oneOf(KNOWN)).min(1).optional(),
});
export type Choices = z.output<typeof choicesSchema>;

/**
 * The course with what was chosen.
 * @throws UsageError where the course can't have it, or the logo is no picture
 * @throws CourseErrors where the logo holds what may not reach a learner
 */
export function choose(course: CompiledCourse, choices: Choices): CompiledCourse {
  const changed = withChoices(course, choices);
  const variant = variantOf(course, changed, choices.languages);
  return variant === '' ? changed : { ...changed, variant };
}

function withChoices(course: CompiledCourse, choices: Choices): CompiledCourse {
  const { title } = choices;
  const { id, iri, version, languages, organisation: _own, ...rest } = course.structure;
  const logo = choices.logo && givenLogo(choices.logo.name, choices.logo.bytes);
  const organisation = organisationOf(course, choices, logo);
  const assessment = assessmentOf(course, choices);
  return {
    ...course,
    ...chosen(choosable.look, choices),
    structure: {
      id,
      iri,
      version,
      languages,
      ...(organisation && { organisation }),
      ...rest,
      ...chosen(choosable.course, choices),
      ...chosen(choosable.pack, choices),
      completion: completionOf(course, choices),
      ...(assessment && { assessment }),
    },
    texts: title === undefined ? course.texts : titled(course.texts, title),
    media: logo ? withLogo(course, logo) : course.media,
  };
}

/** Of a group of settings those that were chosen. */
function chosen<K extends keyof Choices>(
  group: Readonly<Record<K, unknown>>,
  choices: Choices,
): { [name in K]?: NonNullable<Choices[name]> } {
  const names = Object.keys(group) as K[];
  const given = names.filter((name) => choices[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, choices[name]])) as {
    [name in K]?: NonNullable<Choices[name]>;
  };
}

function titled(texts: CompiledCourse['texts'], title: string): CompiledCourse['texts'] {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { ...text, title }]));
}

function organisationOf(
  { structure }: CompiledCourse,
  { organisation: name }: Choices,
  logo: MediaFile | undefined,
): CompiledCourse['structure']['organisation'] {
  if (name === undefined && !logo) return structure.organisation;
  return { ...structure.organisation, ...(name !== undefined && { name }), ...(logo && { logo: logo.name }) };
}

function assessmentOf(
  { structure: { assessment } }: CompiledCourse,
  choices: Choices,
): CompiledCourse['structure']['assessment'] {
  const settings = chosen(choosable.assessment, choices);
  const [name] = Object.keys(settings);
  if (!assessment && name !== undefined) throw unassessed(`no ${name}`);
  return assessment && { ...assessment, ...settings };
}

function completionOf(
  { structure }: CompiledCourse,
  { completion }: Choices,
): CompiledCourse['structure']['completion'] {
  if (!completion) return structure.completion;
  if (completion.includes('assessment') && !structure.assessment)
    throw unassessed('no completion by an assessment');
  const rule = CONDITION_NAMES.map((name) => [name, completion.includes(name)]);
  return Object.fromEntries(rule) as CompiledCourse['structure']['completion'];
}

function unassessed(what: string): UsageError {
  return new UsageError(`This course has no assessment, so it takes ${what}.`);
}

/** The logo that it stands in place of goes, unless content shows the same picture. */
function withLogo(course: CompiledCourse, logo: MediaFile): MediaFile[] {
  const { structure, media, texts, lessons, banks, practice, glossary, pages } = course;
  const old = structure.organisation?.logo;
  const content = JSON.stringify([texts, lessons, banks, practice, glossary, pages]);
  const kept = media.filter(({ name }) => name !== logo.name && (name !== old || content.includes(name)));
  return [...kept, logo].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
