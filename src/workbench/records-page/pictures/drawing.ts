/** What pictures are made of. Observable Plot draws them; it comes when the first is shown. */
import type { PlotOptions } from '@observablehq/plot';
import { colour, type Colour } from './colours.ts';

export type Plotting = typeof import('@observablehq/plot');

export interface Picture {
  /** Of its file. */
  name: string;
  title: string;
  counted: string;
  /** The same, to those who don't see it. The table says it figure by figure. */
  says: string;
  /** Below this width it is moved sideways, since its words would find no room. */
  least?: number;
  draw(plot: Plotting, width: number): PlotOptions;
}

/** Letters of a picture, in px: as `--size-small`, below which nothing goes. */
const LETTERS = 14;
const LINE = 20;

/** So many letters find room on a line. The mean letter of a text face is half as wide as high. */
export const lettersIn = (width: number, size = LETTERS): number =>
  Math.max(8, Math.floor(width / (size * 0.54)));

/** Lines of a text, broken between words. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[^\S\u00A0]+/)) {
    if (line && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => cut(one, letters));
}

export const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1).replace(/[\s…]+$/u, '')}…` : text;

/** Of people there are no halves, however few they are. */
export const countTicks = (most: number): number | number[] =>
  most < 5 ? Array.from({ length: most + 1 }, (_, one) => one) : 5;

export interface Key {
  words: string;
  fill: Colour;
  /** What is late has stripes as well: a colour alone says nothing. */
  striped?: boolean;
}

/** How high the words of a key stand above a picture. */
export const keyHeight = (keys: readonly Key[], width: number): number =>
  Math.ceil(keys.length / keyColumns(width)) * LINE + 8;

const keyColumns = (width: number): number => (width < 30 * LETTERS ? 1 : width < 50 * LETTERS ? 2 : 3);

/** What each filling means, in words, above the picture. */
export function key(keys: readonly Key[], width: number): () => SVGElement {
  const columns = keyColumns(width);
  return () => {
    const group = element('g', {});
    keys.forEach(({ words, fill, striped }, at) => {
      const x = (at % columns) * (width / columns);
      const y = Math.floor(at / columns) * LINE + 9;
      group.append(...swatch(x, y, fill, striped), written(words, x + 20, y));
    });
    return group;
  };
}

function swatch(x: number, y: number, fill: Colour, striped = false): SVGElement[] {
  const box = { x: x + 1, y: y - 7, width: 13, height: 13 };
  const square = element('rect', { ...box, fill: colour(fill), stroke: colour('line-strong') });
  return striped ? [square, element('rect', { ...box, fill: `url(#${STRIPES})` })] : [square];
}

/** Words that begin at a place and stand in the middle of its line. */
export function written(words: string, x: number, y: number, more: Attributes = {}): SVGElement {
  const line = element('text', { x, y, dy: '0.36em', 'text-anchor': 'start', fill: colour('ink'), ...more });
  line.textContent = words;
  return line;
}

/** What goes upwards. Plot would write it into the key. */
export const upwards = (words: string, top: number) => (): SVGElement =>
  written(`↑ ${words}`, 0, top + 8, { fill: colour('muted') });

export const STRIPES = 'stripes';

/** Stripes that can be laid over any filling. */
export function stripes(): SVGElement {
  const pattern = element('pattern', { id: STRIPES, width: 7, height: 7, patternUnits: 'userSpaceOnUse' });
  pattern.setAttribute('patternTransform', 'rotate(45)');
  pattern.append(element('rect', { width: 1.5, height: 7, fill: colour('bad') }));
  const defs = element('defs', {});
  defs.append(pattern);
  return defs;
}

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** @returns the picture, without a sheet of its own: the page's policy lets none in but the page's. */
export function drawn(plot: Plotting, { draw, says }: Picture, width: number): SVGSVGElement {
  const svg = plot.plot({ className: 'plot', width, ...draw(plot, width) }) as SVGSVGElement;
  for (const sheet of svg.querySelectorAll('style')) sheet.remove();
  // Plot names its marks; within a picture that has a name itself nobody hears of them, and ARIA forbids it on a bare group
  for (const mark of svg.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', says);
  svg.setAttribute('font-size', String(LETTERS));
  return svg;
}
