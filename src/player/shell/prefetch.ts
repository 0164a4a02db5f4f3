/**
 * What the rest of the course needs is fetched while the learner reads, so that nothing but the records needs the network
 * later: one thing at a time, in idle moments, small first, and never while a record waits to be sent. Not where the
 * device asks to save data.
 */
import type { LessonContent, PageContent } from '../../course/compiled.ts';
import { load } from '../blocks/load.ts';
import { sources } from '../blocks/sources.ts';
import { fetchHeadingFace } from '../design/heading-face.ts';
import { retriableImport } from '../retriable-import.ts';
import type { PlayerStore } from '../store.ts';
import { idle } from './idle.ts';
import { offerPage, pageOf, type LazyPage } from './pages.ts';
import { hasFaces, picturesOf, practiceOf } from './needs.ts';
import { OWN } from './route.ts';

/** Milliseconds: after the first screen, between looks whether the records are sent, and after a failure. */
const [FIRST, LOOK, AGAIN] = [1_000, 500, 30_000];

/** One thing to fetch. Its name tells it from the others. */
type Errand = readonly [name: string, run: () => Promise<unknown>];

/** Never rejects, and ends with the session: a language that is chosen later is fetched too. */
export async function prefetch(store: PlayerStore): Promise<void> {
  const done = new Set<string>();
  /** What can't be had may be so for as long as the page lives: it holds up nothing else. */
  const failed = new Set<string>();
  await wait(FIRST);
  // as large as a lesson with its words: whoever presses Start at once has these first
  void fetchHeadingFace();
  while (!store.ended) {
    const { language } = store;
    try {
      for await (const [name, run] of errands(store)) {
        if (done.has(name) || failed.has(name)) continue;
        await quiet(store);
        failed.add(name);
        await run();
        failed.delete(name);
        done.add(name);
      }
      if (failed.size > 0) {
        failed.clear();
        await online();
      } else await anotherLanguage(store, language);
    } catch {
      await online();
    }
  }
}

async function* errands(store: PlayerStore): AsyncGenerator<Errand> {
  const { files, language } = store;
  for (const page of PAGES) yield [page.tag, () => retriableImport(page.tag, page.load)];
  for (const kind of Object.keys(sources) as (keyof typeof sources)[]) yield [kind, () => load(kind)];
  yield* OTHER_CODE;
  const named = (name: string): string => `${language}/${name}`;
  yield [named('glossary'), () => files.glossary(language)];
  yield [named('sources'), () => files.sources(language)];
  const pages: PageContent[] = [];
  for (const id of Object.keys(store.text.pages)) {
    yield [named(`page ${id}`), () => files.page(language, id)];
    pages.push(await files.page(language, id));
  }
  const lessons: LessonContent[] = [];
  for (const { id } of store.course.lessons) {
    yield [named(id), () => files.lesson(language, id)];
    lessons.push(await files.lesson(language, id));
  }
  for (const file of practiceOf(lessons)) yield [named(`practice ${file}`), () => store.practice(file)];
  if (store.course.assessment) yield [named('bank'), () => files.bank(language)];
  if (hasFaces(lessons)) yield [named('portraits'), () => files.portraits(language)];
  for (const src of picturesOf(lessons, pages)) yield [src, () => picture(src)];
  // whoever changes the language waits for the page's own file alone
  for (const other of store.course.languages) yield [`words ${other}`, () => files.rest(other)];
}

const PAGES: readonly LazyPage[] = [
  ...OWN.map((kind) => pageOf({ kind, id: kind, part: undefined })),
  pageOf({ kind: 'page', id: '' }),
  offerPage,
];

/** As a block asks for it: the one that could be had. */
const fetchPractice = () => retriableImport('practice', () => import('../blocks/practice.ts'));

const OTHER_CODE: readonly Errand[] = [
  ['assessment', () => retriableImport('assessment', () => import('../assessment-controller.ts'))],
  ['term-dialog', () => retriableImport('cm-term-dialog', () => import('./term-dialog.ts'))],
  ['reading-panel', () => retriableImport('cm-reading-panel', () => import('./reading-panel.ts'))],
  ['practice-run', async () => (await fetchPractice()).fetchRun()],
];

/** They stay in the page's memory, whatever the server says of keeping them. */
const pictures: HTMLImageElement[] = [];

function picture(src: string): Promise<void> {
  const image = new Image();
  image.src = src;
  pictures.push(image);
  return image.decode();
}

/** Until there is nothing better to do. */
async function quiet(store: PlayerStore): Promise<void> {
  await idle();
  while (store.status.kind === 'saving') await wait(LOOK);
  if (!store.whole || store.ended || !navigator.onLine || savesData()) throw new Error('not now');
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** After a failure: once the device has a network again, or a while later. */
function online(): Promise<unknown> {
  return Promise.race([
    wait(AGAIN),
    new Promise((resolve) => addEventListener('online', resolve, { once: true })),
  ]);
}

/** It may have been chosen while the first was still on its way. */
function anotherLanguage(store: PlayerStore, language: string): Promise<void> {
  if (store.language !== language) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.language === language) return;
      stop();
      resolve();
    });
  });
}
