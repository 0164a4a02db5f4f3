/** The rules for `tincan.xml`: an activity, its id, and what is launched. */
import type { Finding, Place } from '../findings.ts';
import { found } from '../rules/index.ts';
import { MOST_PLACES } from '../rules/rule.ts';
import { addressOf, type Names } from './address.ts';
import type { Describe } from './described.ts';
import { isAbsoluteIri } from './iri.ts';
import { allNamed, attribute, type Element } from './xml.ts';

export const TINCAN = 'tincan.xml';

export const describeTincan: Describe = (root, _text, names) => ({
  standards: ['xAPI'],
  title: allNamed(root, 'name')[0]?.text ?? '',
  launches: pagesOf(root),
  scorm: undefined,
  findings: check(root, names),
});

function check(root: Element, names: Names): Finding[] {
  const activities = allNamed(root, 'activity');
  const launches = allNamed(root, 'launch');
  if (root.name !== 'tincan' || activities.length === 0 || launches.length === 0)
    return [found('tincan-activity', 'There is no activity with a launch in it.', at([root]))];
  const nameless = activities.filter((one) => !isAbsoluteIri(attribute(one, 'id') ?? ''));
  // LRSs ask for the type of what is launched; questions below it are the course's own business
  const untyped = activities.filter((one) => {
    const type = attribute(one, 'type');
    return type !== undefined && type !== '' && !isAbsoluteIri(type);
  });
  return [
    ...(nameless[0]
      ? [
          found(
            'tincan-iri',
            `The id "${attribute(nameless[0], 'id') ?? ''}" is no absolute IRI.`,
            at(nameless),
          ),
        ]
      : []),
    ...(untyped[0]
      ? [found('tincan-type', `The type "${attribute(untyped[0], 'type') ?? ''}" is no IRI.`, at(untyped))]
      : []),
    ...launches.flatMap((launch) => checkLaunch(launch, names)),
  ];
}

function at(elements: readonly Element[]): { at: Place[] } {
  return { at: elements.slice(0, MOST_PLACES).map(({ line }) => ({ file: TINCAN, line })) };
}

function checkLaunch(launch: Element, names: Names): Finding[] {
  const { isAbsolute, name } = addressOf(launch.text);
  const where = { at: { file: TINCAN, line: launch.line } };
  if (name === '') return [found('tincan-launch', 'There is nothing in <launch>.', where)];
  if (isAbsolute && !/^https?:\/\//i.test(launch.text))
    return [
      found(
        'tincan-launch',
        `"${launch.text}" is no address that an LMS can launch: it begins with neither https:// nor http://.`,
        where,
      ),
    ];
  if (isAbsolute) return [found('launch-other-host', `It launches ${launch.text}.`, where)];
  if (names.has(name)) return [];
  const alike = names.alike(name);
  return [
    found(
      'tincan-launch',
      `"${name}" is launched and isn’t in the package.${alike ? ` There is "${alike}".` : ''}`,
      where,
    ),
  ];
}

function pagesOf(root: Element): string[] {
  return allNamed(root, 'launch').flatMap(({ text }) => {
    const { isAbsolute, name } = addressOf(text);
    return isAbsolute ? [] : [name];
  });
}
