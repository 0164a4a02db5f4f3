/**
 * The one place in the player, with `course-view.ts`, `learning-model.ts` and `assessment-controller.ts` beside it, that
 * knows learning and tracking. It gives the learner's doings to the state machine as events, tells the session of each
 * change, and hands components plain answers.
 *
 * A new learner's first screen needs neither the machine nor most of the words, so these follow it (`fetchDeferred`); what
 * the learner does until then waits its turn. Where there is something to resume they come first.
 */
import type { Block, CourseText, FirstScreen } from '../course/compiled.ts';
import type { ActivityEvent, Doing, InteractionReport, LearningEvent } from '../learning/index.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import type { Offer, Opening } from '../tracking/session/session.types.ts';
import type { CourseFiles } from './course-files.ts';
import type { PlayerContext } from './context.ts';
import { CourseView } from './course-view.ts';
import type { AssessmentController } from './assessment-controller.ts';
import { isNew, isReplayed } from './is-new.ts';
import { pickLanguage } from './language.ts';
import { reloadAround } from './reload.ts';
import { retriableImport } from './retriable-import.ts';
import type { Saving, Way } from './saving-words.ts';
import { setLocale } from './locale.ts';
import type { Answers, Phase, SharedStore } from './store-shared.ts';

/** The components beyond the first screen, defined by being fetched: `import()`s, since the store knows no component. */
export interface Shell {
  /** What a page needs. */
  within(): Promise<{
    /** Fetches the code of blocks. Never rejects. */
    prepare(blocks: readonly Block[]): Promise<void>;
  }>;
  /** What stands around it. */
  around(): Promise<unknown>;
}

export class PlayerStore extends CourseView implements PlayerContext, SharedStore {
  phase: Phase = 'connecting';
  offer: Offer | undefined;
  /** What the first screen did without and a page needs is here: its words, the state machine, the page's parts of the shell. */
  whole = false;
  /** So is what stands around a page, with all other words. */
  surrounded = false;
  deferredFailed = false;
  /** A language's words could not be fetched; cleared at the next try. */
  languageFailed: string | undefined;
  /** Fetches the code of blocks; there once the store is whole. Never rejects. */
  prepare: Awaited<ReturnType<Shell['within']>>['prepare'] | undefined;
  /** Leaves for another page; a test looks where to. */
  leave: (url: string) => void = (url) => location.assign(url);
  /** Loads the page again, or with `launch` the learning site's page around it; a test looks whether. */
  reload: (around?: 'launch') => void = (around) => (around ? reloadAround() : location.reload());
  /** Save and exit has begun: what is done now would come after the end. */
  leaving = false;
  /** Where Save and exit was pressed. */
  left: Phase = 'open';
  /** Whether the latest answer to a check was right, of this visit's. */
  readonly checksRight = new Map<string, boolean>();
  opening: Opening | undefined;
  /** What was done before the state machine was there. */
  readonly waiting: (() => void)[] = [];

  private actions: typeof import('./store-actions.ts') | undefined;
  private deferred: Promise<void> | undefined;
  private launching: Promise<OpenedLaunch> | undefined;
  private controller: Promise<AssessmentController> | undefined;
  private readonly shell: Shell;
  private readonly listeners = new Set<() => void>();

  constructor(files: CourseFiles, first: FirstScreen, shell: Shell) {
    super(files, first.text);
    this.shell = shell;
  }

