/** Puts the parts of a faultless course together. */
import type {
  AssessmentSettings,
  Block,
  CourseStructure,
  Item,
  LessonStructure,
  SectionStructure,
  Source,
} from '../../src/course/compiled.ts';
import { isLazy, type CountingKind } from '../../src/course/kinds.ts';
import { learningMinutes } from '../../src/course/minutes.ts';
import type { Portraits } from '../../src/course/portraits.ts';
import { choosable } from '../../src/course/settings.ts';
import type { CourseSource, LedgerItem } from '../../src/course/source.ts';
import { ownField } from '../own-field.ts';
import type { BuiltItem, BuiltLanguage } from './language.ts';
import { removedItems, type Ledger, type LedgerIds } from './ledger.ts';
import type { MediaStore } from './media.ts';
import type { Settings } from './settings.ts';
import type { CompiledCourse, CourseWords, ItemMarks } from './types.ts';

export function ledgerIds(built: BuiltLanguage, settings: Settings): LedgerIds {
  return {
    lessons: built.lessons.map(({ id, file }) => ({ id, place: { file, offset: 0 } })),
    blocks: built.lessons.flatMap(({ sections }) =>
      sections.flatMap((section) => [
        ...(section.id ? [{ id: section.id, place: section.place }] : []),
        ...section.counting.map(({ id }) => ({ id, place: built.ids.place(id) ?? section.place })),
      ]),
    ),
    items: built.bank.map(({ item, place }) => ({ id: item.id, place })),
    objectives: settings.objectives.map((id) => ({ id, place: settings.placeOf('objectives', id) })),
  };
}

/** What the ledger keeps of each item, so that reports can name it when it is gone. */
export const ledgerWords = ({ bank }: BuiltLanguage): Record<string, LedgerItem> =>
  Object.fromEntries(
    bank.map(({ item: { id, name, objective, teaches } }) => [
      id,
      { title: name, objective, section: teaches },
    ]),
  );

interface Parts {
  course: CourseSource;
  built: readonly BuiltLanguage[];
  sources: readonly Source[];
  media: MediaStore;
  portraits: Portraits;
  logo: string | undefined;
  ledger: Ledger;
}

export function assemble({ course, built, sources, media, portraits, logo, ledger }: Parts): CompiledCourse {
  const [first] = built as [BuiltLanguage, ...BuiltLanguage[]];
  const structure = structureOf(course, first, built, ledger, logo);
  return {
    structure,
    texts: byLanguage(built, wordsOf),
    lessons: byLanguage(built, ({ lessons }) => byId(lessons.map(({ content }) => content))),
    banks: course.assessment
      ? byLanguage(built, ({ language, bank }) => ({
          language,
          items: numbered(
            inOrder(
              bank,
              built.map((other) => other.bank),
            ),
            (id) => ownField(ledger.items, id) ?? -1,
          ),
        }))
      : {},
    marks: marksOf(first),
    practice: byLanguage(built, (language) => practiceOf(language, built)),
    glossary: byLanguage(built, ({ glossary }) => glossary),
    sources,
    pages: byLanguage(built, ({ pages }) => byId(pages)),
    media: media.list(),
    portraits,
    highest: {
      blocks: highestOf(ledger.blocks),
      items: highestOf(ledger.items),
      objectives: highestOf(ledger.objectives),
    },
    removed: removedItems(ledger),
    minutes: learningMinutes(structure),
  };
}

const highestOf = (numbers: Readonly<Record<string, number>>): number =>
  Math.max(-1, ...Object.values(numbers));

function byLanguage<T>(
  built: readonly BuiltLanguage[],
  make: (language: BuiltLanguage) => T,
): Record<string, T> {
  return Object.fromEntries(built.map((language) => [language.language, make(language)]));
}

function byId<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((entry) => [entry.id, entry]));
}

function structureOf(
  course: CourseSource,
  first: BuiltLanguage,
  built: readonly BuiltLanguage[],
  ledger: Ledger,
  logo: string | undefined,
): CourseStructure {
  const name = course.organisation?.name;
  const organisation = { ...(name === undefined ? {} : { name }), ...(logo === undefined ? {} : { logo }) };
  const assessment = course.assessment && assessmentOf(course, course.assessment);
  return {
    id: course.id,
    iri: course.iri,
    version: course.version,
    languages: built.map(({ language }) => language),
    ...(Object.keys(organisation).length ? { organisation } : {}),
    ...settingsOf(course),
    completion: course.completion,
    ...(assessment ? { assessment } : {}),
    status12: course.status12,
    objectives: course.objectives.map((id) => ({
      id,
      no: ownField(ledger.objectives, id) ?? -1,
      graded: !!course.assessment && Object.hasOwn(course.assessment.blueprint, id),
    })),
    lessons: lessonsOf(first, ledger),
    files: {},
  };
}

