/**
 * What no course can do anything about, and nothing else: the only list of what the promise is not held against. Each
 * reason holds for exactly the pages and the moments that it names.
 */
import type { Counterpart, Held } from './counterpart.types.ts';
import type { Device } from './device.ts';
import { factsHeld, factsIn, journalled } from './facts.ts';
import type { OpenPage } from './open-page.ts';

export const UNAVOIDABLE = {
  apart:
    'SCORM: a page reads what its launch gave it. While pages are open on two devices, or in two tabs of a browser without storage, neither learns what the other writes, and an LMS keeps what comes last.',
  'older record':
    'SCORM: such a page reads the copy that its launch gave it, as in every LMS that is known here. The older one puts back what the LMS had when it was opened, and nothing less: where every save brings the whole record along at any time, elsewhere with the result of a form of its own, or of one that it hears of from its own device.',
  'no storage':
    'SCORM: such pages in a browser that keeps nothing. What one wrote over the other is nowhere any more.',
  'two beginnings':
    'SCORM: two such pages that were opened before either had saved have an attempt each, and the LMS keeps one of them.',
  'unseen rows':
    'SCORM: a page counts the answers that its launch gave it. What another page hands in meanwhile has the same places as its own next form.',
  'unseen forms':
    'SCORM: the saved state has the best try and the last. An objective that was better in another one is known to the page that handed it in, and to the launches after it.',
  'unread record':
    'SCORM: an LMS that lets nothing be read. After two such pages the state that came last is all that a later launch knows of the record, and its own result may be lower; so it may until the device is heard where an empty state was handed out.',
  'not suspended':
    'SCORM 2004: the LMS says that it has stored that the learner comes back, and has not. Then the next launch begins with nothing, and writes what the device has.',
  'later try':
    'LRS: pages on two devices. A form gives way to a later try on another device, where a form was handed in that its page had not heard of when it began.',
  'form twice':
    'A page that can write no more hears of no other: a form that is open in both is handed in by both, and within a second its answers are the same to an LRS.',
  'lying LMS':
    'The LMS says yes in one call and stores nothing, or less. Of an LMS the next launch can tell; what an LRS said that it has is not sent again.',
  'begun in word':
    'cmi5: the LMS says that it has `initialized`, and has not. Whatever is said after that comes before `initialized` to it, and is refused until the next launch.',
  'half a document': 'LRS: it says yes and stores half of the saved state, and the browser keeps nothing.',
  'shared device':
    'Work that was done while nobody said who the learner was is offered to nobody on a device that others use for this course.',
  'another spelling':
    'SCORM: the LMS spells the name in another way and begins a new attempt. What a launch that named nobody did on a device with the attempt before stays there, and is offered to nobody: that may be another learner.',
  'something else':
    'LRS: whenever it is asked it hands out something else in the place of the saved state, and the browser keeps nothing.',
  'half beside':
    'LRS: it says yes to one page and stores half of the saved state. Another page says what was true a moment before: nothing of it is there until one of them writes again.',
  'other tab waits':
    'LRS: tabs of one browser send one after the other, so that nothing arrives twice. Where one waits for an answer that does not come, the next one is kept waiting too, and says so.',
  'not found yet':
    'LRS: it fails for ever at some statements. It takes some failures in a row, and time between them, to tell them from an LRS that is away: who leaves before that is told that not everything is saved.',
  'always yes': 'The LMS says yes to every commit, and nothing reached its server at that moment.',
  'lost at once':
    'forma.lms: the session is lost before the first commit of a launch, whose answer is then that of an LMS with a habit, unless the package was made for forma.',
  'whole record':
    'SCORM: where every save brings the whole record along, a page in review puts back exactly what the LMS had when it was opened, though another page that was open beside it has written since.',
  'put aside':
    'SCORM: the LMS begins a new attempt though a page of the one before is open, and keeps in the new one what that page writes, whose word is about its own; the page of the new one writes its result over it.',
  'taken in beside':
    'SCORM: the LMS has begun a new attempt, and a second page of it was opened before the first had saved: it is offered what the device has of the one before, as after a loss. The first page knows that as another attempt, and writes its own over it.',
  'over for review': 'The LMS opens an attempt that is over for review, and takes nothing any more.',
  locked: 'The LMS stores nothing any more after an early completion, and says so to nobody.',
  'forgetful LMS':
    'The LMS gives no state back: a page on another device, in a browser that keeps nothing or whose own is damaged, or whose learner the LMS did not name, knows only what statuses and scores say, and its sections and tries are written over the others.',
  'completing LMS':
    'The LMS completes a review, in which nothing is written, and in SCORM 1.2 that is put over a pass.',
  'completes what is silent':
    'SCORM 2004: the LMS completes by itself what says nothing about success, and the package was not made for it. Once the assessment is passed its word is taken.',
  'state refused':
    'LRS: the credentials are good for statements alone. The state is on each device alone, and the page says so.',
  'wiped, and gone':
    'The LMS has the state until it wipes it. What a device had of it is damaged in both its places, or was on no disk, and no page keeps it there again before: the storage takes no other, or none is open there.',
  'wiped state': 'The LMS has wiped the state, since a status is final: what is earned stays.',
  'suspended status':
    'The LMS takes no final status while the learner may come back, and the package was not made for it.',
} as const;

