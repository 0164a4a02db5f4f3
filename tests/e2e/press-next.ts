import type { Frame } from 'playwright-core';
import type { Learner } from './learner.ts';

/** By *Next* through every lesson, on the same ways as a learner; tells of each press how many milliseconds its page took to stand. */
export async function readByNext(me: Learner): Promise<number[]> {
  const times: number[] = [];
  for (const { id, sections } of me.course.structure.lessons) {
    await me.goTo(sections[0]?.id ?? id);
    for (let at = 1; at < sections.length; at++) times.push(await pressNext(me.frame));
  }
  return times;
}

/** Presses it and waits until the next section stands with all its blocks. */
export function pressNext(frame: Frame): Promise<number> {
  return frame.evaluate(pressInPage);
}

function pressInPage(): Promise<number> {
  const page = (): ShadowRoot | null | undefined =>
    document.querySelector('cm-course')?.shadowRoot?.querySelector('cm-section-page')?.shadowRoot;
  const heading = (): string | null | undefined => page()?.querySelector('#heading')?.textContent;
  const stands = (): boolean =>
    [...(page()?.querySelectorAll('.blocks > cm-block') ?? [])].every(
      (block) => block.shadowRoot?.querySelector('[aria-busy]') === null,
    );
  const before = heading();
  const start = performance.now();
  page()
    ?.querySelector('cm-section-navigation')
    ?.shadowRoot?.querySelector<HTMLElement>('.way.next')
    ?.click();
  return new Promise((resolve) => {
    const look = (): unknown =>
      heading() !== before && page()?.querySelector('.blocks') && stands()
        ? resolve(performance.now() - start)
        : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });
}
