import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it, test } from 'vitest';
import { cmi5Structure } from '../../../packaging/pack/manifest/cmi5.ts';
import { isoMinutes, type PackageFacts } from '../../../packaging/pack/manifest/facts.ts';
import { scorm12Manifest } from '../../../packaging/pack/manifest/scorm12.ts';
import { scorm2004Manifest } from '../../../packaging/pack/manifest/scorm2004.ts';
import { tincan } from '../../../packaging/pack/manifest/tincan.ts';
import { show } from '../../../packaging/check/findings.ts';
import { Names } from '../../../packaging/check/manifest/address.ts';
import { checkManifests } from '../../../packaging/check/manifest/manifests.ts';
import { OWN_CHECKS } from '../../../packaging/check/house/standards.ts';
import { readSchemas } from '../../../packaging/commands/schemas.ts';
import { course, facts } from './facts.ts';

interface Kind {
  name: string;
  write(facts: PackageFacts): string;
}

const KINDS: Kind[] = [
  { name: 'scorm12', write: scorm12Manifest },
  { name: 'scorm2004-3', write: (f) => scorm2004Manifest(f, '2004 3rd Edition') },
  { name: 'scorm2004-4', write: (f) => scorm2004Manifest(f, '2004 4th Edition') },
  { name: 'cmi5', write: cmi5Structure },
  { name: 'xapi', write: tincan },
];

const schemas = await readSchemas();

/** As sentences, whether any manifest may not be so or just ours. */
function check(standard: string, text: string, about: PackageFacts): string[] {
  const its = OWN_CHECKS.find(({ id }) => id === standard);
  if (!its) throw new Error(`Nothing checks ${standard}.`);
  const read = new Map([[its.manifest, new TextEncoder().encode(text)]]);
  const { findings } = checkManifests(read, new Names(facts().files), schemas);
  return [...findings, ...its.check(text, about)].map(show);
}

describe.each(KINDS)('$name', ({ name, write }) => {
  it('is good as written, words that need escaping included', () => {
    expect(check(name, write(facts()), facts())).toEqual([]);
  });

  it('is the same for the same course', () => {
    expect(write(facts())).toBe(write(facts()));
  });

  it('keeps its identifiers when words, version and lessons change', () => {
    const changed = facts({
      course: course({ version: '2.0.0', lessons: [] }),
      texts: facts().texts.slice(0, 1),
    });
    const ids = (text: string): string[] =>
      [...text.matchAll(/ (?:identifier|id)="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids(write(changed))).toEqual(ids(write(facts())));
  });

  it('is refused when it is no XML', () => {
    expect(check(name, write(facts()).replace(/<\/\w+>\n$/, ''), facts())[0]).toMatch(/well-formed/);
  });

  it("is refused when the page that it launches is not the package's", () => {
    expect(check(name, write(facts()).replaceAll('index.html', 'start.html'), facts())).not.toEqual([]);
  });
});

/** What each check must catch: a way to spoil the manifest, and a word of the sentence that names it. */
const SPOILED: [kind: number, find: string | RegExp, put: string, says: RegExp][] = [
  [0, '>1.2<', '>1.3<', /schemaversion/],
  [0, 'adlcp:scormtype="sco"', 'adlcp:scormType="sco"', /scormtype/],
  [
    0,
    '</title>\n      </item>',
    '</title><adlcp:masteryscore>80</adlcp:masteryscore>\n      </item>',
    /masteryscore/,
  ],
  [0, '      <file href="index.html"/>\n', '', /Every file/],
  [0, /<title>[^<]*<\/title>/, `<title>${'x'.repeat(256)}</title>`, /255/],
  [2, /<title>[^<]*<\/title>/, '<title></title>', /255/],
  [1, '2004 3rd Edition', '2004 3rd edition', /schemaversion/],
  [2, '2004 4th Edition', '1.3', /schemaversion/],
  [2, 'PT1H5M', '65 minutes', /learning time/],
  [2, 'adlcp:scormType', 'adlcp:scormtype', /scormType/],
  [
    2,
    '<imsss:deliveryControls',
    '<imsss:objectives><imsss:primaryObjective objectiveID="p"/></imsss:objectives><imsss:deliveryControls',
    /mapped objectives/,
  ],
  [2, 'ITEM_keeping_faith', 'ITEM_1', /item identifier/],
  [3, 'CompletedAndPassed', 'NotApplicable', /moveOn/],
  [3, 'masteryScore="0.8"', 'masteryScore="80"', /masteryScore/],
  [3, 'id="https://example.org/courses/keeping-faith/au"', 'id="au"', /absolute/],
  [3, /<langstring lang="es">Say[^<]*<\/langstring>/, '', /title in each language/],
  [4, '<launch lang="en">index.html', '<launch lang="en">start.html', /launches/],
];

test.each(SPOILED)('kind %i with %s spoiled is refused', (kind, find, put, says) => {
  const { name, write } = KINDS[kind] as Kind;
  const good = write(facts());
  const spoiled = good.replace(find, put);
  expect(spoiled).not.toBe(good);
  expect(check(name, spoiled, facts()).join('\n')).toMatch(says);
});

it('writes cmi5 without mastery score where nothing is graded', () => {
  const { assessment: _, ...rest } = course();
  const ungraded = facts({ course: { ...rest, objectives: [] } });
  expect(check('cmi5', cmi5Structure(ungraded), ungraded)).toEqual([]);
  expect(cmi5Structure(ungraded)).toContain('moveOn="Completed" launchMethod');
});

/** The standard's schema isn't part of this project; where its file is at hand, the manifest is held against it. */
const schema = process.env['CMI5_SCHEMA'] ?? path.resolve('..', 'shared/xsd/cmi5/CourseStructure.xsd');
it.runIf(existsSync(schema))(
  'writes cmi5.xml valid against CourseStructure.xsd (skipped where the file is not at hand)',
  () => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, 'utf8')));
    const validate = (text: string): void => validator.validate(XmlDocument.fromString(text));
    const text = cmi5Structure(facts());
    expect(() => validate(text)).not.toThrow();
    expect(() => validate(text.replace('<url>', '<urn>').replace('</url>', '</urn>'))).toThrow(/urn/);
  },
);

it.each([
  [0, 'PT0M'],
  [1, 'PT1M'],
  [59, 'PT59M'],
  [60, 'PT1H'],
  [125, 'PT2H5M'],
])('%i minutes are %s', (minutes, iso) => expect(isoMinutes(minutes)).toBe(iso));

it('a manifest of a name that no standard gives is taken for none of them', () => {
  const read = new Map([['other.xml', new TextEncoder().encode(tincan(facts()))]]);
  expect(checkManifests(read, new Names(facts().files), schemas)).toMatchObject({
    standards: [],
    launches: [],
  });
});