/** Where some of what was kept or called saved can be nowhere in the end. */
export const LOST = [
  'wiped state',
  'state refused',
  'two beginnings',
  'no storage',
  'taken in beside',
  'half a document',
  'something else',
  'shared device',
] as const;

type Reason = keyof typeof UNAVOIDABLE;

export class Spared {
  readonly #lms: Counterpart;
  readonly #isOwn: boolean;
  #twoBeginnings = false;
  #unseenRows = false;
  #formTwice = false;
  readonly #handedIn = new Set<number>();
  #reviewed = false;
  /** Devices whose storage has failed: pages on them hear of nobody. */
  readonly #silent = new Set<Device>();
  readonly #pages: OpenPage[] = [];
  readonly #used = new Set<Device>();
  /** What a device kept is damaged, or was in no database when its browser was killed. */
  isLostOnDevice = false;
  readonly #submittedOn = new Set<Device>();
  #forms = 0;
  /** Most tries that any page has counted. */
  #tries = 0;

  /** @param isOwn The package was made for this LMS. */
  constructor(lms: Counterpart, isOwn: boolean) {
    this.#lms = lms;
    this.#isOwn = isOwn;
  }

  get isScorm(): boolean {
    return this.#lms.standard.startsWith('scorm');
  }

  has(habit: string): boolean {
    return (this.#lms.habits as ReadonlySet<string>).has(habit);
  }

  /** Rows of answers that the course lets this record have (docs/records.md). */
  get mostRows(): number {
    if (this.#isOwn && this.has('all-when-leaving')) return 35;
    return this.#lms.standard === 'scorm2004' ? 50 : Infinity;
  }

  /** It does not take what is said about some activities. */
  get takesNotAll(): boolean {
    return this.has('fails-at-some-activities') || this.has('refuses-some-activities');
  }

  storageFails(device: Device): void {
    this.#silent.add(device);
  }

  get #completes(): boolean {
    return this.has('completes-silent-session') && this.#reviewed;
  }

  get storageFailed(): boolean {
    return this.#silent.size > 0;
  }

  /** Before a launch, with the pages that are still open. */
  opens(page: OpenPage, open: readonly OpenPage[]): void {
    this.#pages.push(page);
    this.#used.add(page.device);
    page.found = this.#lms.held(page.device.store);
    // The Back button brings what the first launch was given
    page.forms.before = page.isBack ? 0 : this.#formsIn(page.found, page.device);
    this.#reviewed ||= page.launched.mode !== 'normal';
    for (const one of open.length > 0 ? [page, ...open] : []) one.beside = true;
    const unheard = open.filter(({ device }) => device !== page.device || this.#silent.has(device));
    for (const one of unheard.length > 0 ? [page, ...unheard] : []) one.apart = true;
    this.#twoBeginnings ||= unheard.length > 0 && this.#lms.held(page.device.store).saved.length === 0;
  }

  /**
   * As many as a launch is given: an LMS that lets nothing be read gives those of the state, whoever wrote that last. An LRS
   * gives the state alone, in which a form is missing that another device could not send yet.
   */
  #formsIn({ saved }: Held, { store }: Device): number {
    if (!this.isScorm) {
      const kept = [...store.entries].flatMap(([key, text]) =>
        key.startsWith('cm1|') ? [journalled(text)] : [],
      );
      const tries = Math.max(0, ...[...saved.map(factsIn), ...kept].map((facts) => facts.tries));
      return tries < this.#tries ? Math.min(this.#forms - 1, tries) : this.#forms;
    }
    if (!this.has('reads-nothing') || !this.#pages.some(({ apart }) => apart)) return this.#forms;
    return Math.min(this.#forms, ...saved.map((text) => factsIn(text).tries));
  }

  submitted(page: OpenPage): void {
    const { seed = 0 } = page.store.state.current ?? {};
    this.#formTwice ||= this.#handedIn.has(seed);
    this.#handedIn.add(seed);
    this.#unseenRows ||= page.forms.before + page.forms.own < this.#forms;
    page.forms.own++;
    this.#forms++;
    this.#tries = Math.max(this.#tries, page.store.state.triesSubmitted);
    this.#submittedOn.add(page.device);
  }

  /** As text, to tell whether anything changed; without what an LMS decides by itself. */
  record({ objectives, ...rest }: Held): string {
    return JSON.stringify({
      ...rest,
      ...(this.#completes && { passed: 0, completed: 0, final: 0 }),
      objectives: [...objectives],
    });
  }

  /** All as it was when the page was opened; rows of answers that came after those stay, and make it longer. */
  #isPutBack({ found }: OpenPage, held: Held): boolean {
    if (!found) return false;
    const answers = held.answers.slice(0, found.answers.length);
    return this.record({ ...found, size: 0 }) === this.record({ ...held, answers, size: 0 });
  }

  /** By a page that is open there. */
  #isKeptAgain(there: Device): boolean {
    return !there.store.refusal && this.#pages.some(({ device, dead }) => device === there && !dead);
  }

  byAny(reasons: readonly Reason[], held: Held, page?: OpenPage): boolean {
    return reasons.some((reason) => this.by(reason, held, page));
  }

  /** Whether a reason holds in this story, now, and for this page. */
  by(reason: Reason, held: Held, page?: OpenPage, at = page?.device): boolean {
    switch (reason) {
      case 'apart':
        return this.isScorm && page?.apart === true;
      case 'older record':
        return (
          this.by('apart', held, page) &&
          (!this.has('sends-changes') || (hasNews(page) && this.by('unseen forms', held, page)))
        );
      case 'no storage':
        return this.isScorm && this.storageFailed && this.#pages.some(({ apart }) => apart);
      case 'two beginnings':
        return this.isScorm && this.#twoBeginnings;
      case 'unseen rows':
        return this.isScorm && (this.#unseenRows || this.#submittedOn.size > 1);
      case 'unseen forms':
        return this.isScorm && page !== undefined && page.forms.before + page.forms.own < this.#forms;
      case 'unread record':
        return (
          this.has('reads-nothing') &&
          (this.by('unseen forms', held, page) || (page !== undefined && page.misled > 0))
        );
      case 'not suspended':
        return (
          this.#lms.standard === 'scorm2004' &&
          held.saved.length === 0 &&
          held.score === undefined &&
          this.#pages.some(({ deceived }) => deceived)
        );
      case 'later try':
        return !this.isScorm && page?.apart === true && page.forms.before + page.forms.own < this.#forms;
      case 'form twice':
        return this.#formTwice;
      case 'lying LMS':
        return this.isScorm ? page?.deceived === true : this.#pages.some(({ deceived }) => deceived);
      case 'begun in word':
        return this.#lms.begunInWord;
      case 'half a document':
        return !this.isScorm && this.storageFailed && this.#pages.some(({ stateDeceived }) => stateDeceived);
      case 'shared device':
        return this.#pages.some(
          ({ device, opened }) => device.strangers.size > 0 && opened !== undefined && !opened.launch.learner,
        );
      case 'another spelling':
        return this.has('new-attempt-when-over') && this.#lms.attempts > 0;
      case 'something else':
        return !this.isScorm && this.storageFailed && this.#pages.some(({ misled }) => misled > 1);
      case 'half beside':
        return (
          !this.isScorm && held.saved.length === 0 && this.#pages.some(({ stateDeceived }) => stateDeceived)
        );
      case 'other tab waits':
        return !this.isScorm && page?.device.isTakenFrom(page) === true;
      case 'not found yet':
        return this.has('fails-at-some-activities') && this.#forms > 0;
      case 'always yes':
        return this.has('always-true') && page?.launched.isDown() === true;
      case 'lost at once':
        return this.has('silent-lost-session') && !this.#isOwn && page?.launched.lostAtOnce() === true;
      case 'whole record':
        return (
          this.isScorm &&
          !this.has('sends-changes') &&
          page?.beside === true &&
          page.store.whole &&
          !page.store.counts &&
          this.#isPutBack(page, held)
        );
      case 'put aside':
        return this.isScorm && (page ? [page] : this.#pages).some(({ aside }) => aside === 'writing');
      case 'taken in beside':
        return (
          this.has('new-attempt-when-over') &&
          this.#lms.attempts > 0 &&
          this.#pages.some(({ taken, beside }) => taken && beside)
        );
      case 'over for review':
        return page?.store.counts === false;
      case 'locked':
        return this.#lms.locked;
      case 'forgetful LMS':
        return (
          this.has('forgets-state') &&
          (this.#used.size > 1 ||
            this.storageFailed ||
            this.isLostOnDevice ||
            this.#pages.some(({ nameless }) => nameless))
        );
      case 'completing LMS':
        return this.#completes;
      case 'completes what is silent':
        return this.has('completes-without-success') && !this.#isOwn;
      case 'state refused':
        return this.has('forbids-state') && (page === undefined || page.store.status.held !== 'lms');
      case 'wiped state':
        return this.has('wipes-state-when-final') && held.final && held.saved.length === 0;
      case 'wiped, and gone':
        return this.has('wipes-state-when-final') && at !== undefined && !this.#isKeptAgain(at);
      case 'suspended status':
        return this.has('ignores-final-when-suspended') && !this.#isOwn;
    }
  }
}

/** It has a form that its launch did not give it. */
const hasNews = (page: OpenPage | undefined): boolean =>
  page !== undefined &&
  (page.forms.own > 0 ||
    (page.store.whole && page.store.state.triesSubmitted > factsHeld(page.found?.saved ?? []).tries));
