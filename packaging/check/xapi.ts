/**
 * Checks of `cmi5.xml` and `tincan.xml` by rule: neither schema travels with this project (a test holds `cmi5.xml`
 * against the standard's own where it is at hand).
 */
import { cmi5Ids } from '../pack/manifest/cmi5.ts';
import type { PackageFacts } from '../pack/manifest/facts.ts';
import { inspect, rule, type Getter } from './inspect.ts';

const CMI5 = { c: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' };
const TINCAN = { t: 'http://projecttincan.com/tincan.xsd' };

export function checkCmi5(text: string, facts: PackageFacts): string[] {
  const ids = cmi5Ids(facts);
  return inspect(text, CMI5, (get) => {
    const named = get.all('//@id');
    const refs = get.all('//c:au/c:objectives/c:objective/@idref');
    const mastery = get.one('string(//c:au/@masteryScore)');
    return [
      ...rule(
        get.count('/c:courseStructure/c:course') === 1 && get.count('//c:au') === 1,
        'one course and one AU',
      ),
      ...rule(
        named.every((id) => isAbsoluteIri(id)),
        'every id is an absolute IRI',
      ),
      ...rule(new Set(named).size === named.length, 'every id is unique'),
      ...rule(get.one('string(//c:au/@id)') === ids.au, `the AU's id is ${ids.au}, the same in every build`),
      ...rule(
        refs.every((ref) => named.includes(ref)),
        'every objective that the AU names is declared',
      ),
      ...rule(get.one('string(//c:au/c:url)') === facts.page, `the AU launches ${facts.page}`),
      ...rule(get.one('string(//c:au/@moveOn)') === moveOn(facts), `moveOn is ${moveOn(facts)}`),
      ...rule(
        mastery === '' ||
          (/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(mastery) && facts.course.assessment !== undefined),
        'masteryScore from 0 to 1 with at most 4 decimals',
      ),
      ...worded(get, facts, ['//c:course', '//c:au', '/c:courseStructure/c:objectives/c:objective']),
    ];
  });
}

export function checkTincan(text: string, facts: PackageFacts): string[] {
  return inspect(text, TINCAN, (get) => [
    ...rule(get.count('/t:tincan/t:activities/t:activity') === 1, 'one activity'),
    ...rule(
      get.one('string(//t:activity/@id)') === facts.course.iri && isAbsoluteIri(facts.course.iri),
      "the activity's id is the course's IRI",
    ),
    ...rule(get.one('string(//t:launch)') === facts.page, `the activity launches ${facts.page}`),
    ...rule(
      get.count('//t:name') === facts.texts.length && get.count('//t:description') === facts.texts.length,
      'a name and a description in each language',
    ),
  ]);
}

function moveOn(facts: PackageFacts): string {
  return facts.course.assessment ? 'CompletedAndPassed' : 'Completed';
}

function worded(get: Getter, facts: PackageFacts, elements: readonly string[]): string[] {
  return elements.flatMap((element) =>
    ['title', 'description'].flatMap((name) =>
      rule(
        get.count(`${element}[count(c:${name}/c:langstring[normalize-space()]) != ${facts.texts.length}]`) ===
          0,
        `${element} has a ${name} in each language`,
      ),
    ),
  );
}

function isAbsoluteIri(text: string): boolean {
  return URL.canParse(text) && /^[a-z][a-z0-9+.-]*:/i.test(text) && !/\s/.test(text);
}
