/** A list of who is expected: a table with headings, or names and addresses as a person writes or pastes them. */
import { isNothing } from './cells.ts';
import { proposeMapping, ROLES } from './mapping.ts';
import { isLearnerWord, type Mapping } from './meanings.ts';
import { ADDRESS, addressIn, isAddress, LINK, type Identity } from './person.ts';
import { readTable, separatorOf, type Spot } from './table.ts';
import { isTotal } from './total-line.ts';
import { containerOf, firstText, readText } from './text.ts';

/** What a list says of one person. */
export interface Listed extends Identity {
  /** `Able, Ana` is one person, `Ana Able, Bo Baker` are two: only whoever knows the people can tell. */
  apart?: readonly string[] | undefined;
  /** The whole of it, where a comma in it may be part of the name: `Ana Able, Jr.` */
  asWritten?: string | undefined;
}

export interface Roster {
  listed: readonly Listed[];
  /** How many rows were left out, since whoever they name only teaches. */
  teaching: number;
}

/**
 * As Moodle's language packs call them in English, Spanish, German and French: `defaultcourseteacher`, `noneditingteacher` and
 * `coursecreators` of `moodle.php`, `manager` of `role.php`. Roles that a site has made up are taken for learners.
 */
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
  'trainer/in',
  'trainer/in ohne bearbeitungsrecht',
  'manager/in',
  'kursersteller/in',
  'enseignant',
  'enseignant non éditeur',
  'gestionnaire',
  'créateur de cours',
]);

function teaches(roles: string): boolean {
  const all = roles.split(/[,;]/u).flatMap((role) => role.trim().toLowerCase() || []);
  return all.length > 0 && all.every((role) => TEACHING.has(role));
}

/** Whoever only teaches, where the list says so, isn't expected to take the course. */
export async function readRoster(path: string, spot?: Spot): Promise<Roster> {
  const isSheet = (await containerOf(path)) === 'zip';
  // what a person pastes needn't be a table at all
  if (!isSheet && !spot && !headerOf(firstLine(await firstText(path))))
    return { listed: await peopleOfText(path), teaching: 0 };
  const listed: Listed[] = [];
  let teaching = 0;
  let header: ReturnType<typeof headerOf>;
  let isFirst = true;
  for await (const { cells } of readTable(path, spot)) {
    if (cells.every((cell) => cell === '')) continue;
    if (isFirst) header = headerOf(cells);
    if (!header) listed.push(...peopleOf(cells.filter(Boolean).join(' ')));
    else if (!isFirst && teaches(cells[header.roles] ?? '')) teaching += 1;
    else if (!isFirst) listed.push(...underHeadings(cells, header.mapping));
    isFirst = false;
  }
  return { listed, teaching };
}

function firstLine(text: string): string[] {
  const [line = ''] = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .split(/[\r\n]/u);
  return line.split(separatorOf(line)).map((cell) => cell.replaceAll('"', '').trim());
}

/** An address may have a heading's word in it. */
function headerOf(cells: readonly string[]): { mapping: Mapping; roles: number } | undefined {
  const mapping = proposeMapping(cells.map((cell) => (cell.includes('@') ? '' : cell)));
  const [only, ...others] = Object.values(mapping);
  // `Ana Able; Trainee` is somebody
  const isSomebody = others.length === 0 && (only ?? 0) > 0 && isLearnerWord(cells[only ?? -1] ?? '');
  if (only === undefined || isSomebody) return undefined;
  return { mapping, roles: cells.findIndex((heading) => ROLES.test(heading)) };
}

function underHeadings(cells: readonly string[], mapping: Mapping): Listed[] {
  const cell = (place: number | undefined): string => {
    const said = place === undefined ? '' : (cells[place] ?? '');
    return isNothing(said) ? '' : said;
  };
  const name = cell(mapping.name) || `${cell(mapping.first)} ${cell(mapping.last)}`.trim();
  const found = addressIn(cell(mapping.email)) ?? cells.find(isAddress);
  const one = { name, email: found, account: cell(mapping.account), team: cell(mapping.team) };
  const called = name || one.account;
  return one.email || (called && !isTotal(called)) ? [one] : [];
}

async function peopleOfText(path: string): Promise<Listed[]> {
  let text = '';
  for await (const piece of readText(path)) text += piece;
  return text
    .replace(/^\uFEFF/u, '')
    .replaceAll(LINK, '')
    .split(/\r\n?|\n/u)
    .flatMap(peopleOf);
}

const clean = (text: string): string =>
  text
    .replaceAll(/[<>"\t]|\(\s*\)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;]+|[\s,;]+$/gu, '');

/**
 * Whom a line names: `ana@e.org; bo@e.org`, `"Able, Ana" <ana@e.org>, Bo <bo@e.org>`, `Ana Able;ana@e.org`, `Able, Ana`. A semicolon
 * stands between people, but for the one between somebody's name and address in a table without headings.
 */
function peopleOf(line: string): Listed[] {
  const pieces = line.split(';');
  const isRow = pieces.length === 2 && !/;\s/u.test(line) && (line.match(ADDRESS) ?? []).length === 1;
  return (isRow ? [pieces.join(' ')] : pieces).flatMap(betweenSemicolons);
}

function betweenSemicolons(piece: string): Listed[] {
  const addresses = [...piece.matchAll(ADDRESS)];
  const [only] = addresses;
  if (!only) return named(clean(piece));
  const rest = clean(piece.replace(only[0], ' '));
  if (addresses.length === 1 && !isSeveral(rest))
    return [{ name: inOrder(rest), asWritten: rest, email: only[0] }];
  const listed: Listed[] = [];
  let from = 0;
  for (const { 0: email, index } of addresses) {
    const before = piece.slice(from, index);
    const isItsName = before.trimEnd().endsWith('<');
    listed.push(...(isItsName ? [] : named(clean(before))), {
      name: isItsName ? inOrder(clean(before)) : '',
      email,
    });
    from = index + email.length;
  }
  return [...listed, ...named(clean(piece.slice(from)))];
}

/** Whole names, each with a space in it. */
const isSeveral = (text: string): boolean =>
  text.includes(',') && text.split(',').every((name) => name.trim().includes(' '));

/** `Able, Ana` */
const inOrder = (name: string): string =>
  /^([^,]+),([^,]+)$/u.exec(name)?.slice(1).reverse().join(' ').trim() ?? name;

function named(text: string): Listed[] {
  if (!text || isTotal(text)) return [];
  const names = text.split(',').map((name) => name.trim());
  return [
    { name: inOrder(text), ...(names.length > 1 && { asWritten: text, apart: names.filter(Boolean) }) },
  ];
}
