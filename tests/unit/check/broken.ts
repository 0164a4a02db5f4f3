/** Broken packages, each named after its fault, with the rule that must find it out. */
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core.js';
import type { Severity } from '../../../packaging/check/findings.ts';
import type { RuleId } from '../../../packaging/check/rules/index.ts';
import {
  CMI5,
  manifest2004,
  MANIFEST_12,
  PAGE,
  SCORM_12,
  SCORM_2004,
  spoiled,
  without,
  XAPI,
  type FileMap,
} from './packages.ts';
import { rawZip, zipOf, type RawEntry } from './raw-zip.ts';

export interface Broken {
  name: string;
  finds: RuleId;
  severity: Severity;
  bytes: Uint8Array;
}

const MANIFEST = 'imsmanifest.xml';
const broken: Broken[] = [];

function add(name: string, finds: RuleId, severity: Severity, made: FileMap | Uint8Array): void {
  broken.push({ name, finds, severity, bytes: made instanceof Uint8Array ? made : zipOf(made) });
}

/** A SCORM 1.2 package with more in its zip than a tool would put there. */
function withEntries(...more: readonly RawEntry[]): Uint8Array {
  return rawZip([...Object.entries(SCORM_12).map(([name, data]) => ({ name, data, method: 8 })), ...more]);
}

function in12(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_12, MANIFEST, find, put);
}
function in2004(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_2004, MANIFEST, find, put);
}
function inCmi5(find: string | RegExp, put: string): FileMap {
  return spoiled(CMI5, 'cmi5.xml', find, put);
}
function inTincan(find: string | RegExp, put: string): FileMap {
  return spoiled(XAPI, 'tincan.xml', find, put);
}
function inPage(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_12, 'index.html', find, put);
}
function withScript(text: string): FileMap {
  return { ...SCORM_12, 'js/course.js': `${String(SCORM_12['js/course.js'])}${text}` };
}
function inFolder(folder: string): FileMap {
  return Object.fromEntries(Object.entries(SCORM_12).map(([name, data]) => [`${folder}${name}`, data]));
}

async function zip64(): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { zip64: true, useWebWorkers: false });
  for (const [name, text] of Object.entries(SCORM_12)) await writer.add(name, new TextReader(String(text)));
  return writer.close();
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