  /** The assessment's half of the store, fetched when it is first needed. Rejects when it can't be. */
  assessment(): Promise<AssessmentController> {
    this.controller ??= retriableImport('assessment', () => import('./assessment-controller.ts')).then(
      ({ AssessmentController: Controller }) => new Controller(this),
    );
    this.controller.catch(() => (this.controller = undefined));
    return this.controller;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // ---- what the learner does -----------------------------------------------------------------------------------

  /**
   * Waits for the session. A new learner may start at once; else everything is fetched first. Never rejects. `named`: the
   * address asks for a certain page.
   */
  async connect(named: boolean, opened: Promise<OpenedLaunch>): Promise<void> {
    this.launching = opened;
    this.opened = await opened;
    this.opening = this.opened.opening;
    this.launch = this.opening.launch;
    this.offer = this.opening.offer;
    this.onDevice = this.launch.connected && this.status.held !== 'lms';
    if (!isNew(this.opening, named)) return this.fetchDeferred();
    await this.useFirst();
    this.phase = 'cover';
    this.changed();
  }

  /** Fetches what the first screen does without. Never rejects: `deferredFailed` says so, and it may be called again. */
  fetchDeferred(): Promise<void> {
    if (this.deferredFailed) {
      this.deferredFailed = false;
      this.changed();
    }
    this.deferred ??= this.becomeComplete().catch((error: unknown) => {
      console.error(error);
      this.deferred = undefined;
      this.deferredFailed = true;
      this.changed();
    });
    return this.deferred;
  }

  /** Takes the work that was found on this device, or erases it. */
  answerOffer(take: boolean): void {
    this.actions?.answerOffer(this, take);
  }

  /** Leaves the cover. */
  begin(): void {
    this.phase = 'open';
    this.changed();
  }

  /** A section is on the screen. */
  showSection(section: string): void {
    this.dispatch({ type: 'section-shown', section });
  }

  /** Its end was in view, or the learner went on from it. The end of a lesson is saved at once. */
  readSection(section: string): void {
    this.dispatch({ type: 'section-read', section });
  }

  /** @param doing what was done in it, where its kind tells; it may be done again and otherwise. */
  blockDone(block: string, doing?: Doing): void {
    this.dispatch({ type: 'block-done', block }, 'soon', undefined, doing);
  }

  /** Every word in another language; answers and place stay. `ready` fetches what the open page needs besides. */
  async chooseLanguage(language: string, ready: () => Promise<unknown> = async () => {}): Promise<void> {
    await this.fetchDeferred();
    await this.actions?.chooseLanguage(this, language, ready);
  }

  /** Save and exit. Where the LMS doesn't take it, the session stays open and `ending` says so. */
  async exit(): Promise<void> {
    await this.fetchDeferred();
    await this.actions?.exit(this);
  }

  /** Back to the course, after the LMS did not take the last of it. */
  stay(): void {
    this.actions?.stay(this);
  }

  /**
   * The browser restored this page from its cache, though its session is over. Where its address is all that a launch
   * needs, the page loads itself again and goes on.
   */
  restored(): void {
    if (!this.ended || this.phase === 'ended') return;
    if (this.opened?.record.again === 'here') return this.reload();
    this.phase = 'stale';
    this.changed();
  }

  /** What the words about saving hang on. To be read once the store is whole. */
  get saving(): Saving {
    if (!this.actions) throw new Error('the store is not whole yet');
    return this.actions.savingOf(this);
  }

  /** Does what a button beside the words about saving says. */
  mend(way: Way): void {
    this.actions?.mend(this, way);
  }

  /** The learner did something (key, pointer, scroll): active time goes on. */
  active(): void {
    (this.session ?? this.opened)?.active();
  }

  /** Gives the machine an event; where that changed anything, the session hears of it. */
  dispatch(event: LearningEvent, urgency: 'soon' | 'now' = 'soon', answers?: Answers, doing?: Doing): void {
    if (this.leaving || this.ended) return;
    const { actions } = this;
    if (actions && this.learner) actions.dispatch(this, event, urgency, answers, doing);
    else this.waiting.push(() => this.dispatch(event, urgency, answers, doing));
  }

  /** Hands the session the report of what there is now. */
  updateSession(
    urgency: 'soon' | 'now',
    interactions?: readonly InteractionReport[],
    activityEvents?: readonly ActivityEvent[],
  ): void {
    this.session?.update(this.known.report(this.text), urgency, interactions, activityEvents);
  }

  // ---- within --------------------------------------------------------------------------------------------------

  /** What stands around a page is asked for when all that the page needs has come, so that none of its bytes come before. */
  private async becomeComplete(): Promise<void> {
    const begin = this.whole ? undefined : await this.fetchPage();
    const around = Promise.all([
      retriableImport('around', this.shell.around),
      this.files.rest(this.language),
    ]);
    // awaited below: the page is drawn while it is on its way
    around.catch(() => undefined);
    await begin?.();
    await around;
    await this.actions?.completeWords(this);
    this.surrounded = true;
    this.changed();
  }

  /** Gives what makes the store whole. */
  private async fetchPage(): Promise<() => Promise<void>> {
    const opened = await this.launching;
    if (!opened) throw new Error('nothing was launched');
    const [actions, { prepare }, writer] = await Promise.all([
      retriableImport('store-actions', () => import('./store-actions.ts')),
      retriableImport('within', this.shell.within),
      opened.loadWriter(),
      this.files.text(this.language),
    ]);
    return async () => {
      this.prepare = prepare;
      this.actions = actions;
      await actions.becomeWhole(this, opened, writer);
      this.changed();
    };
  }

  get replayed(): boolean {
    return isReplayed(this.launch);
  }

  /** The learner's choice in an earlier visit, the LMS's preference, the browser's, the course's first (docs/translating.md). */
  wanted(earlier?: string): string {
    return pickLanguage(this.course.languages, [earlier, this.launch?.language, ...navigator.languages]);
  }

  /** The cover's words. */
  private async useFirst(): Promise<void> {
    const wanted = this.wanted();
    try {
      if (wanted !== this.language) this.useText((await this.files.first(wanted)).text);
    } catch {
      // words in another language are better than none
      this.languageFailed = wanted;
    }
  }

  useText(text: CourseText): void {
    this.text = text;
    setLocale(text.language, text.ui);
    this.changed();
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }
}
