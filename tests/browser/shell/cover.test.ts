/** What stands on the cover beside its words. */
import { expect, it } from 'vitest';
import { PORTRAITS } from '../blocks/samples.ts';
import { begin, findAll, launchCover } from './harness.ts';

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
