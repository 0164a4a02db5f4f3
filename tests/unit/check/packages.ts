/** Small packages of each standard that are as they should be, for tests to spoil. */

export type FileMap = Readonly<Record<string, string | Uint8Array>>;

export const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tea</title><script src="js/course.js"></script></head><body><p>Tea.</p></body></html>';
const SPEAKS_12 =
  'var api = parent.API;\nif (api) { api.LMSInitialize(""); api.LMSSetValue("cmi.core.lesson_status", "incomplete"); }\n';
const SPEAKS_2004 =
  'var api = parent.API_1484_11;\nif (api) { api.Initialize(""); api.SetValue("cmi.completion_status", "incomplete"); }\n';

export const MANIFEST_12 = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="tea" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>Tea</title>
      <item identifier="item" identifierref="res"><title>Water</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="res" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="js/course.js"/>
    </resource>
  </resources>
</manifest>
`;

export function manifest2004(edition: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="tea" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>${edition}</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>Tea</title>
      <item identifier="item" identifierref="res"><title>Water</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="res" type="webcontent" adlcp:scormType="sco" href="index.html">
      <file href="index.html"/>
      <file href="js/course.js"/>
    </resource>
  </resources>
</manifest>
`;
}

export const CMI5_XML = `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.org/tea">
    <title><langstring lang="en">Tea</langstring></title>
    <description><langstring lang="en">All of it.</langstring></description>
  </course>
  <objectives>
    <objective id="https://example.org/tea/boil">
      <title><langstring lang="en">Boil</langstring></title>
      <description><langstring lang="en">Boil water.</langstring></description>
    </objective>
  </objectives>
  <au id="https://example.org/tea/au" moveOn="CompletedOrPassed" masteryScore="0.8" launchMethod="AnyWindow">
    <title><langstring>Water</langstring></title>
    <description><langstring lang="en">Water.</langstring></description>
    <objectives><objective idref="https://example.org/tea/boil"/></objectives>
    <url>index.html?from=tea</url>
  </au>
</courseStructure>
`;

export const TINCAN_XML = `<?xml version="1.0" encoding="UTF-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="https://example.org/tea" type="http://adlnet.gov/expapi/activities/course">
      <name>Tea</name>
      <description lang="en">All of it.</description>
      <launch lang="en">index.html</launch>
    </activity>
  </activities>
</tincan>
`;

export const SCORM_12: FileMap = {
  'imsmanifest.xml': MANIFEST_12,
  'index.html': PAGE,
  'js/course.js': SPEAKS_12,
};
export const SCORM_2004: FileMap = {
  'imsmanifest.xml': manifest2004('2004 4th Edition'),
  'index.html': PAGE,
  'js/course.js': SPEAKS_2004,
};
export const CMI5: FileMap = { 'cmi5.xml': CMI5_XML, 'index.html': PAGE, 'js/course.js': '1' };
export const XAPI: FileMap = { 'tincan.xml': TINCAN_XML, 'index.html': PAGE, 'js/course.js': '1' };

/** The package with a word in one of its files changed, which must be there. */
export function spoiled(files: FileMap, name: string, find: string | RegExp, put: string): FileMap {
  const text = String(files[name]);
  const changed = text.replace(find, () => put);
  if (changed === text) throw new Error(`${name} has no ${String(find)}.`);
  return { ...files, [name]: changed };
}

export function without(files: FileMap, ...names: readonly string[]): FileMap {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}
