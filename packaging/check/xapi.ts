/**
 * Checks of `cmi5.xml` and `tincan.xml` by rule: neither schema travels with this project (a test holds `cmi5.xml`
 * against the standard's own where it is at hand).
 */
import { cmi5Ids } from '../pack/manifest/cmi5.ts';
import type { PackageFacts } from '../pack/manifest/facts.ts';
import { finder, type Finding } from './findings.ts';
import { inspect, type Getter } from './inspect.ts';

export const CMI5 = 'cmi5.xml';
export const TINCAN = 'tincan.xml';
const CMI5_SPACE = { c: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' };
const TINCAN_SPACE = { t: 'http://projecttincan.com/tincan.xsd' };
const MOVE_ON = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'];

/** cmi5 §13.1. @param names the files of the package */
export function checkCmi5(text: string, names: ReadonlySet<string>): Finding[] {
  const law = finder('standard', CMI5);
  return inspect(CMI5, text, CMI5_SPACE, (get) => {
    const named = get.all('//@id');
    const refs = get.all('//c:au/c:objectives/c:objective/@idref');
    const mastery = get.all('//c:au/@masteryScore');
    return [
      ...law(
        get.count('/c:courseStructure/c:course') === 1 && get.count('//c:au') > 0,
        'cmi5-course',
        'There must be one course and at least one AU.',
      ),
      ...law(named.every(isAbsoluteIri), 'cmi5-iri', 'Every id must be an absolute IRI.'),
      ...law(new Set(named).size === named.length, 'cmi5-unique', 'Every id must be unique.'),
      ...law(
        refs.every((ref) => named.includes(ref)),
        'cmi5-objective',
        'Every objective that an AU names must be declared.',
      ),
      ...law(
        get.all('//c:au/c:url').every((url) => isAbsoluteIri(url) || names.has(url.split(/[?#]/)[0] ?? '')),
        'cmi5-url',
        'Every AU must launch a page of the package, or an absolute address.',
      ),
      ...law(
        get.all('//c:au/@moveOn').every((value) => MOVE_ON.includes(value)),
        'cmi5-move-on',
        `moveOn must be one of: ${MOVE_ON.join(', ')}.`,
      ),
      ...law(
        mastery.every((score) => /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(score)),
        'cmi5-mastery',
        'masteryScore must be from 0 to 1 with at most 4 decimals.',
      ),
    ];
  });
}

export function checkTincan(text: string, names: ReadonlySet<string>): Finding[] {
  const law = finder('standard', TINCAN);
  return inspect(TINCAN, text, TINCAN_SPACE, (get) => [
    ...law(
      get.count('/t:tincan/t:activities/t:activity') > 0,
      'tincan-activity',
      'There must be an activity.',
    ),
    ...law(
      get.all('//t:activity/@id').every(isAbsoluteIri),
      'tincan-iri',
      "An activity's id must be an absolute IRI.",
    ),
    ...law(
      get.all('//t:launch').every((url) => isAbsoluteIri(url) || names.has(url.split(/[?#]/)[0] ?? '')),
      'tincan-launch',
      'The activity must launch a page of the package, or an absolute address.',
    ),
  ]);
}

/** What a `cmi5.xml` of ours holds to besides. */
export function checkOwnCmi5(text: string, facts: PackageFacts): Finding[] {
  const house = finder('house', CMI5);
  const ids = cmi5Ids(facts);
  const moveOn = facts.course.assessment ? 'CompletedAndPassed' : 'Completed';
  return inspect(CMI5, text, CMI5_SPACE, (get) => [
    ...house(get.count('//c:au') === 1, 'own-one-au', 'The course is one AU.'),
    ...house(
      get.one('string(//c:au/@id)') === ids.au,
      'own-identifier',
      `The AU's id must be ${ids.au}, the same in every build.`,
    ),
    ...house(get.one('string(//c:au/c:url)') === facts.page, 'own-page', `The AU launches ${facts.page}.`),
    ...house(get.one('string(//c:au/@moveOn)') === moveOn, 'own-move-on', `moveOn is ${moveOn}.`),
    ...house(
      get.count('//c:au/@masteryScore') > 0 === (facts.course.assessment !== undefined),
      'own-mastery',
      'There is a masteryScore where, and only where, something is graded.',
    ),
    ...['//c:course', '//c:au', '/c:courseStructure/c:objectives/c:objective'].flatMap((element) =>
      ['title', 'description'].flatMap((name) =>
        house(
          isWorded(get, element, name, facts),
          'own-languages',
          `${element} has a ${name} in each language.`,
        ),
      ),
    ),
  ]);
}

/** What a `tincan.xml` of ours holds to besides. */
export function checkOwnTincan(text: string, facts: PackageFacts): Finding[] {
  const house = finder('house', TINCAN);
  return inspect(TINCAN, text, TINCAN_SPACE, (get) => [
    ...house(get.count('//t:activity') === 1, 'own-one-activity', 'The course is one activity.'),
    ...house(
      get.one('string(//t:activity/@id)') === facts.course.iri,
      'own-identifier',
      "The activity's id is the course's IRI.",
    ),
    ...house(
      get.one('string(//t:launch)') === facts.page,
      'own-page',
      `The activity launches ${facts.page}.`,
    ),
    ...house(
      get.count('//t:name') === facts.texts.length && get.count('//t:description') === facts.texts.length,
      'own-languages',
      'There is a name and a description in each language.',
    ),
  ]);
}

function isWorded(get: Getter, element: string, name: string, { texts }: PackageFacts): boolean {
  return get.count(`${element}[count(c:${name}/c:langstring[normalize-space()]) != ${texts.length}]`) === 0;
}

function isAbsoluteIri(text: string): boolean {
  return URL.canParse(text) && /^[a-z][a-z0-9+.-]*:/i.test(text) && !/\s/.test(text);
}
