/**
 * The cover's place in the course: it is the course's light child, since it can stand there before the course's class is here. Where
 * it does not, it is made.
 */
import type { PlayerStore } from '../store.ts';
import './cover.ts';

export class CoverPlace {
  private readonly course: HTMLElement;
  /** The language whose first section was fetched. */
  private fetched = '';

  constructor(course: HTMLElement) {
    this.course = course;
  }

  /** After the course was drawn. */
  update(store: PlayerStore): void {
    const standing = this.course.querySelector('cm-cover');
    if (store.phase !== 'cover') return standing?.remove();
    const cover = standing ?? document.createElement('cm-cover');
    cover.show(store);
    if (!standing) this.course.append(cover);
    cover.hear();
    if (!store.whole || this.fetched === store.language) return;
    this.fetched = store.language;
    fetchFirst(store).catch(() => undefined);
  }
}

/** So that the first section is there when Start is pressed. What fails is fetched again then. */
async function fetchFirst({ files, language, course, prepare }: PlayerStore): Promise<void> {
  const { sections } = await files.lesson(language, course.lessons[0]?.id ?? '');
  await prepare?.(sections[0]?.blocks ?? []);
}
