/** The rules for `cmi5.xml` (cmi5 §13, §14): its schema may not travel with this project, so they say what it says. */
import type { Finding, Place } from '../findings.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES, type Found } from '../rules/rule.ts';
import { addressOf, type Names } from './address.ts';
import type { Describe } from './described.ts';
import { isAbsoluteIri } from './iri.ts';
import { allNamed, attribute, childOf, childrenOf, type Element } from './xml.ts';

export const CMI5 = 'cmi5.xml';
const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const MOVE_ON = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'];
const LAUNCH_METHODS = ['OwnWindow', 'AnyWindow'];
/** Names that a launch adds (cmi5 §8.1). */
const OF_THE_LAUNCH = new Set(['endpoint', 'fetch', 'actor', 'registration', 'activityid']);
/** What may stand in each element, in its order (the schema's sequences). `?` may be left out, `*` comes as often as it likes. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  courseStructure: ['course', 'objectives?', 'au|block*'],
  course: ['title', 'description'],
  block: ['title', 'description', 'objectives?', 'au|block*'],
  au: ['title', 'description', 'objectives?', 'url', 'launchParameters?', 'entitlementKey?'],
};
const WITH_ID = ['course', 'block', 'au', 'objective'];

function findingsOf(id: RuleId, elements: readonly Element[], message: string, more: Found = {}): Finding[] {
  if (elements.length === 0) return [];
  const places: Place[] = elements.slice(0, MOST_PLACES).map(({ line }) => ({ file: CMI5, line }));
  return [found(id, message, { at: places, ...more })];
}

export const describeCmi5: Describe = (root, _text, names) => {
  const course = childOf(root, 'course');
  return {
    standards: ['cmi5'],
    title: course ? (allNamed(course, 'langstring')[0]?.text ?? '') : '',
    launches: pagesOf(root),
    scorm: undefined,
    findings: check(root, names),
  };
};

function check(root: Element, names: Names): Finding[] {
  const units = allNamed(root, 'au');
  if (root.name !== 'courseStructure' || !childOf(root, 'course') || units.length === 0)
    return findingsOf(
      'cmi5-course',
      [root],
      'There is no course structure of cmi5 with a course and an au in it.',
    );
  const named = allNamed(root, ...WITH_ID).filter((one) => attribute(one, 'idref') === undefined);
  return [
    ...findingsOf(
      'cmi5-iri',
      named.filter((one) => !isAbsoluteIri(attribute(one, 'id') ?? '')),
      'An id is missing or no absolute IRI.',
    ),
    ...checkUnique(named),
    ...checkObjectives(root),
    ...units.flatMap((unit) => checkUrl(unit, names)),
    ...checkValues(units),
    ...findingsOf(
      'cmi5-namespace',
      root.namespace === NAMESPACE ? [] : [root],
      `Its namespace is "${root.namespace}".`,
    ),
    ...checkOrder(root),
  ];
}

function checkUnique(named: readonly Element[]): Finding[] {
  const seen = new Set<string>();
  const again = named.filter((one) => {
    const id = attribute(one, 'id') ?? '';
    return id !== '' && (seen.has(id) || !seen.add(id));
  });
  const first = again[0] && attribute(again[0], 'id');
  return findingsOf('cmi5-unique', again, `"${first ?? ''}" is there twice.`);
}

function checkObjectives(root: Element): Finding[] {
  const declared = new Set(allNamed(root, 'objective').map((one) => attribute(one, 'id')));
  const unknown = allNamed(root, 'objective').filter((one) => {
    const ref = attribute(one, 'idref');
    return ref !== undefined && !declared.has(ref);
  });
  return findingsOf('cmi5-objective', unknown, 'An objective is named that isn’t declared.');
}

function checkUrl(unit: Element, names: Names): Finding[] {
  const url = childOf(unit, 'url')?.text ?? '';
  const where = [childOf(unit, 'url') ?? unit];
  const query = (url.split('?')[1] ?? '').split('#')[0] ?? '';
  const taken = query
    .split('&')
    .map((pair) => (pair.split('=')[0] ?? '').toLowerCase())
    .filter((name) => OF_THE_LAUNCH.has(name));
  const { isAbsolute } = addressOf(url);
  const wrong = wrongWith(url, names);
  return [
    ...findingsOf('cmi5-url', wrong ? where : [], wrong),
    ...(isAbsolute && !wrong ? findingsOf('launch-other-host', where, `It launches ${url}.`) : []),
    ...findingsOf(
      'cmi5-query',
      taken.length > 0 ? where : [],
      `The url has ${taken.join(', ')} in its query.`,
    ),
  ];
}

/** Nothing where it leads to a page: of this zip, or of a web server. */
function wrongWith(url: string, names: Names): string {
  if (url === '') return 'There is no url.';
  if (/\s/.test(url)) return `The url "${url}" has a space in it.`;
  const { isAbsolute, hasBackslash, leaves, name } = addressOf(url);
  if (isAbsolute && /^https?:\/\//i.test(url) && isAbsoluteIri(url)) return '';
  if (isAbsolute)
    return `"${url}" is no address that an LMS can launch: it begins with neither https:// nor http://.`;
  if (hasBackslash) return `The url "${url}" has a backslash in it: write "/".`;
  if (leaves) return `The url "${url}" doesn’t begin at the top of this zip.`;
  return names.has(name) ? '' : `"${url}" is neither a file of this zip nor an absolute address.`;
}

function moveOn(unit: Element): string {
  return attribute(unit, 'moveOn') ?? 'NotApplicable';
}

function method(unit: Element): string {
  return attribute(unit, 'launchMethod') ?? 'AnyWindow';
}

function mastery(unit: Element): string {
  return attribute(unit, 'masteryScore') ?? '0';
}

function checkValues(units: readonly Element[]): Finding[] {
  return [
    ...findingsOf(
      'cmi5-value',
      units.filter((unit) => !MOVE_ON.includes(moveOn(unit))),
      `moveOn is one of ${MOVE_ON.join(', ')}.`,
    ),
    ...findingsOf(
      'cmi5-value',
      units.filter((unit) => !LAUNCH_METHODS.includes(method(unit))),
      `launchMethod is one of ${LAUNCH_METHODS.join(', ')}.`,
    ),
    ...findingsOf(
      'cmi5-value',
      units.filter(
        (unit) => !/^\+?(0?(\.\d{1,4})?|1(\.0{1,4})?)$|^0\.$/.test(mastery(unit)) || mastery(unit) === '',
      ),
      'masteryScore is a number from 0 to 1 with at most four decimals.',
    ),
    ...findingsOf(
      'cmi5-move-on',
      units.filter((unit) => moveOn(unit) === 'NotApplicable'),
      'moveOn is NotApplicable, or not said.',
    ),
  ];
}

function checkOrder(root: Element): Finding[] {
  const wrong = allNamed(root, ...Object.keys(CHILDREN)).filter(
    (element) => element.namespace === root.namespace && !inOrder(element, CHILDREN[element.name] ?? []),
  );
  const wordless = allNamed(root, 'title', 'description').filter(
    (one) => one.namespace === root.namespace && childrenOf(one, 'langstring').length === 0,
  );
  return [
    ...findingsOf(
      'cmi5-order',
      wrong,
      `In <${wrong[0]?.name ?? ''}> something is missing, too much, or not in its place.`,
    ),
    ...findingsOf('cmi5-order', wordless, 'A title or description has no <langstring>.'),
  ];
}

/** Elements of other namespaces are a vendor's own, and may follow. */
function inOrder({ children, namespace: own }: Element, expected: readonly string[]): boolean {
  const there = children.filter(({ namespace }) => namespace === own).map(({ name }) => name);
  for (const one of expected) {
    const names = one.replace(/[?*]$/, '').split('|');
    const isNext = (): boolean => names.includes(there[0] ?? '');
    if (one.endsWith('*')) while (isNext()) there.shift();
    else if (isNext()) there.shift();
    else if (!one.endsWith('?')) return false;
  }
  return there.length === 0;
}

function pagesOf(root: Element): string[] {
  return allNamed(root, 'au').flatMap((unit) => {
    const { isAbsolute, name } = addressOf(childOf(unit, 'url')?.text ?? '');
    return isAbsolute ? [] : [name];
  });
}
