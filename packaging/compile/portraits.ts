/** Portraits: drawn from chosen features when a course is compiled. The same features give the same bytes, always. */
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { CLOTHES, GROUNDS, HAIRS, SKINS, type Looks, type Mood } from '../../src/course/people.ts';
import { Faults } from './faults.ts';
import { readSvg } from './svg.ts';
import { trimPath } from './trim-path.ts';

/** Who drew what the portraits are made of, for the list of licences. */
export const OPEN_PEEPS = 'Open Peeps';

/** Units of the drawing from edge to edge, and how far beyond an edge a line of it is still seen by half. */
const SIZE = 704;
const EDGE = 8;

/**
 * Open Peeps draws a concerned person with bared teeth. Here the brows and eyes are kept, and the lips are closed, in the line that
 * its tired face has: worry is no grimace.
 */
const BARED_TEETH = /<path d="M105\.8 231\.1[^>]*fill="#fff"\/><path d="M190\.3 203\.4.*?Zm5-67\.8c/;
const CLOSED_LIPS =
  '<path d="M189 224.1c6.4-1.5 11.3 3.9 10.1 10-1.3 6.6-8.3 8.8-14.2 8.6-6.7-.2-13.3-1.6-20-1.9-7-.3-13.8-.3-20.7-.1-6.4.1-13 1.3-19.3.3-2.4-.4-2.2-3.7-.6-4.8 4.8-3.5 11-4.9 16.5-6.3a131.8 131.8 0 0 1 35.4-4.4c2.7 0 6 .6 8.7 0 1.3-.2 2.7-1 4.2-1.4ZM170.9 137.4c';

/** The finest step of a line, in units: a portrait is shown at a seventh of its size. */
const GRAIN = 3;

/** As SVG that may reach a learner: cleaned in the way of every other drawing. */
export function drawPortrait(looks: Looks, mood: Mood): string {
  const faults = new Faults();
  const file = { path: 'a portrait', text: small(drawn(looks, mood)) };
  const svg = readSvg(file, { alt: '', prefix: '', colours: 'its own' }, faults);
  faults.throwIfAny();
  if (svg === undefined) throw new Error('A portrait could not be drawn, without a fault.');
  return svg;
}

/** Each feature has one value and each probability is 0 or 100: the seed decides nothing. */
function drawn({ head, skin, hair, clothes, ground, beard, glasses }: Looks, mood: Mood): string {
  return createAvatar(openPeeps, {
    seed: '',
    head: [head],
    face: [mood],
    skinColor: [SKINS[skin]],
    headContrastColor: [HAIRS[hair]],
    clothingColor: [CLOTHES[clothes]],
    backgroundColor: [GROUNDS[ground]],
    facialHair: beard ? [beard] : [],
    facialHairProbability: beard ? 100 : 0,
    accessories: glasses ? [glasses] : [],
    accessoriesProbability: glasses ? 100 : 0,
    maskProbability: 0,
  })
    .toString()
    .replace(BARED_TEETH, CLOSED_LIPS);
}

/** Without what a picture with an edge of its own needs not, and with paths as short as they can be. */
function small(svg: string): string {
  let [x, y] = [0, 0];
  return svg
    .replace(/<mask id="viewboxMask">.*?<\/mask>/, '')
    .replace('<g mask="url(#viewboxMask)">', `<g transform="scale(${GRAIN})">`)
    .replace(/ (?:shape-rendering|fill-rule|clip-rule)="[^"]*"/g, '')
    .replace('<svg', '<svg fill-rule="evenodd"')
    .replace(/<g transform="[^"]*"><\/g>/g, '')
    .replace(/ transform="(translate|matrix)\(([^"]*)\)"| d="([^"]*)"/g, (_, kind, numbers, path: string) => {
      if (path === undefined) {
        const values = String(numbers).split(' ').map(Number);
        [x = 0, y = 0] = values.slice(-2);
        return ` transform="${kind}(${[...values.slice(0, -2), ...[x, y].map((at) => Number((at / GRAIN).toFixed(2)))].join(' ')})"`;
      }
      const frame = { left: -EDGE - x, top: -EDGE - y, right: SIZE + EDGE - x, bottom: SIZE + EDGE - y };
      return ` d="${trimPath(path, frame, GRAIN)}"`;
    });
}
