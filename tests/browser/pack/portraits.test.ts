/** What is left out of a portrait is what nobody sees: drawn beside the collection's own drawing, it looks the same. */
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { expect, it } from 'vitest';
import { drawPortrait } from '../../../packaging/compile/portraits.ts';
import {
  GROUNDS,
  HAIRS,
  SKINS,
  CLOTHES,
  MOODS,
  personSource,
  type Looks,
} from '../../../src/course/people.ts';

const { head, beard, glasses } = personSource.shape.looks.shape;
const PLAIN: Looks = { head: 'short1', skin: 'tan', hair: 'brown', clothes: 'teal', ground: 'mist' };
const beards = beard.unwrap().options;
const eyewear = glasses.unwrap().options;

/** Each feature once. */
const LOOKS: [string, Looks, (typeof MOODS)[number]][] = [
  ...head.options.map((name): [string, Looks, 'calm'] => [name, { ...PLAIN, head: name }, 'calm']),
  ...beards.map((name): [string, Looks, 'calm'] => [name, { ...PLAIN, beard: name }, 'calm']),
  ...eyewear.map((name): [string, Looks, 'calm'] => [name, { ...PLAIN, glasses: name }, 'calm']),
  ...MOODS.map((mood): [string, Looks, typeof mood] => [mood, PLAIN, mood]),
];

it.each(LOOKS)('%s', async (_, looks, mood) => {
  const whole = createAvatar(openPeeps, {
    head: [looks.head],
    face: [mood],
    skinColor: [SKINS[looks.skin]],
    headContrastColor: [HAIRS[looks.hair]],
    clothingColor: [CLOTHES[looks.clothes]],
    backgroundColor: [GROUNDS[looks.ground]],
    facialHair: looks.beard ? [looks.beard] : [],
    facialHairProbability: 100,
    accessories: looks.glasses ? [looks.glasses] : [],
    accessoriesProbability: 100,
    maskProbability: 0,
  }).toString();
  const [a, b] = await Promise.all([pixels(whole), pixels(drawPortrait(looks, mood))]);
  const off = a.filter((value, at) => Math.abs(value - b[at]!) > 96).length / a.length;
  // a line may be half a pixel from where it was
  expect(off).toBeLessThan(0.01);
});

const SIDE = 96;

async function pixels(svg: string): Promise<Uint8ClampedArray> {
  const picture = new Image(SIDE, SIDE);
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(SIDE, SIDE).getContext('2d')!;
  canvas.drawImage(picture, 0, 0, SIDE, SIDE);
  return canvas.getImageData(0, 0, SIDE, SIDE).data;
}
