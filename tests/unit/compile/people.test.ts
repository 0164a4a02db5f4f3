/** The cast: who is named is drawn, with the faces that are shown, and the same each time. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { CourseErrors } from '../../../packaging/compile/errors.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { drawPortrait } from '../../../packaging/compile/portraits.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { baseText, baseWith } from './fixtures.ts';

const PEOPLE = `
- id: ana
  name: { en: Doctor Ana, es: Doctora Ana }
  looks: { head: bun, skin: tan, clothes: teal, glasses: glasses2 }
  speaks: she; in a hurry
  alt: { en: a woman with her hair up, es: una mujer con el pelo recogido }
- id: ben
  name: Ben
  looks: { head: short1, skin: dark, clothes: blue, beard: full }
  alt: { en: a man, es: un hombre }
- id: cleo
  name: Cleo
  looks: { head: long, skin: pale, clothes: rose }
  alt: { en: nobody names her, es: nadie la nombra }
`;

const scenario = (speaker: string): string => `
:::scenario{#one-scenario}
title: Here
intro: Somebody waits.
scenes:
  - id: start
    speaker: ${speaker}
    mood: tired
    text: Well?
    choices:
      - { id: a, text: Go., then: end, because: Yes. }
      - { id: b, text: Stay., then: end, because: No. }
  - id: end
    text: There.
    ending: good
    debrief: Good.
:::
`;

function lesson(people: string, speaker: string): string {
  const front = baseText('en/lessons/one.md').replace('goals:', `people: [${people}]\ngoals:`);
  return `${front}${scenario(speaker)}`;
}

function compile(spanish = lesson('ben, ana', 'ana'), english = lesson('ben, ana', 'ana')): CompiledCourse {
  const changes = {
    'course.yaml': baseText('course.yaml').replace('languages: [en]', 'languages: [en, es]'),
    'people.yaml': PEOPLE,
    'en/lessons/one.md': english,
    'es/lessons/one.md': spanish,
    ...Object.fromEntries(
      ['text.yaml', 'glossary.yaml', 'bank/all.yaml', 'media/dot.svg'].map((name) => [
        `es/${name}`,
        baseText(`en/${name}`),
      ]),
    ),
  };
  return compileFolder(baseWith(changes), { ledger: 'propose' }).course;
}

it('a lesson shows its people in order, with words in its own language', () => {
  const { lessons } = compile();
  const said = (language: string) => lessons[language]?.['one']?.people?.map(({ alt }) => alt);
  expect(said('en')).toEqual(['Ben: a man', 'Doctor Ana: a woman with her hair up']);
  expect(said('es')).toEqual(['Ben: un hombre', 'Doctora Ana: una mujer con el pelo recogido']);
});

it('a scene has its speaker, and a scene without one has none', () => {
  const block = compile().lessons['es']?.['one']?.sections[0]?.blocks.at(-1);
  const scenes = block?.kind === 'scenario' ? block.scenes : [];
  expect(scenes.map(({ speaker }) => speaker)).toEqual([
    { id: 'ana', name: 'Doctora Ana', mood: 'tired', face: 'ana-tired' },
    undefined,
  ]);
});

it('a portrait is drawn once for each face that is shown, small, and the same each time', () => {
  const { portraits, media } = compile();
  expect(Object.keys(portraits)).toEqual(['ana-calm', 'ana-tired', 'ben-calm']);
  expect(media.map(({ name }) => name)).not.toContain(expect.stringContaining('ana'));
  for (const text of Object.values(portraits)) {
    expect(gzipSync(text).length).toBeLessThan(4000);
    expect(text).toMatch(/^<svg [^>]*viewBox="0 0 704 704"[^>]*aria-hidden="true">/);
    expect(text).not.toMatch(/metadata|style|http(?!:\/\/www\.w3\.org\/2000\/svg")/);
  }
  expect(compile().portraits).toEqual(portraits);
});

it('a concerned face has closed lips, and no other eyes or brows than it had', () => {
  const looks = { head: 'bun', skin: 'tan', hair: 'black', clothes: 'teal', ground: 'cream' } as const;
  const [calm, concerned] = [drawPortrait(looks, 'calm'), drawPortrait(looks, 'concerned')];
  const teeth = (svg: string): number => svg.match(/fill="#fff"/g)?.length ?? 0;
  expect(teeth(concerned)).toBe(teeth(calm));
  expect(concerned).not.toBe(calm);
});

it('what the speaker says stands apart from what is told, and without a speaker nothing does', () => {
  const spoken = (from: string) => {
    const scene = from.replace('text: Well?', 'text: She waits. “Well?” she says.');
    const block = compile(scene, scene).lessons['es']?.['one']?.sections[0]?.blocks.at(-1);
    return block?.kind === 'scenario' ? block.scenes[0]?.text : undefined;
  };
  expect(spoken(lesson('ben, ana', 'ana'))).toBe('<p>She waits.</p><p class="said">“Well?” she says.</p>');
  const nobody = lesson('ben, ana', 'ana').replace(/ *(?:speaker|mood): \w+\n/g, '');
  expect(spoken(nobody)).toBe('<p>She waits. “Well?” she says.</p>');
});

const withOther = (text: string): string => lesson('ben, ana', 'ana').replace('text: Well?', `text: ${text}`);

it('what the author marks as another’s words is told, and the mark is taken away', () => {
  const scene = withOther('“Go.” :other[“You go,” you say.]');
  const block = compile(scene, scene).lessons['es']?.['one']?.sections[0]?.blocks.at(-1);
  expect(block?.kind === 'scenario' ? block.scenes[0]?.text : undefined).toBe(
    '<p class="said">“Go.”</p><p>“You go,” you say.</p>',
  );
});

it.each([
  ['without words', withOther('“Go.” :other[]'), 'This :other has no words.'],
  ['with a field', withOther('“Go.” :other[“No.”]{who=you}'), 'An :other has no fields.'],
  [
    'where nobody speaks',
    lesson('ben, ana', 'ana').replace('text: There.', 'text: :other[“No.”]'),
    'An :other stands where nobody speaks.',
  ],
])('another’s words are refused %s', (_, scene, message) => {
  expect(faults(scene, scene)).toEqual([message, message]);
});

it('how somebody speaks stays with the authors', () => {
  expect(JSON.stringify(compile())).not.toContain('in a hurry');
});

it.each([
  ['people', lesson('ana', 'ana'), 'Lesson "one" does not have the same people as in en.'],
  ['a speaker', lesson('ben, ana', 'ben'), 'Block "one-scenario" does not have the same speakers as in en.'],
])('another language cannot have %s of its own', (_, spanish, message) => {
  expect(faults(spanish)).toEqual([message]);
});

function faults(...texts: Parameters<typeof compile>): string[] {
  try {
    compile(...texts);
  } catch (error) {
    if (error instanceof CourseErrors) return error.errors.map((mistake) => mistake.message);
  }
  return [];
}
