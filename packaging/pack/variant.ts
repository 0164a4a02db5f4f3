/** What a package's file name says of what was chosen in place of the course's own, so that variants lie side by side. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { CONDITION_NAMES } from '../../src/course/settings.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { shortHash } from '../hash.ts';

/** Of the hash of what would make a name too long. */
const HASH = 6;

/** @param languages those that were chosen; the compiler has left out the others */
export function variantOf(
  own: CompiledCourse,
  chosen: CompiledCourse,
  languages: readonly string[] = [],
): string {
  const [before, now] = [own.structure, chosen.structure];
  const [ruled, rules] = [before.assessment, now.assessment];
  return [
    ...(rules && rules.passMark !== ruled?.passMark ? [`pass${rules.passMark}`] : []),
    ...(rules && rules.tries !== ruled?.tries ? [triesWord(rules.tries)] : []),
    ...(now.gating === before.gating ? [] : [ORDERS[now.gating]]),
    ...(needs(now) === needs(before) ? [] : [needs(now)]),
    ...languages,
    ...(chosen.accent === own.accent ? [] : [`accent${chosen.accent?.slice(1)}`]),
    ...wordsHash(own, chosen),
  ].join('-');
}

const ORDERS: Readonly<Record<CourseStructure['gating'], string>> = {
  free: 'any-order',
  'in-order': 'in-order',
};

const triesWord = (tries: number | 'unlimited'): string =>
  tries === 'unlimited' ? 'unlimited-tries' : `tries${tries}`;

const needs = ({ completion }: CourseStructure): string =>
  ['needs', ...CONDITION_NAMES.filter((name) => completion[name])].join('-');

/** Title, organisation and logo: words may be long, and in letters that no file's name bears. */
function wordsHash(own: CompiledCourse, chosen: CompiledCourse): string[] {
  const [before, now] = [wordsOf(own), wordsOf(chosen)];
  const different = now.map((word, at) => (word === before[at] ? null : word));
  if (different.every((word) => word === null)) return [];
  return [shortHash(new TextEncoder().encode(JSON.stringify(different)), HASH)];
}

/** The logo's name carries a hash of the picture. */
function wordsOf({ structure: { languages, organisation }, texts }: CompiledCourse): (string | undefined)[] {
  const titles = languages.map((language) => texts[language]?.title);
  return [JSON.stringify(titles), organisation?.name, organisation?.logo];
}
