/** `imsmanifest.xml` of SCORM 1.2: one SCO, IMS metadata 1.2.1 (Content Aggregation Model §2.3, §3). */
import { identifiers, isoMinutes, mainText, type PackageFacts } from './facts.ts';
import { xml, xmlDocument, type Xml } from '../xml.ts';

/**
 * No `adlcp:masteryscore`: with it an LMS decides pass and fail by itself at LMSFinish, and a learner with tries left
 * is marked failed. The course reports the status.
 */
export function scorm12Manifest(facts: PackageFacts): string {
  const id = identifiers(facts.course);
  const { title } = mainText(facts);
  return xmlDocument(xml`<manifest identifier="${id.manifest}" version="${facts.course.version}"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
${metadata(facts)}
  </metadata>
  <organizations default="${id.organization}">
    <organization identifier="${id.organization}">
      <title>${title}</title>
      <item identifier="${id.item}" identifierref="${id.resource}" isvisible="true">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id.resource}" type="webcontent" adlcp:scormtype="sco" href="${facts.page}">
${facts.files.map((file) => xml`      <file href="${file}"/>`)}
    </resource>
  </resources>
</manifest>`);
}

function metadata(facts: PackageFacts): Xml {
  const strings = (pick: (text: (typeof facts.texts)[number]) => string): Xml[] =>
    facts.texts.map(
      (text) => xml`          <imsmd:langstring xml:lang="${text.language}">${pick(text)}</imsmd:langstring>`,
    );
  const keywords = facts.texts.flatMap((text) =>
    text.keywords.map(
      (keyword) =>
        xml`        <imsmd:keyword><imsmd:langstring xml:lang="${text.language}">${keyword}</imsmd:langstring></imsmd:keyword>`,
    ),
  );
  return xml`    <imsmd:lom>
      <imsmd:general>
        <imsmd:title>
${strings((text) => text.title)}
        </imsmd:title>
        <imsmd:catalogentry>
          <imsmd:catalog>URI</imsmd:catalog>
          <imsmd:entry><imsmd:langstring xml:lang="x-none">${facts.course.iri}</imsmd:langstring></imsmd:entry>
        </imsmd:catalogentry>
${facts.course.languages.map((language) => xml`        <imsmd:language>${language}</imsmd:language>`)}
        <imsmd:description>
${strings((text) => text.description)}
        </imsmd:description>
${keywords}
      </imsmd:general>
      <imsmd:lifecycle>
        <imsmd:version><imsmd:langstring xml:lang="x-none">${facts.course.version}</imsmd:langstring></imsmd:version>
      </imsmd:lifecycle>
      <imsmd:educational>
        <imsmd:typicallearningtime>
          <imsmd:datetime>${isoMinutes(facts.minutes)}</imsmd:datetime>
        </imsmd:typicallearningtime>
      </imsmd:educational>
    </imsmd:lom>`;
}
