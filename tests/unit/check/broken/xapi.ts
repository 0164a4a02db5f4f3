/** Course structures of cmi5, and manifests of xAPI. */
import { collection, inCmi5, inTincan } from './make.ts';
import { CMI5, without, XAPI } from '../packages.ts';

const { broken, add } = collection();
export const XAPI_AND_CMI5 = broken;

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
for (const [what, url] of [
  ['from-the-servers-root', '/index.html'],
  ['out-of-the-zip', '../index.html'],
  ['with-a-backslash', '.\\index.html'],
  ['without-a-scheme', '//example.org/tea'],
  ['that-is-a-script', 'javascript:alert(1)'],
] as const)
  add(`cmi5-url-${what}`, 'cmi5-url', 'error', inCmi5('index.html?from=tea', url));
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
add('tincan-launch-that-is-empty', 'tincan-launch', 'error', inTincan('>index.html<', '> <'));
add(
  'tincan-launch-that-is-a-script',
  'tincan-launch',
  'error',
  inTincan('>index.html<', '>javascript:alert(1)<'),
);
