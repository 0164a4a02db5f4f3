/** A list of who is expected: a table with headings, or a name or an address a line. */
import type { Row } from '../tables.ts';
import { proposeMapping, type Mapping } from './mapping.ts';
import { isAddress, personRow } from './person.ts';
import { readTable } from './table.ts';

const headed = (mapping: Mapping): boolean => Object.keys(mapping).length > 0;

export async function readRoster(path: string): Promise<Row<'people'>[]> {
  const people: Row<'people'>[] = [];
  let mapping: Mapping | undefined;
  for await (const { cells } of readTable(path)) {
    if (mapping === undefined) {
      mapping = proposeMapping(cells);
      if (headed(mapping)) continue;
    }
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
