/** What a `cmi5.xml` and a `tincan.xml` of ours say besides what any vendor's must. */
import { cmi5Ids } from '../../pack/manifest/cmi5.ts';
import type { PackageFacts } from '../../pack/manifest/facts.ts';
import { finder, type Finding } from '../findings.ts';
import { CMI5 } from '../manifest/cmi5.ts';
import { TINCAN } from '../manifest/tincan.ts';
import { inspect, type Getter } from './inspect.ts';

const CMI5_SPACE = { c: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' };
const TINCAN_SPACE = { t: 'http://projecttincan.com/tincan.xsd' };

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
