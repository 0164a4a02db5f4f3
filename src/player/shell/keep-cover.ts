import type { PlayerStore } from '../store.ts';
import { Cover } from './cover.ts';

/** The cover stands in the course for as long as nothing was begun: the one that stood there first, where one did. */
export function keepCover(course: HTMLElement, store: PlayerStore): void {
  const cover = course.querySelector('cm-cover') ?? new Cover(store.course);
  /** The language whose first section was fetched. */
  let fetched = '';
  const follow = (): void => {
    if (store.phase !== 'cover') return cover.remove();
    cover.draw(store);
    if (!cover.parentNode) course.append(cover);
    if (!store.whole || fetched === store.language) return;
    fetched = store.language;
    fetchFirst(store).catch(() => undefined);
  };
  store.subscribe(follow);
  follow();
}

/** So that the first section is there when Start is pressed. What fails is fetched again then. */
async function fetchFirst({ files, language, course, prepare }: PlayerStore): Promise<void> {
  const { sections } = await files.lesson(language, course.lessons[0]?.id ?? '');
  await prepare?.(sections[0]?.blocks ?? []);
}
