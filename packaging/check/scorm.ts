/** Checks of a SCORM manifest: the schemas, what they miss, what LMSs stumble over, and what ours says besides. */
import { identifiers, isoMinutes, type PackageFacts } from '../pack/manifest/facts.ts';
import type { Edition } from '../pack/manifest/scorm2004.ts';
import { finder, type Finding } from './findings.ts';
import { inspect, type Getter } from './inspect.ts';
import { validateAgainst, type Schemas } from './schema.ts';

export const MANIFEST = 'imsmanifest.xml';
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

const law = finder('standard', MANIFEST);
const habit = finder('lms', MANIFEST);
const house = finder('house', MANIFEST);

/** @param names the files of the package */
export function checkScorm12(text: string, names: ReadonlySet<string>, schemas: Schemas): Finding[] {
  const schema = validateAgainst(schemas, 'scorm12edition', MANIFEST, text);
  if (schema.length > 0) return schema;
  return inspect(MANIFEST, text, SPACES12, (get) => [
    ...common(get, names),
    ...law(version(get) === '1.2', 'scorm-schemaversion', 'schemaversion must be exactly 1.2.'),
    ...law(
      get.count('//cp:resource/@adlcp:scormtype[. = "sco"]') > 0,
      'scorm-sco',
      'There is no SCO: no resource with adlcp:scormtype="sco" (small t in SCORM 1.2).',
    ),
    ...habit(
      get.count('//adlcp:masteryscore') === 0,
      'scorm12-masteryscore',
      'With adlcp:masteryscore an LMS decides pass and fail by itself, and marks learners failed who have tries left.',
    ),
  ]);
}

export function checkScorm2004(
  text: string,
  names: ReadonlySet<string>,
  schemas: Schemas,
  edition: Edition,
): Finding[] {
  const set = edition === '2004 3rd Edition' ? 'scorm20043rdedition' : 'scorm20044thedition';
  const schema = validateAgainst(schemas, set, MANIFEST, text);
  if (schema.length > 0) return schema;
  return inspect(MANIFEST, text, SPACES2004, (get) => [
    ...common(get, names),
    ...law(
      version(get) === edition,
      'scorm-schemaversion',
      `schemaversion must be exactly "${edition}": any other text is taken for SCORM 1.2 by some LMSs.`,
    ),
    ...law(
      get.count('//cp:resource/@adlcp:scormType[. = "sco"]') > 0,
      'scorm-sco',
      'There is no SCO: no resource with adlcp:scormType="sco" (capital T in SCORM 2004).',
    ),
    ...habit(
      get.count('//adlcp:completionThreshold | //@completedByMeasure') === 0,
      'scorm2004-completion-threshold',
      'With a completionThreshold the LMS computes completion anew, whatever the course says.',
      'warning',
    ),
    ...habit(
      get.count('//imsss:mapInfo | //imsss:primaryObjective') === 0,
      'scorm2004-objectives',
      'A primary objective or a mapInfo takes the place objectives.0 at run time.',
      'warning',
    ),
  ]);
}

function version(get: Getter): string {
  return get.one('string(/cp:manifest/cp:metadata/cp:schemaversion)');
}

function common(get: Getter, names: ReadonlySet<string>): Finding[] {
  const titles = get.all('//cp:item/cp:title | //cp:organization/cp:title');
  const resources = new Set(get.all('//cp:resource/@identifier'));
  const refs = get.all('//cp:item/@identifierref');
  const moved = get.count('//@xml:base') > 0;
  const missing = get
    .all('//cp:resource/@href | //cp:resource/cp:file/@href')
    .filter((href) => !/^[a-z]+:/i.test(href) && !names.has(fileOf(href)));
  return [
    ...law(
      refs.every((ref) => resources.has(ref)),
      'scorm-item-resource',
      'Every item must name a resource that is there.',
    ),
    ...law(
      moved || missing.length === 0,
      'scorm-files',
      `The manifest names what is not in the package: ${[...new Set(missing)].join(', ')}.`,
    ),
    ...habit(
      titles.length > 1 && titles.every((title) => title.length > 0 && title.length <= 255),
      'scorm-title',
      'Organization and items need a title of 1 to 255 characters.',
    ),
    ...habit(!moved, 'scorm-xml-base', 'Some LMSs disregard xml:base.', 'warning'),
    ...habit(
      get.count('/cp:manifest//cp:manifest') === 0,
      'scorm-submanifest',
      'Hardly an LMS reads submanifests.',
      'warning',
    ),
  ];
}

function fileOf(href: string): string {
  const path = href.split(/[?#]/)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a SCORM 1.2 manifest of ours holds to besides. */
export function checkOwnScorm12(text: string, facts: PackageFacts): Finding[] {
  return inspect(MANIFEST, text, SPACES12, (get) => own(get, facts));
}

/** What a SCORM 2004 manifest of ours holds to besides. */
export function checkOwnScorm2004(text: string, facts: PackageFacts): Finding[] {
  return inspect(MANIFEST, text, SPACES2004, (get) => [...own(get, facts), ...ownLom(get, facts)]);
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
