/** `imsmanifest.xml` of SCORM 2004: one SCO, LOM metadata. The editions differ in `schemaversion` alone. */
import { identifiers, mainText, type PackageFacts } from './facts.ts';
import { lom } from './lom.ts';
import { xml, xmlDocument } from '../xml.ts';

/** Exactly the texts that LMSs look for; any other is silently taken for SCORM 1.2 by some. */
export type Edition = '2004 3rd Edition' | '2004 4th Edition';

/**
 * No sequencing rules beyond "set by content", no `completionThreshold` (with it the LMS computes completion anew) and
 * no primary objective (it would take the place `objectives.0`).
 */
export function scorm2004Manifest(facts: PackageFacts, edition: Edition): string {
  const id = identifiers(facts.course);
  const { title } = mainText(facts);
  const hidden = ['previous', 'continue', 'abandon', 'abandonAll'];
  return xmlDocument(xml`<manifest identifier="${id.manifest}" version="${facts.course.version}"
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
    xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
    xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
    xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${edition}</schemaversion>
${lom(facts)}
  </metadata>
  <organizations default="${id.organization}">
    <organization identifier="${id.organization}">
      <title>${title}</title>
      <item identifier="${id.item}" identifierref="${id.resource}">
        <title>${title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
        <adlnav:presentation>
          <adlnav:navigationInterface>
${hidden.map((control) => xml`            <adlnav:hideLMSUI>${control}</adlnav:hideLMSUI>`)}
          </adlnav:navigationInterface>
        </adlnav:presentation>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id.resource}" type="webcontent" adlcp:scormType="sco" href="${facts.page}">
${facts.files.map((file) => xml`      <file href="${file}"/>`)}
    </resource>
  </resources>
</manifest>`);
}