// the zip
add('empty-file', 'zip-not', 'error', new Uint8Array());
add('a-text-named-zip', 'zip-not', 'error', encode('This is no zip.'));
add(
  'a-login-page-saved-as-zip',
  'zip-not',
  'error',
  encode('<!DOCTYPE html><html><title>Log in</title></html>'),
);
add('a-rar', 'zip-not', 'error', Buffer.from('526172211a0701003392b5e50a01050600050101808000', 'hex'));
add('a-seven-zip', 'zip-not', 'error', Buffer.from('377abcaf271c0004', 'hex'));
add('cut-short', 'zip-damaged', 'error', zipOf(SCORM_12).slice(0, 700));
add('only-the-front', 'zip-damaged', 'error', encode('PK\u0003\u0004 and nothing more'));
add('wrong-checksum', 'zip-damaged', 'error', withEntries({ name: 'a.png', data: 'picture', crc: 1 }));
add(
  'shorter-than-it-says',
  'zip-damaged',
  'error',
  withEntries({ name: 'a.txt', data: 'some words', method: 8, size: 5000 }),
);
add(
  'longer-than-it-says',
  'zip-size',
  'error',
  withEntries({ name: 'a.txt', data: 'x'.repeat(100_000), method: 8, size: 10 }),
);
add(
  'encrypted',
  'zip-encrypted',
  'error',
  withEntries({ name: 'a.txt', data: 'x'.repeat(20), flags: 0x801 }),
);
add('one-of-several-parts', 'zip-split', 'error', rawZip([{ name: 'a.txt' }], { disk: 1 }));
add('packed-by-another-method', 'zip-method', 'error', withEntries({ name: 'a.txt', data: 'x', method: 14 }));
add('name-with-dots-out-of-the-folder', 'zip-traversal', 'error', withEntries({ name: '../evil.js' }));
add('name-with-backslash-dots', 'zip-traversal', 'error', withEntries({ name: 'a\\..\\..\\evil.js' }));
add('absolute-name', 'zip-traversal', 'error', withEntries({ name: '/etc/evil' }));
add('name-on-a-drive', 'zip-traversal', 'error', withEntries({ name: 'C:\\evil.exe' }));
add(
  'name-out-of-the-folder-before-the-file-alone',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', local: { name: '../x' } }),
);
add(
  'another-method-before-the-file',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', data: 'x', method: 8, local: { method: 0 } }),
);
add(
  'encrypted-says-the-file-and-not-the-list',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', data: 'x', local: { flags: 0x801 } }),
);
add(
  'a-folder-that-is-a-file-before-its-place',
  'zip-header',
  'error',
  withEntries({ name: 'img/', local: { name: '../x' } }),
);
add(
  'a-folder-packed-in-another-way-before-its-place',
  'zip-header',
  'error',
  withEntries({ name: 'img/', local: { method: 8 } }),
);
add('a-link', 'zip-link', 'error', withEntries({ name: 'passwords', data: '/etc/passwd', mode: 0o120777 }));
add('the-same-name-twice', 'zip-duplicate', 'error', withEntries({ name: 'index.html', data: 'other' }));
add(
  'the-same-name-with-a-point-before-it',
  'zip-duplicate',
  'error',
  withEntries({ name: './index.html', data: 'other' }),
);
add(
  'the-same-name-with-a-second-slash',
  'zip-duplicate',
  'error',
  withEntries({ name: 'img/a.png' }, { name: 'img//a.png' }),
);
add(
  'the-same-name-with-a-backslash',
  'zip-duplicate',
  'error',
  withEntries({ name: 'img/a.png' }, { name: 'img\\a.png' }),
);
add(
  'the-same-name-with-the-accent-apart',
  'zip-duplicate',
  'error',
  withEntries({ name: '\u{E9}.png' }, { name: 'e\u{301}.png' }),
);
add(
  'a-file-and-a-folder-of-one-name',
  'zip-duplicate',
  'error',
  withEntries({ name: 'x' }, { name: 'x/y.js' }),
);
add('names-that-differ-in-capitals', 'file-case', 'warning', withEntries({ name: 'INDEX.html' }));
add(
  'files-that-share-their-bytes',
  'zip-overlap',
  'error',
  rawZip([
    { name: 'a.txt', data: 'x'.repeat(99) },
    { name: 'b.txt', data: 'x'.repeat(99), offset: 0 },
  ]),
);
add(
  'a-bomb',
  'zip-bomb',
  'error',
  rawZip([
    { name: 'a.txt', data: 'x', method: 8, size: 0xfffffff0 },
    { name: 'b.txt', data: 'x', method: 8, size: 0xfffffff0 },
  ]),
);
add('zip64', 'zip64', 'note', await zip64());
add(
  'too-many-files',
  'zip-many',
  'error',
  rawZip(
    Array.from({ length: 30_001 }, (_, at) => ({ name: String(at) })),
    { zip64: true },
  ),
);
add('in-a-folder', 'zip-folder', 'error', inFolder('My course/'));
add('zipped-on-a-mac-with-its-folder', 'zip-folder', 'error', {
  ...inFolder('My course/'),
  '__MACOSX/My course/._imsmanifest.xml': '',
  'My course/.DS_Store': '',
});
add('zip-in-a-zip', 'zip-nested', 'error', { 'course.zip': zipOf(SCORM_12) });
add('files-of-a-mac', 'zip-mac', 'note', { ...SCORM_12, '__MACOSX/._index.html': '', '.DS_Store': '' });
add(
  'names-in-another-encoding',
  'zip-names',
  'warning',
  withEntries({ name: Uint8Array.of(0x9a, 0x62, 0x2e, 0x70), flags: 0 }),
);
add('names-with-backslashes', 'file-backslash', 'error', withEntries({ name: 'img\\a.png' }));
add('name-with-a-number-sign', 'file-name', 'warning', { ...SCORM_12, 'img/a#1.png': '' });
add('name-that-windows-keeps-for-itself', 'file-name', 'warning', { ...SCORM_12, 'img/aux.png': '' });
add('name-with-accents', 'file-letters', 'note', { ...SCORM_12, 'img/té.png': '' });
add('very-long-path', 'file-long', 'note', { ...SCORM_12, [`${'folder/'.repeat(30)}a.png`]: '' });
add('a-program-for-a-server', 'file-server', 'warning', { ...SCORM_12, 'save.php': '<?php' });
add('module-scripts-named-mjs', 'file-mjs', 'warning', {
  ...inPage(
    '<script src="js/course.js">',
    '<script type="module" src="a.mjs"></script><script src="js/course.js">',
  ),
  'a.mjs': 'export {}',
});
for (const [how, code] of [
  ['import', 'import "./a.mjs";'],
  ['import-from', 'import { a } from "./a.mjs";'],
  ['import-call', 'import("./a.mjs");'],
])
  add(`module-named-mjs-by-${how}`, 'file-mjs', 'warning', {
    ...inPage('</head>', `<script type="module">${code}</script></head>`),
    'a.mjs': 'export const a = 1;',
  });
