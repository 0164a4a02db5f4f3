/** The sheet of settings for one LMS and one course: the body, which a page may show, and a file that stands alone. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { sha256Base64 } from '../hash.ts';
import { fileName, type Named } from '../pack/file-name.ts';
import { STANDARDS } from '../pack/standards.ts';
import { Xml, xml } from '../pack/xml.ts';
import type { Fact, Setting, Sheet } from './facts.ts';
import { SHEETS } from './lms/index.ts';
import { SOURCES, type SourceId } from './sources.ts';
import { SHEET_STYLE } from './style.ts';
import { outcomeTables, type OutcomeTable } from './tables.ts';

interface SheetFile {
  name: string;
  html: string;
}

/** With what its files are called. */
type NamedCourse = CourseStructure & Named;

export async function settingsSheet(course: NamedCourse, title: string): Promise<SheetFile> {
  const body = await sheetBody(course, title);
  const { name } = SHEETS[course.lms ?? 'generic'];
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(new TextEncoder().encode(SHEET_STYLE))}'; base-uri 'none'; form-action 'none'`;
  const html = xml`<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${name}: settings for ${title}</title>
<style>${new Xml(SHEET_STYLE)}</style>
</head>
<body>
<main class="sheet">
${new Xml(body)}
</main>
</body>
</html>`;
  return { name: fileName(course, 'settings', 'html'), html: `<!doctype html>\n${html.text}\n` };
}

/** In English, like the LMSs' own words that it names. */
export async function sheetBody(course: NamedCourse, title: string): Promise<string> {
  const sheet = SHEETS[course.lms ?? 'generic'];
  const tables = await outcomeTables(sheet, course);
  const used = usedBy(sheet, tables);
  const cite: Cite = (id) => xml`<small class="from">[${used.indexOf(id) + 1}]</small>`;
  return xml`<header>
<p class="kicker">Settings for ${sheet.name}</p>
<h1>${title}</h1>
<p>${sheet.basis} What nobody could confirm is marked <em class="unsure">not confirmed</em>. Numbers in brackets are those of the sources at the end.</p>
</header>
${section('Which package', xml`${sheet === SHEETS.generic ? others() : ''}${packages(sheet, course, cite)}`)}
${section('Step by step', xml`<ol>${sheet.steps.map((step) => xml`<li>${fact(step, cite)}</li>`)}</ol>`)}
${sheet.settings.length > 0 ? section('Settings', settings(sheet.settings, cite)) : ''}
${section('What each person sees', seen(sheet, tables, course, cite))}
${section('Where to look', list(sheet.reports, cite))}
${sheet.mind.length > 0 ? section('Good to know', list(sheet.mind, cite)) : ''}
${section('Sources', sources(used))}`.text;
}

/** Shows where a fact is from. */
type Cite = (id: SourceId) => Xml;

const section = (title: string, content: Xml): Xml => xml`<section>
<h2>${title}</h2>
${content}
</section>`;

const list = (facts: readonly Fact[], cite: Cite): Xml =>
  xml`<ul>${facts.map((one) => xml`<li>${fact(one, cite)}</li>`)}</ul>`;

function fact(given: Fact, cite: Cite): Xml {
  const text = spelled(given.text);
  if ('source' in given) return xml`${text} ${cite(given.source)}`;
  return 'confirmed' in given ? xml`${text} <em class="unsure">not confirmed</em>` : text;
}

/** Words between backticks are a machine's. */
function spelled(text: string): Xml {
  const parts = text.split('`').map((part, at) => (at % 2 === 1 ? xml`<code>${part}</code>` : xml`${part}`));
  return new Xml(parts.join(''));
}

function packages({ packages: uploads }: Sheet, course: Named, cite: Cite): Xml {
  return xml`<ul>${uploads.map(({ standard, why }, index) => {
    const name = STANDARDS.find(({ id }) => id === standard)?.name ?? standard;
    const first = index === 0 ? xml`<strong>Take this one:</strong> ` : '';
    return xml`<li>${first}${name}, <code>${fileName(course, standard, 'zip')}</code>. ${fact(why, cite)}</li>`;
  })}</ul>`;
}

