/** `tincan.xml`: the launchable activity of an xAPI package, as LMSs that predate cmi5 read it. */
import { mainText, type PackageFacts } from './facts.ts';
import { xml, xmlDocument } from '../xml.ts';

export function tincan(facts: PackageFacts): string {
  return xmlDocument(xml`<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="${facts.course.iri}" type="http://adlnet.gov/expapi/activities/course">
${facts.texts.map(({ language, title }) => xml`      <name lang="${language}">${title}</name>`)}
${facts.texts.map(({ language, description }) => xml`      <description lang="${language}">${description}</description>`)}
      <launch lang="${mainText(facts).language}">${facts.page}</launch>
    </activity>
  </activities>
</tincan>`);
}
