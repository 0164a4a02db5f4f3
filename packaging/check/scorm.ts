/** Checks of a SCORM manifest: the schemas, and rules for what they miss and LMSs stumble over. */
import { identifiers, isoMinutes, type PackageFacts } from '../pack/manifest/facts.ts';
import type { Edition } from '../pack/manifest/scorm2004.ts';
import { inspect, rule, type Getter } from './inspect.ts';
import { validateAgainst } from './schema.ts';

const CP12 = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const CP2004 = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const LOM = 'http://ltsc.ieee.org/xsd/LOM';

export function checkScorm12(text: string, facts: PackageFacts): string[] {
  const schema = validateAgainst('scorm12edition', text);
  if (schema.length > 0) return schema;
  return inspect(text, { cp: CP12, adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2' }, (get) => [
    ...common(get, facts),
    ...rule(
      get.one('string(/cp:manifest/cp:metadata/cp:schemaversion)') === '1.2',
      'schemaversion must be exactly 1.2',
    ),
    ...rule(
      get.count('//@adlcp:scormtype') === 1,
      'exactly one SCO: one adlcp:scormtype (small t in SCORM 1.2)',
    ),
    ...rule(
      get.count('//adlcp:masteryscore') === 0,
      'no adlcp:masteryscore: an LMS would decide pass and fail by itself',
    ),
  ]);
}

export function checkScorm2004(text: string, facts: PackageFacts, edition: Edition): string[] {
  const set = edition === '2004 3rd Edition' ? 'scorm20043rdedition' : 'scorm20044thedition';
  const schema = validateAgainst(set, text);
  if (schema.length > 0) return schema;
  const spaces = {
    cp: CP2004,
    lom: LOM,
    adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
    imsss: 'http://www.imsglobal.org/xsd/imsss',
  };
  return inspect(text, spaces, (get) => [
    ...common(get, facts),
    ...rule(
      get.one('string(/cp:manifest/cp:metadata/cp:schemaversion)') === edition,
      `schemaversion must be exactly "${edition}": any other text is taken for SCORM 1.2`,
    ),
    ...rule(
      get.count('//@adlcp:scormType') === 1,
      'exactly one SCO: one adlcp:scormType (capital T in SCORM 2004)',
    ),
    ...rule(get.count('//adlcp:completionThreshold | //@completedByMeasure') === 0, 'no completionThreshold'),
    ...rule(
      get.count('//imsss:mapInfo | //imsss:primaryObjective') === 0,
      'no mapInfo and no primary objective',
    ),
    ...lomRules(get, facts),
  ]);
}

function common(get: Getter, facts: PackageFacts): string[] {
  const ids = identifiers(facts.course);
  const titles = get.all('//cp:item/cp:title | //cp:organization/cp:title');
  const listed = get.all('//cp:resource/cp:file/@href');
  return [
    ...rule(
      titles.length === 2 && titles.every((title) => title.length > 0 && title.length <= 255),
      'a title of 1 to 255 characters',
    ),
    ...rule(get.one('string(/cp:manifest/@identifier)') === ids.manifest, `identifier ${ids.manifest}`),
    ...rule(
      get.one('string(//cp:item/@identifier)') === ids.item,
      `item identifier ${ids.item}, the same in every build`,
    ),
    ...rule(get.one('string(//cp:resource/@href)') === facts.page, `the resource launches ${facts.page}`),
    ...rule(
      get.one('string(//cp:item/@identifierref)') === get.one('string(//cp:resource/@identifier)'),
      'the item names the resource',
    ),
    ...rule(listed.join('\n') === facts.files.join('\n'), 'every file of the package is listed once'),
    ...rule(get.count('//@xml:base') === 0, 'no xml:base'),
    ...rule(get.count('/cp:manifest//cp:manifest') === 0, 'no submanifest'),
  ];
}

/** LOM's schema isn't at hand: what this project writes is checked by hand against IEEE 1484.12.1. */
function lomRules(get: Getter, facts: PackageFacts): string[] {
  const names = get.all('//lom:lom/*').length;
  const duration = get.one('string(//lom:typicalLearningTime/lom:duration)');
  const tags = get.all('//lom:string/@language');
  return [
    ...rule(names === 3 && get.count('//lom:lom') === 1, 'LOM holds general, lifeCycle and educational'),
    ...rule(
      get.one('string(//lom:general/lom:identifier/lom:entry)') === facts.course.iri,
      "LOM's identifier is the course's IRI",
    ),
    ...rule(
      get.count('//lom:general/lom:title/lom:string') === facts.texts.length,
      'LOM has a title in each language',
    ),
    ...rule(
      get.count('//lom:general/lom:description/lom:string') === facts.texts.length,
      'LOM has a description in each language',
    ),
    ...rule(
      get.all('//lom:keyword/lom:string').every((word) => word.length > 0 && word.length <= 1000),
      'LOM keywords of 1 to 1,000 characters',
    ),
    ...rule(duration === isoMinutes(facts.minutes), `typical learning time, not "${duration}"`),
    ...rule(
      tags.every((tag) => /^([A-Za-z]{2,3}(-[A-Za-z0-9]+)*|x-none)$/.test(tag)),
      'language tags of BCP 47',
    ),
  ];
}