/** The sheet for any LMS leads whose LMS is known to the sheet of their own: it may name another package first. */
function others(): Xml {
  const known = Object.entries(SHEETS).filter(([, sheet]) => sheet !== SHEETS.generic);
  const each = known.map(
    ([
      id,
      {
        name,
        packages: [first],
      },
    ]) => {
      const standard = STANDARDS.find((one) => one.id === first.standard)?.name ?? first.standard;
      return xml`<li>${name} (<code>${id}</code>): ${standard}</li>`;
    },
  );
  return xml`<p>These have a sheet of their own, which names their own settings, and the package to take there:</p>
<ul class="others">${each}</ul>
<p>Choose yours in the workbench’s <em>Hand over</em>, or make sheet and packages by <code>npm run package -- --lms NAME</code>, with the name in brackets. For an LMS that isn’t in the list:</p>
`;
}

function settings(all: readonly Setting[], cite: Cite): Xml {
  return grid(
    'Settings',
    ['Part of the form', 'Setting', 'Choose', 'Why'],
    all.map(({ part, name, choose, why }) => [
      xml`${part}`,
      xml`${name}`,
      xml`<strong>${choose}</strong>`,
      fact(why, cite),
    ]),
  );
}

function seen(
  { name, called = name }: Sheet,
  tables: readonly OutcomeTable[],
  course: CourseStructure,
  cite: Cite,
): Xml {
  const scores = course.assessment
    ? `The pass mark is ${course.assessment.passMark} per cent; scores stand for an example. ${tries(course.assessment.tries)} `
    : '';
  return xml`<p>${scores}Whoever comes back after the end meets the course in review: the record stays as it is.</p>
${tables.map((one) => outcomes(called, one, cite))}`;
}

function outcomes(lms: string, { version, source, done, head, rows }: OutcomeTable, cite: Cite): Xml {
  const basis = source
    ? xml`What the package sends, run through the rules of ${lms} as they are known. ${cite(source)}`
    : xml`What the package sends. How ${lms} shows it was not confirmed: try each with a test learner.`;
  const cells = rows.map((row) => row.map((cell) => xml`${cell}`));
  return xml`<h3>With SCORM ${version}</h3>
<p>${basis}${done ? xml` ${fact(done, cite)}` : ''}</p>
${grid(`With SCORM ${version}`, head, cells)}`;
}

function tries(allowed: number | 'unlimited'): string {
  if (allowed === 'unlimited') return 'Tries are not limited, so nobody is ever marked as failed.';
  return allowed === 1 ? 'There is one try.' : `There are ${allowed} tries.`;
}

/** Wider than a phone: it scrolls within itself, by keyboard as well. */
const grid = (label: string, head: readonly string[], rows: readonly Xml[][]): Xml =>
  xml`<div class="wide" tabindex="0" role="region" aria-label="${label}">
<table>
<thead><tr>${head.map((cell) => xml`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => xml`<tr>${cells.map((cell) => xml`<td>${cell}</td>`)}</tr>`)}
</tbody>
</table>
</div>`;

function usedBy(sheet: Sheet, tables: readonly OutcomeTable[]): SourceId[] {
  const said = [...factsOf(sheet), ...tables.flatMap(({ done }) => done ?? [])];
  const facts = said.flatMap((one) => ('source' in one ? [one.source] : []));
  return [...new Set([...facts, ...tables.flatMap(({ source }) => source ?? [])])];
}

function sources(used: readonly SourceId[]): Xml {
  if (used.length === 0) return xml`<p>None: nothing here is known of one LMS.</p>`;
  return xml`<ol>${used.map((id) => {
    const { name, at, read } = SOURCES[id];
    return xml`<li>${name}: <span class="address">${at}</span>, read in ${read}</li>`;
  })}</ol>`;
}

/** All that a sheet says. */
export function factsOf(sheet: Sheet): Fact[] {
  return [
    ...sheet.packages.map(({ why }) => why),
    ...sheet.steps,
    ...sheet.settings.map(({ why }) => why),
    ...sheet.reports,
    ...sheet.mind,
  ];
}
