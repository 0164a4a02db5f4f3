/** What stands on the cover beside its words. */
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { PORTRAITS } from '../blocks/samples.ts';
import { begin, findAll, launchCover, settled } from './harness.ts';

afterEach(() => page.viewport(1280, 800));

it('shows the course’s people, and nothing is said of them', async () => {
  await launchCover({ course: { faces: true } });
  await expect.poll(() => findAll('cm-portrait').length).toBe(Object.keys(PORTRAITS).length);
  await expect
    .poll(() => findAll('cm-portrait').every((face) => face.shadowRoot?.querySelector('img')))
    .toBe(true);
  expect(findAll('cm-cover-faces').map((faces) => faces.getAttribute('aria-hidden'))).toEqual(['true']);
});

it('keeps no room where a course has nobody', async () => {
  await launchCover();
  expect(findAll('cm-cover-faces')).toEqual([]);
});

it('asks for the language itself, so that the foot does only later', async () => {
  await launchCover();
  expect(findAll('[lang="es"]').map((button) => (button.getRootNode() as ShadowRoot).host.localName)).toEqual(
    ['cm-cover'],
  );
  await begin();
  expect(findAll('[lang="es"]').map((button) => (button.getRootNode() as ShadowRoot).host.localName)).toEqual(
    ['cm-footer'],
  );
});

it.each([
  ['a laptop of 1366 by 768', 1366, 640],
  ['one of 1280 by 720', 1280, 592],
  ['a learning site’s frame there', 1000, 490],
])('shows Start without scrolling on %s, however long the words are', async (_, width, height) => {
  await page.viewport(width, height);
  const { store } = await launchCover({ course: { faces: true } });
  store.useText({
    ...store.text,
    title: 'El Código de Ética para quienes dan apoyo entre pares',
    description:
      'Un curso gratuito para especialistas en apoyo entre pares (CPS) de Massachusetts y quienes se preparan para serlo: lo que el Código de Ética le pide en situaciones reales.',
  });
  await settled();
  const [start] = findAll('.start');
  expect(start!.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
  // and the people have their room yet
  expect(findAll('cm-cover-faces')[0]!.getBoundingClientRect().height).toBeGreaterThan(80);
});
