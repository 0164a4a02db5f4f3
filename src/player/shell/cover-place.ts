/**
 * The cover's place in the course: it is the course's light child, since it can stand there before the course's class is here. Where
 * it does not, it is made.
 */
import { fetchFirst } from '../first-screen.ts';
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
    fetchFirst(store.files, store.language);
  }
}
