/** A list of who is expected: a table with headings, or a name or an address a line. */
import type { Row } from '../tables.ts';
import { proposeMapping, type Mapping } from './mapping.ts';
import { isAddress, personRow } from './person.ts';
import { readTable } from './table.ts';

const headed = (mapping: Mapping): boolean => Object.keys(mapping).length > 0;

/** A list of a course's participants names those who teach it too. */
const ROLES = /^(roles?|rol)$/iu;
/** As Moodle calls them, in English and in Spanish. Roles that a site has made up are taken for learners. */
const TEACHING = new Set([
  'teacher',
  'editing teacher',
  'non-editing teacher',
  'manager',
  'course creator',
  'profesor',
  'profesor sin permiso de edición',
  'gestor',
  'mánager',
  'creador de curso',
]);

function teaches(roles: string): boolean {
  const all = roles.split(/[,;]/u).flatMap((role) => role.trim().toLowerCase() || []);
  return all.length > 0 && all.every((role) => TEACHING.has(role));
}

/** Whoever only teaches, where the list says so, isn't expected to take the course. */
export async function readRoster(path: string): Promise<Row<'people'>[]> {
  const people: Row<'people'>[] = [];
  let mapping: Mapping | undefined;
  let roles = -1;
  for await (const { cells } of readTable(path)) {
    if (mapping === undefined) {
      mapping = proposeMapping(cells);
      if (headed(mapping)) {
        roles = cells.findIndex((heading) => ROLES.test(heading));
        continue;
      }
    }
    if (teaches(cells[roles] ?? '')) continue;
    const cell = (place: number | undefined): string => (place === undefined ? '' : (cells[place] ?? ''));
    const named = cell(mapping.name) || `${cell(mapping.first)} ${cell(mapping.last)}`.trim();
    const email = cells.find(isAddress);
    const person = personRow({
      name: named || (headed(mapping) ? undefined : cells.find((text) => text && !isAddress(text))),
      email,
      account: cell(mapping.account) || undefined,
      team: cell(mapping.team) || undefined,
    });
    if (person) people.push(person);
  }
  return people;
}
