/** IEEE 1484.12.3 LOM, as SCORM 2004's metadata carries it. */
import { isoMinutes, type PackageFacts } from './facts.ts';
import { xml, type Xml } from '../xml.ts';

export function lom(facts: PackageFacts): Xml {
  const strings = (pick: (text: (typeof facts.texts)[number]) => string): Xml[] =>
    facts.texts.map((text) => xml`          <string language="${text.language}">${pick(text)}</string>`);
  const keywords = facts.texts.flatMap((text) =>
    text.keywords.map(
      (keyword) => xml`        <keyword><string language="${text.language}">${keyword}</string></keyword>`,
    ),
  );
  return xml`    <lom xmlns="http://ltsc.ieee.org/xsd/LOM">
      <general>
        <identifier>
          <catalog>URI</catalog>
          <entry>${facts.course.iri}</entry>
        </identifier>
        <title>
${strings((text) => text.title)}
        </title>
${facts.course.languages.map((language) => xml`        <language>${language}</language>`)}
        <description>
${strings((text) => text.description)}
        </description>
${keywords}
      </general>
      <lifeCycle>
        <version><string language="x-none">${facts.course.version}</string></version>
      </lifeCycle>
      <educational>
        <typicalLearningTime><duration>${isoMinutes(facts.minutes)}</duration></typicalLearningTime>
      </educational>
    </lom>`;
}