/** What stands in the structure as in the settings of the course, under the same name. */
function settingsOf(course: CourseSource): Pick<CourseSource, keyof typeof choosable.course> {
  const names = Object.keys(choosable.course) as (keyof typeof choosable.course)[];
  const given = names.filter((name) => course[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, course[name]])) as ReturnType<typeof settingsOf>;
}

function assessmentOf(
  { objectives }: CourseSource,
  source: NonNullable<CourseSource['assessment']>,
): AssessmentSettings {
  const { blueprint, ...settings } = source;
  const graded = objectives.filter((id) => Object.hasOwn(blueprint, id));
  return {
    ...settings,
    blueprint: graded.map((objective) => ({ objective, count: ownField(blueprint, objective) ?? 0 })),
  };
}

function lessonsOf(first: BuiltLanguage, ledger: Ledger): LessonStructure[] {
  return first.lessons.map(({ id, front, sections, content }) => ({
    id,
    no: ownField(ledger.lessons, id) ?? -1,
    minutes: front?.minutes ?? 0,
    optional: front?.optional ?? false,
    objectives: front?.objectives ?? [],
    sections: sections.map((section, index) => ({
      id: section.id,
      no: ownField(ledger.blocks, section.id) ?? -1,
      optional: section.optional,
      blocks: section.counting.map((block) => ({
        id: block.id,
        no: ownField(ledger.blocks, block.id) ?? -1,
        kind: block.kind,
      })),
      ...besides(content.sections[index]?.blocks ?? [], section.counting),
    })),
  }));
}

function besides(
  blocks: readonly Block[],
  counting: readonly { kind: CountingKind }[],
): Pick<SectionStructure, 'besides'> {
  const known = new Set<string>(counting.map(({ kind }) => kind));
  const kinds = new Set(blocks.map(({ kind }) => kind).filter(isLazy));
  const others = [...kinds].filter((kind) => !known.has(kind));
  return { ...(others.length > 0 && { besides: others }) };
}

function wordsOf(built: BuiltLanguage): CourseWords {
  const { language, text, disclaimer, lessons, pages } = built;
  if (!text) throw new Error(`Words of ${language} are missing without a fault.`);
  return {
    language,
    title: text.title,
    description: text.description,
    keywords: text.keywords,
    objectives: text.objectives,
    lessons: Object.fromEntries(
      lessons.map(({ content }) => [
        content.id,
        {
          title: content.title,
          sections: Object.fromEntries(content.sections.map(({ id, title }) => [id, title])),
        },
      ]),
    ),
    pages: Object.fromEntries(pages.map(({ id, title }) => [id, title])),
    ...(disclaimer === undefined ? {} : { disclaimer }),
    help: text.help,
  };
}

/** The first language's, which every other has to agree with. */
function marksOf({ bank, practice }: BuiltLanguage): Record<string, ItemMarks> {
  const items = [...bank, ...practice.flatMap((file) => file.items)];
  return Object.fromEntries(
    items.map(({ item, value: { needs, keyLooks } }) => [
      item.id,
      { ...(needs ? { needs } : {}), ...(keyLooks ? { keyLooks } : {}) },
    ]),
  );
}

/** The first language's order, so that a draw gives the same form whatever language is shown. `all`: of each language. */
function inOrder(own: readonly BuiltItem[], all: readonly (readonly BuiltItem[])[]): Item[] {
  const byItem = new Map(own.map(({ item }) => [item.id, item]));
  return (all[0] ?? []).flatMap(({ item: { id, name } }) => {
    const item = byItem.get(id);
    return item ? { ...accepting(item, all), ...(item.name === name ? {} : { recordName: name }) } : [];
  });
}

/** A word that was right when it was written stays right when another language is chosen: each accepts all, its own first. */
function accepting(item: Item, all: readonly (readonly BuiltItem[])[]): Item {
  if (item.type !== 'fill-in') return item;
  const others = all.flatMap((items) =>
    items.flatMap(({ item: other }) =>
      other.id === item.id && other.type === 'fill-in' ? other.accept : [],
    ),
  );
  return { ...item, accept: [...new Set([...item.accept, ...others])] };
}

function numbered(items: readonly Item[], numberOf: (id: string, index: number) => number): Item[] {
  return items.map((item, index) => ({ ...item, no: numberOf(item.id, index) }));
}

function practiceItems({ practice }: BuiltLanguage, name: string): readonly BuiltItem[] {
  return practice.find((file) => file.name === name)?.items ?? [];
}

/** Practice leaves nothing in the saved state, so its numbers just run on. */
function practiceOf(language: BuiltLanguage, built: readonly BuiltLanguage[]): Record<string, Item[]> {
  let next = 0;
  return Object.fromEntries(
    (built[0]?.practice ?? []).map(({ name }) => {
      const all = built.map((other) => practiceItems(other, name));
      return [name, numbered(inOrder(practiceItems(language, name), all), () => next++)];
    }),
  );
}
