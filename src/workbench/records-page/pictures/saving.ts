/** A picture as a file: with its title, how it is counted, what it is narrowed to, and the day. */
import { colour, inLight } from './colours.ts';
import { drawn, element, lettersIn, wrap, type Picture, type Plotting } from './drawing.ts';

export interface Around {
  /** What the answers are narrowed to, in words. */
  narrowed: string;
  /** The day, as it is to stand there. */
  day: string;
}

const WIDTH = 960;
const EDGE = 32;
const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const TITLE = 22;
const NOTE = 14;

/** What no XML may have; a name from an export might. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // oxlint-disable-line no-control-regex

export function asSvg(plot: Plotting, picture: Picture, { narrowed, day }: Around): string {
  const inside = WIDTH - 2 * EDGE;
  const body = drawn(plot, picture, Math.max(inside, picture.least ?? 0));
  const width = Number(body.getAttribute('width')) + 2 * EDGE;
  const titles = wrap(picture.title, lettersIn(inside, TITLE));
  const notes = [picture.counted, narrowed, day].flatMap((one) => wrap(one, lettersIn(inside, NOTE)));
  const top = EDGE + titles.length * TITLE * 1.3 + 8;
  const under = top + Number(body.getAttribute('height')) + 24;
  const height = under + notes.length * NOTE * 1.5 + EDGE - NOTE;
  const sheet = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FACE });
  sheet.setAttribute('color', colour('ink'));
  sheet.setAttribute('role', 'img');
  sheet.setAttribute('aria-label', `${picture.title}. ${picture.says}`);
  body.setAttribute('x', String(EDGE));
  body.setAttribute('y', String(top));
  body.setAttribute('overflow', 'visible');
  body.setAttribute('font-family', FACE);
  sheet.append(
    element('rect', { width, height, fill: colour('surface') }),
    ...lines(titles, EDGE, TITLE, { 'font-weight': 700, fill: colour('ink') }),
    body,
    ...lines(notes, under - NOTE, NOTE, { fill: colour('muted') }),
  );
  return inLight(new XMLSerializer().serializeToString(sheet)).replaceAll(FORBIDDEN, '');
}

function lines(
  texts: readonly string[],
  top: number,
  size: number,
  attributes: Record<string, string | number>,
): SVGElement[] {
  const step = size === TITLE ? size * 1.3 : size * 1.5;
  return texts.map((text, at) => {
    const line = element('text', { x: EDGE, y: top + size + at * step, 'font-size': size, ...attributes });
    line.textContent = text;
    return line;
  });
}

/** Twice as fine, for a slide. @throws where the browser can't make one, for example of a picture that is too large for it */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  // the policy lets pictures in from this place and as data, and from nowhere else
  image.src = await dataOf(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))),
      'image/png',
    );
  });
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture can’t be read.')));
    reader.readAsDataURL(blob);
  });
}
