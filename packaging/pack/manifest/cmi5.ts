/** `cmi5.xml`: the course structure of cmi5 (June 2016, §13): one AU with the course's objectives. */
import { ownField } from '../../own-field.ts';
import type { PackageFacts } from './facts.ts';
import { Xml, xml, xmlDocument } from '../xml.ts';

type Words = PackageFacts['texts'][number];

/** Absolute IRIs, made of the course's own, stable for ever (§13.1.1 to §13.1.4). */
export function cmi5Ids(facts: PackageFacts): { course: string; au: string; objective(id: string): string } {
  const { iri } = facts.course;
  return { course: iri, au: `${iri}/au`, objective: (id) => `${iri}/objectives/${id}` };
}

/**
 * `moveOn` is written out: its default, NotApplicable, satisfies the AU at registration (§10.2.4). `masteryScore` is left
 * out where nothing is graded.
 */
export function cmi5Structure(facts: PackageFacts): string {
  const ids = cmi5Ids(facts);
  const graded = facts.course.objectives.filter((objective) => objective.graded);
  const mastery = facts.course.assessment
    ? xml` masteryScore="${facts.course.assessment.passMark / 100}"`
    : undefined;
  return xmlDocument(xml`<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${ids.course}">
${words(facts, 4, 'title', (text) => text.title)}
${words(facts, 4, 'description', (text) => text.description)}
  </course>
${
  graded.length === 0
    ? undefined
    : xml`  <objectives>
${graded.map(
  ({ id }) => xml`    <objective id="${ids.objective(id)}">
${words(facts, 6, 'title', (text) => ownField(text.objectives, id) ?? id)}
${words(facts, 6, 'description', (text) => ownField(text.objectives, id) ?? id)}
    </objective>`,
)}
  </objectives>`
}
  <au id="${ids.au}" moveOn="${facts.course.assessment ? 'CompletedAndPassed' : 'Completed'}"${mastery} launchMethod="AnyWindow">
${words(facts, 4, 'title', (text) => text.title)}
${words(facts, 4, 'description', (text) => text.description)}
${
  graded.length === 0
    ? undefined
    : xml`    <objectives>
${graded.map(({ id }) => xml`      <objective idref="${ids.objective(id)}"/>`)}
    </objectives>`
}
    <url>${facts.page}</url>
  </au>
</courseStructure>`);
}

function words(facts: PackageFacts, indent: number, element: string, pick: (text: Words) => string): Xml {
  const space = new Xml(' '.repeat(indent));
  const name = new Xml(element);
  return xml`${space}<${name}>
${facts.texts.map((text) => xml`${space}  <langstring lang="${text.language}">${pick(text)}</langstring>`)}
${space}</${name}>`;
}
