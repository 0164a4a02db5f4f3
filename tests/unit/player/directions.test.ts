/** Styles name the start and the end of a line, never its left and right: a course may be written from the right. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../../src');

/** Declarations that know a side, and what says the same of the start or the end. */
const SIDED: readonly [RegExp, string][] = [
  [/(?<![\w-])(?:margin|padding|border)-(?:left|right)\b[\w-]*:/, 'inline-start or inline-end'],
  [/(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius:/, 'border-start-start-radius and the like'],
  [/(?<![\w-])(?:left|right): (?:var|calc|min|max|clamp|-?[\d.])/, 'inset-inline-start or -end'],
  [/text-align: (?:left|right)\b/, 'start or end'],
  [/(?<![\w-])float: (?:left|right)\b/, 'a float is sided unless it takes the whole line'],
  [/translateX\((?!calc\(var\(--toward)/, 'a way times var(--toward)'],
  [/linear-gradient\(to (?:left|right)/, 'no gradient along the line'],
];

/** A whole line has no side. */
const WHOLE_LINE = /float: left;\s+width: 100%;/g;

/** Four values of which the second and the fourth differ: top, right, bottom, left. */
function uneven(css: string): string[] {
  return [...css.matchAll(/(?<![\w-])(?:margin|padding|inset|border-width): ([^;{}]+);/g)].flatMap(
    ([declaration, values = '']) => {
      const [, right, , left] = split(values.replace(' !important', ''));
      return left !== undefined && left !== right ? [`${declaration}: one value for each side`] : [];
    },
  );
}

/** At the spaces outside of brackets. */
function split(values: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of values) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ' ' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

function sidesIn(source: string): string[] {
  const css = source.replace(WHOLE_LINE, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const named = SIDED.flatMap(([pattern, instead]) => {
    const [found] = pattern.exec(css) ?? [];
    return found ? [`${found} (${instead})`] : [];
  });
  return [...named, ...uneven(css)];
}

/** What stands in style sheets: files of CSS whole, of scripts what is marked as CSS. */
function styles(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.css')) return text;
  return [...text.matchAll(/css`([^`]*)`/g)].map(([, css = '']) => css).join('\n');
}

const files = ['player', 'workbench'].flatMap((room) =>
  readdirSync(path.join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|css)$/.test(file))
    .map((file) => path.join(room, file)),
);

describe('sides', () => {
  it.each([
    'padding-left: 1rem;',
    'border-right-color: red;',
    'right: 0;',
    'left: var(--space-3);',
    'text-align: left;',
    'float: left;',
    'border-top-left-radius: 0;',
    'transform: translateX(-2rem);',
    'margin: 0 0 var(--space-3) calc(var(--space-3) + 1rem);',
  ])('%s is found', (declaration) => {
    expect(sidesIn(`a { ${declaration} }`)).toHaveLength(1);
  });

  it.each([
    'padding-inline-start: 1rem;',
    'inset: 0 calc(1px + 2px) 0 calc(1px + 2px);',
    'margin: 0 auto 1rem;',
    'float: left;\n width: 100%;',
    'color: var(--left);',
  ])('%s is none', (declaration) => {
    expect(sidesIn(`a { ${declaration} }`)).toEqual([]);
  });

  it('no style sheet knows left and right', () => {
    const all = files.map((file) => ({ file, sides: sidesIn(styles(path.join(SRC, file))) }));
    expect(all.filter(({ sides }) => sides.length > 0)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });
});