add('version-history-left-in', 'file-leftover', 'note', { ...SCORM_12, '.git/config': '' });
add(
  'more-than-50-mb',
  'package-size',
  'note',
  withEntries({ name: 'film.mp4', data: new Uint8Array(52 * 2 ** 20) }),
);
add('no-manifest', 'manifest-none', 'error', without(SCORM_12, MANIFEST));
add('manifest-in-capitals', 'manifest-case', 'error', {
  ...without(SCORM_12, MANIFEST),
  'IMSMANIFEST.XML': MANIFEST_12,
});
add('aicc', 'not-ours', 'note', { 'course.au': '', 'course.crs': '', 'course.des': '', 'course.cst': '' });
add('lti-link', 'not-ours', 'note', { 'basiclti.xml': '<cartridge_basiclti_link/>' });
add(
  'common-cartridge',
  'not-ours',
  'note',
  in12('http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1'),
);
add('a-website-of-ours', 'web-only', 'note', { 'index.html': PAGE, 'player/web-12345678.js': '' });

// SCORM's manifest
add('manifest-not-well-formed', 'xml-well-formed', 'error', in12('</organization>', ''));
add('bare-ampersand', 'xml-well-formed', 'error', in12('Tea', 'Tea & water'));
add('manifest-in-latin-1-that-says-utf-8', 'xml-encoding', 'error', {
  ...SCORM_12,
  [MANIFEST]: Buffer.from(MANIFEST_12.replace('Tea', 'Té'), 'latin1'),
});
add('manifest-in-an-unknown-encoding', 'xml-encoding', 'error', in12('UTF-8', 'klingon'));
add('manifest-in-latin-1', 'xml-encoding', 'note', {
  ...SCORM_12,
  [MANIFEST]: Buffer.from(MANIFEST_12.replace('UTF-8', 'ISO-8859-1').replace('Tea', 'Té'), 'latin1'),
});
add(
  'entities-that-grow',
  'xml-entities',
  'error',
  in12('<manifest', '<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><manifest'),
);
add(
  'external-entity',
  'xml-entities',
  'error',
  in12('<manifest', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest'),
);
add(
  'element-that-the-schema-does-not-know',
  'xml-schema',
  'warning',
  in12('<title>Tea</title>', '<title>Tea</title><title>Twice</title>'),
);
add('metadata-where-none-belongs', 'xml-schema', 'note', in12('<resources>', '<resources><metadata/>'));
add('identifier-with-a-digit-first', 'id-form', 'note', in12('identifier="tea"', 'identifier="1tea"'));
add('identifier-with-a-space', 'id-form', 'warning', in12('identifier="tea"', 'identifier="my tea"'));
add(
  'identifier-twice',
  'id-twice',
  'error',
  in12(
    '</organization>',
    '<item identifier="item" identifierref="res"><title>Again</title></item></organization>',
  ),
);
add(
  'ims-content-package-without-scorm',
  'not-scorm',
  'error',
  spoiled(
    in2004(' adlcp:scormType="sco"', ''),
    MANIFEST,
    /ADL SCORM.*/,
    'IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata>',
  ),
);
add('no-version', 'version', 'warning', in12('<schemaversion>1.2</schemaversion>', ''));
add('version-spelled-otherwise', 'version', 'warning', in2004('2004 4th Edition', 'SCORM 2004'));
add('namespaces-and-version-differ', 'version-mixed', 'warning', in12('>1.2<', '>2004 3rd Edition<'));
add('no-organization', 'organization-none', 'error', in12(/<organization [\s\S]*<\/organization>/, ''));
add('no-default-organization', 'organization-default', 'warning', in12(' default="org"', ''));
add(
  'default-organization-that-is-not-there',
  'organization-default',
  'warning',
  in12('default="org"', 'default="other"'),
);
add('organization-without-title', 'title', 'warning', in12('<title>Tea</title>', ''));
add('title-of-256-letters', 'title', 'warning', in12('Water', 'x'.repeat(256)));
add(
  'item-names-no-resource',
  'item-resource',
  'error',
  in12(
    '</organization>',
    '<item identifier="i2" identifierref="none"><title>Gone</title></item></organization>',
  ),
);
add(
  'item-that-leads-nowhere',
  'item-empty',
  'warning',
  in12('</organization>', '<item identifier="i2"><title>Empty</title></item></organization>'),
);
add('launched-page-missing', 'launch-missing', 'error', without(SCORM_12, 'index.html'));
add('launched-page-in-other-capitals', 'launch-missing', 'error', {
  ...without(SCORM_12, 'index.html'),
  'Index.html': PAGE,
});
add('resource-without-href', 'launch-nothing', 'error', in12(' href="index.html">', '>'));
add(
  'launches-another-host',
  'launch-elsewhere',
  'warning',
  in12('sco" href="index.html"', 'sco" href="https://example.org/tea"'),
);
add('launches-flash', 'launch-flash', 'error', { ...in12(/index\.html/g, 'tea.swf'), 'tea.swf': 'FWS' });
add('nothing-is-a-sco', 'sco-none', 'warning', in12('scormtype="sco"', 'scormtype="asset"'));
add('scormtype-with-a-capital-in-1.2', 'sco-case', 'warning', in12('scormtype', 'scormType'));
add('several-scos', 'sco-several', 'note', {
  ...spoiled(
    in12(
      '</organization>',
      '<item identifier="i2" identifierref="r2"><title>Two</title></item></organization>',
    ),
    MANIFEST,
    '</resources>',
    '<resource identifier="r2" type="webcontent" adlcp:scormtype="sco" href="two.html"><file href="two.html"/></resource></resources>',
  ),
  'two.html': PAGE,
});
add(
  'scripts-of-type-sco',
  'sco-without-file',
  'warning',
  in12(
    '</resources>',
    '<resource identifier="r2" type="webcontent" adlcp:scormtype="sco"><file href="js/course.js"/></resource></resources>',
  ),
);
add('resource-without-type', 'resource-type', 'warning', in12(' type="webcontent"', ''));
add(
  'dependency-that-is-not-there',
  'dependency',
  'warning',
  in12('</resource>', '<dependency identifierref="none"/></resource>'),
);
add(
  'listed-picture-missing',
  'files-missing',
  'warning',
  in12('</resource>', '<file href="a.png"/></resource>'),
);
add(
  'listed-readme-missing',
  'files-missing',
  'note',
  in12('</resource>', '<file href="readme.txt"/></resource>'),
);
add('listed-in-other-capitals', 'files-case', 'warning', {
  ...in12('</resource>', '<file href="img/A.png"/></resource>'),
  'img/a.png': '',
});
add('not-all-listed', 'files-unlisted', 'note', { ...SCORM_12, 'more.css': '' });
add(
  'backslashes-in-the-manifest',
  'href-backslash',
  'warning',
  in12('file href="js/course.js"', 'file href="js\\course.js"'),
);
add(
  'paths-of-the-authors-computer',
  'href-local',
  'warning',
  in12('</resource>', '<file href="libs/C:\\Users\\someone\\a.js"/></resource>'),
);
add(
  'paths-out-of-the-package',
  'href-root',
  'warning',
  in12('</resource>', '<file href="../shared/a.js"/></resource>'),
);
add('xml-base', 'xml-base', 'warning', {
  ...in12('<resources>', '<resources xml:base="c/">'),
  'c/index.html': PAGE,
  'c/js/course.js': String(SCORM_12['js/course.js']),
});
add('unusual-prefix', 'prefix', 'warning', in12(/\badlcp(?=[:=])/g, 'adl'));
add(
  'manifest-within-the-manifest',
  'submanifest',
  'warning',
  in12(
    '</manifest>',
    `${MANIFEST_12.slice(MANIFEST_12.indexOf('<manifest')).replace('identifier="tea"', 'identifier="sub"')}</manifest>`,
  ),
);
const SEQUENCING =
  '<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="attempted"/></imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>';
add(
  'sequencing-rules',
  'sequencing',
  'note',
  in2004('<title>Water</title>', `<title>Water</title>${SEQUENCING}`),
);
add(
  'mapped-objectives',
  'objectives',
  'note',
  in2004(
    '<title>Water</title>',
    '<title>Water</title><imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true"/></imsss:objectives></imsss:sequencing>',
  ),
);
add(
  'completion-threshold',
  'threshold',
  'note',
  in2004(
    '<title>Water</title>',
    '<title>Water</title><adlcp:completionThreshold completedByMeasure="true"/>',
  ),
);
add(
  'mastery-score',
  'mastery',
  'note',
  in12('<title>Water</title>', '<title>Water</title><adlcp:masteryscore>80</adlcp:masteryscore>'),
);
add(
  'mastery-score-of-8000',
  'mastery-range',
  'error',
  in12('<title>Water</title>', '<title>Water</title><adlcp:masteryscore>8000</adlcp:masteryscore>'),
);

// cmi5 and xAPI
add('cmi5-without-au', 'cmi5-course', 'error', inCmi5(/<au [\s\S]*<\/au>/, ''));
add(
  'cmi5-of-a-draft',
  'cmi5-namespace',
  'note',
  inCmi5(
    'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
    'http://www.adlnet.gov/cmi5/CourseStructure.xsd',
  ),
);
add(
  'cmi5-without-description',
  'cmi5-order',
  'warning',
  inCmi5('<description><langstring lang="en">Water.</langstring></description>', ''),
);
add(
  'cmi5-title-without-langstring',
  'cmi5-order',
  'warning',
  inCmi5('<langstring>Water</langstring>', 'Water'),
);
add('cmi5-id-that-is-no-iri', 'cmi5-iri', 'error', inCmi5('https://example.org/tea/au', 'tea-au'));
add(
  'cmi5-id-twice',
  'cmi5-unique',
  'error',
  inCmi5('id="https://example.org/tea"', 'id="https://example.org/tea/au"'),
);
add(
  'cmi5-objective-not-declared',
  'cmi5-objective',
  'error',
  inCmi5('idref="https://example.org/tea/boil"', 'idref="https://example.org/tea/pour"'),
);
add('cmi5-page-missing', 'cmi5-url', 'error', without(CMI5, 'index.html'));
add(
  'cmi5-url-with-a-space',
  'cmi5-url',
  'error',
  inCmi5('index.html?from=tea', 'https://example.org/my tea'),
);
add('cmi5-url-with-an-endpoint', 'cmi5-query', 'error', inCmi5('from=tea', 'endpoint=tea'));
add('cmi5-mastery-score-of-80', 'cmi5-value', 'error', inCmi5('masteryScore="0.8"', 'masteryScore="80"'));
add('cmi5-move-on-of-its-own', 'cmi5-value', 'error', inCmi5('CompletedOrPassed', 'Sometimes'));
add('cmi5-satisfied-unopened', 'cmi5-move-on', 'note', inCmi5('CompletedOrPassed', 'NotApplicable'));
add(
  'cmi5-on-another-host',
  'launch-other-host',
  'note',
  inCmi5('index.html?from=tea', 'https://example.org/tea/water'),
);
add('tincan-without-activity', 'tincan-activity', 'error', inTincan(/<activity [\s\S]*<\/activity>/, ''));
add('tincan-id-of-a-template', 'tincan-iri', 'error', inTincan('https://example.org/tea', '[YOUR_HOST]/tea'));
add(
  'tincan-type-that-is-no-iri',
  'tincan-type',
  'warning',
  inTincan('http://adlnet.gov/expapi/activities/course', 'course'),
);
add('tincan-page-missing', 'tincan-launch', 'error', without(XAPI, 'index.html'));

// pages and scripts
add(
  'page-without-its-script',
  'page-missing',
  'warning',
  inPage('</head>', '<link rel="stylesheet" href="gone.css"></head>'),
);
add(
  'page-that-asks-the-servers-root',
  'page-root',
  'warning',
  inPage('</head>', '<script src="/static/a.js"></script></head>'),
);
add('page-in-latin-1-that-says-utf-8', 'page-encoding', 'note', {
  ...SCORM_12,
  'index.html': Buffer.from(PAGE.replace('Tea.', 'Té.'), 'latin1'),
});
add('no-word-of-the-api', 'api-none', 'note', { ...SCORM_12, 'js/course.js': 'var tea = 1;' });
add('speaks-2004-under-a-manifest-of-1.2', 'api-other', 'warning', {
  ...SCORM_12,
  'js/course.js': String(SCORM_2004['js/course.js']),
});
add('half-a-script', 'script-syntax', 'warning', withScript('var a = {'));
add('saves-on-unload', 'unload', 'note', withScript('window.addEventListener("unload", save);'));
add('saves-in-an-attribute', 'unload', 'note', inPage('<body>', '<body onbeforeunload="save()">'));
add('waits-for-requests', 'sync-request', 'note', withScript('request.open("POST", url, false);'));
add(
  'script-within-the-page',
  'inline-script',
  'note',
  inPage('</head>', '<script>var a = 1;</script></head>'),
);
add('eval', 'eval', 'note', withScript('eval("1 + 1");'));
add('fonts-of-another-host', 'other-hosts', 'note', {
  ...SCORM_12,
  'a.css': '@import url("https://fonts.example.org/a.css");',
});
add(
  'script-without-tls',
  'mixed',
  'warning',
  inPage('</head>', '<script src="http://example.org/a.js"></script></head>'),
);
add('flash-films', 'flash', 'note', { ...SCORM_12, 'film.swf': 'FWS' });

export const BROKEN: readonly Broken[] = broken;

export const EDITIONS = ['2004 3rd Edition', '2004 4th Edition', 'CAM 1.3', '1.3'].map(manifest2004);
