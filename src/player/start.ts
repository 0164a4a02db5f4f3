/** Where a launch begins. Each standard's entry calls `start` with its driver. */
import type { CourseStructure } from '../course/compiled.ts';
import type { LearnerRecord } from '../tracking/record.ts';
import { startSession } from '../tracking/early-session.ts';
import { Content, readLaunch } from './content.ts';
import { setContext } from './context.ts';
import { late } from './late.ts';
import { setLocale } from './locale.ts';
import './shell/course.ts';
import { addressed } from './shell/route.ts';
import { Store } from './store.ts';
import { restoreTheme } from './theme.ts';

/**
 * Looks for the LMS, and shows the course's title meanwhile where that takes time. Whatever fails, the learner gets a
 * plain sentence and a way on.
 */
export async function start(createRecord: (course: CourseStructure) => LearnerRecord): Promise<void> {
  // `too-old.js` looks for this mark
  document.documentElement.dataset['started'] = '';
  restoreTheme();
  try {
    const store = await open(createRecord);
    const connected = store.connect(addressed() !== '');
    // an LMS that is there answers before anything could be seen: then the course is drawn once
    await Promise.race([connected, new Promise((resolve) => setTimeout(resolve))]);
    show(store);
    await connected;
    await painted();
    await store.fetchRest();
    prefetch();
  } catch (error) {
    console.error(error);
    apologise();
  }
}

async function open(createRecord: (course: CourseStructure) => LearnerRecord): Promise<Store> {
  const launch = await readLaunch();
  const { course, first } = launch;
  setLocale(first.text.language, first.text.ui);
  const content = new Content(launch);
  const session = startSession({ record: createRecord(course), course }, late);
  const store = new Store(content, first, session);
  setContext(store);
  return store;
}

function show(store: Store): void {
  const course = document.createElement('cm-course');
  course.store = store;
  document.body.append(course);
  for (const sign of ['keydown', 'pointerdown', 'scroll', 'touchmove'] as const) {
    addEventListener(sign, () => store.session.active(), { passive: true, capture: true });
  }
  addEventListener('pageshow', (event) => event.persisted && store.restored());
}

/** After the first lesson screen can be seen. A page in the background isn't painted, so it doesn't wait for ever. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      performance.mark('first-screen');
      resolve();
    };
    if (document.visibilityState === 'hidden') return done();
    requestAnimationFrame(() => setTimeout(done));
  });
}

/** What the way to the end needs is fetched while the learner reads, before the connection may be lost. */
function prefetch(): void {
  setTimeout(() => {
    void Promise.allSettled([
      late('desk', () => import('./desk.ts')),
      late('cm-left-page', () => import('./shell/left-page.ts')),
      late('cm-assessment-page', () => import('./assessment/assessment-page.ts')),
    ]);
  }, 3000);
}

/** Without the course's words there are no others: English and Spanish, as in `index.html`. */
function apologise(): void {
  document.querySelector('cm-course')?.remove();
  const box = document.createElement('div');
  box.className = 'plain';
  box.setAttribute('role', 'alert');
  const sentences = [
    ['en', 'The course could not be loaded. Please check your connection. Nothing that was saved is lost.'],
    ['es', 'No se pudo cargar el curso. Revise su conexión. No se perdió nada de lo que estaba guardado.'],
  ] as const;
  for (const [language, sentence] of sentences) {
    const line = document.createElement('p');
    line.lang = language;
    line.textContent = sentence;
    box.append(line);
  }
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Try again · Intentar de nuevo';
  again.addEventListener('click', () => location.reload());
  box.append(again);
  document.body.append(box);
}
