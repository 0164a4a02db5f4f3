/** What is right by the standard, and goes wrong in this or that LMS. */
import { several, type Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { at, linesOf as lines } from './places.ts';
import { launched, MANIFEST, within, type Manifest } from './scorm.ts';
import { allIn, attribute, childrenOf, type Element } from './xml.ts';

/** As Moodle looks for them. */
const PREFIXES: readonly (readonly [namespace: RegExp, prefix: string])[] = [
  [/^http:\/\/www\.adlnet\.org\/xsd\/adlcp_/, 'adlcp'],
  [/^http:\/\/www\.adlnet\.org\/xsd\/adlseq_/, 'adlseq'],
  [/^http:\/\/www\.adlnet\.org\/xsd\/adlnav_/, 'adlnav'],
  [/^http:\/\/www\.imsglobal\.org\/xsd\/imsss$/, 'imsss'],
];

export function checkHabits(manifest: Manifest): Finding[] {
  const scos = launched(manifest).filter(({ kind }) => kind === 'sco');
  const mastery = within(manifest, 'masteryscore');
  const bases = [...allIn(manifest.root)].filter(({ attributes }) =>
    attributes.some(({ name, prefix }) => name === 'base' && prefix === 'xml'),
  );
  return [
    ...at(
      'mastery-range',
      lines(mastery.filter((one) => !isScore(one))),
      () => `"${mastery.find((one) => !isScore(one))?.text ?? ''}" is no mastery score.`,
    ),
    ...at('xml-base', lines(bases), () => 'xml:base moves the addresses below it.'),
    ...at(
      'prefix',
      lines(oddPrefixes(manifest.root)),
      () => `It writes "${oddPrefixes(manifest.root)[0]?.prefix ?? ''}:" where LMSs look for another prefix.`,
    ),
    ...at(
      'submanifest',
      lines(submanifests(manifest.root)),
      (count) => `Within it: ${several(count, 'manifest')}.`,
    ),
    ...(scos.length > 1
      ? [
          found('sco-several', severalWords(scos.length, manifest.version), {
            at: scos.slice(0, 20).map(({ line }) => ({ file: MANIFEST, line })),
          }),
        ]
      : []),
    ...at(
      'sequencing',
      lines(sequencing(manifest)),
      (count) => `Rules of sequencing: in ${several(count, 'place')}.`,
    ),
    ...at(
      'objectives',
      lines(within(manifest, 'primaryObjective', 'mapInfo').filter(counts)),
      () => 'It has a primary objective with an id, or maps objectives.',
    ),
    ...at('threshold', lines(within(manifest, 'completionThreshold')), () => 'It has a completionThreshold.'),
    ...at(
      'mastery',
      lines(mastery.filter(isScore)),
      () => `Its mastery score is ${mastery.find(isScore)?.text ?? ''}.`,
    ),
  ];
}

function isScore({ text }: Element): boolean {
  return text !== '' && Number(text) >= 0 && Number(text) <= 100;
}

function severalWords(count: number, version: Manifest['version']): string {
  const moodle =
    version === '2004'
      ? 'Moodle is known for faults with several in SCORM 2004'
      : 'Moodle records each apart, and grades by the method that you choose';
  return `${count} SCOs are launched. ${moodle}.`;
}

/** An empty one is only a place for an id that the tool didn't need. */
function counts(element: Element): boolean {
  return element.name === 'mapInfo' || attribute(element, 'objectiveID') !== undefined;
}

function oddPrefixes(root: Element): Element[] {
  return [...allIn(root)].filter((element) =>
    [element, ...element.attributes].some(({ namespace, prefix }) => {
      const known = PREFIXES.find(([uri]) => uri.test(namespace));
      return known !== undefined && prefix !== known[1];
    }),
  );
}

function submanifests(root: Element): Element[] {
  return childrenOf(root, 'manifest');
}

/** What decides between items. One item's own flags (controlMode, deliveryControls) are in every package. */
function sequencing(manifest: Manifest): Element[] {
  return within(
    manifest,
    'sequencingRules',
    'limitConditions',
    'rollupRules',
    'randomizationControls',
  ).filter(({ children, attributes }) => children.length > 0 || attributes.length > 0);
}
