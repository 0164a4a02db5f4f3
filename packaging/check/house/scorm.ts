/** What a SCORM manifest of ours says besides what any vendor's must. */
import { identifiers, isoMinutes, type PackageFacts } from '../../pack/manifest/facts.ts';
import type { Edition } from '../../pack/manifest/scorm2004.ts';
import { finder, type Finding } from '../findings.ts';
import { MANIFEST } from '../manifest/scorm.ts';
import { inspect, type Getter } from './inspect.ts';

const SPACES12 = {
  cp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
};
const SPACES2004 = {
  cp: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  lom: 'http://ltsc.ieee.org/xsd/LOM',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
  imsss: 'http://www.imsglobal.org/xsd/imsss',
};

const house = finder('house', MANIFEST);

/** What a SCORM 1.2 manifest of ours holds to besides. */
export function checkOwnScorm12(text: string, facts: PackageFacts): Finding[] {
  return inspect(MANIFEST, text, SPACES12, (get) => [
    ...own(get, facts),
    ...house(
      get.count('//adlcp:masteryscore') === 0,
      'own-mastery',
      'With adlcp:masteryscore an LMS decides pass and fail by itself, and marks learners failed who have tries left.',
    ),
  ]);
}

/** What a SCORM 2004 manifest of ours holds to besides. */
export function checkOwnScorm2004(text: string, facts: PackageFacts, edition: Edition): Finding[] {
  return inspect(MANIFEST, text, SPACES2004, (get) => [
    ...own(get, facts),
    ...ownLom(get, facts),
    ...house(
      get.one('string(/cp:manifest/cp:metadata/cp:schemaversion)') === edition,
      'own-version',
      `schemaversion must be exactly "${edition}".`,
    ),
    ...house(
      get.count('//adlcp:completionThreshold | //imsss:mapInfo | //imsss:primaryObjective') === 0,
      'own-computed',
      'With a completionThreshold or mapped objectives the LMS computes anew what the course says.',
    ),
  ]);
}

function own(get: Getter, facts: PackageFacts): Finding[] {
  const ids = identifiers(facts.course);
  const listed = get.all('//cp:resource/cp:file/@href');
  return [
    ...house(get.count('//cp:item') === 1, 'own-one-sco', 'The course is one SCO.'),
    ...house(
      get.one('string(/cp:manifest/@identifier)') === ids.manifest,
      'own-identifier',
      `The manifest's identifier must be ${ids.manifest}.`,
    ),
    ...house(
      get.one('string(//cp:item/@identifier)') === ids.item,
      'own-item-identifier',
      `The item identifier must be ${ids.item}, the same in every build.`,
    ),
    ...house(
      get.one('string(//cp:resource/@href)') === facts.page,
      'own-page',
      `The resource launches ${facts.page}.`,
    ),
    ...house(
      listed.join('\n') === facts.files.join('\n'),
      'own-files',
      'Every file of the package must be listed, once.',
    ),
  ];
}

function lom(holds: boolean, message: string): Finding[] {
  return house(holds, 'own-lom', message);
}

/** LOM's schema isn't at hand: what this project writes is checked by hand against IEEE 1484.12.1. */
function ownLom(get: Getter, facts: PackageFacts): Finding[] {
  const names = get.all('//lom:lom/*').length;
  const duration = get.one('string(//lom:typicalLearningTime/lom:duration)');
  const tags = get.all('//lom:string/@language');
  const each = (path: string): boolean => get.count(`${path}/lom:string`) === facts.texts.length;
  return [
    ...lom(names === 3 && get.count('//lom:lom') === 1, 'LOM holds general, lifeCycle and educational.'),
    ...lom(
      get.one('string(//lom:general/lom:identifier/lom:entry)') === facts.course.iri,
      "LOM's identifier is the course's IRI.",
    ),
    ...lom(each('//lom:general/lom:title'), 'LOM has a title in each language.'),
    ...lom(each('//lom:general/lom:description'), 'LOM has a description in each language.'),
    ...lom(
      get.all('//lom:keyword/lom:string').every((word) => word.length > 0 && word.length <= 1000),
      'LOM keywords have 1 to 1,000 characters.',
    ),
    ...lom(
      duration === isoMinutes(facts.minutes),
      `The typical learning time is ${isoMinutes(facts.minutes)}, not "${duration}".`,
    ),
    ...lom(
      tags.every((tag) => /^([A-Za-z]{2,3}(-[A-Za-z0-9]+)*|x-none)$/.test(tag)),
      'Language tags are those of BCP 47.',
    ),
  ];
}
