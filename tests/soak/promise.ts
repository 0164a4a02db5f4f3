/**
 * The promise, as what must be true after each step and in the end. What is spared, `spared.ts` names: a standard or an
 * LMS leaves no way, and docs/records.md says so.
 */
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { Counterpart, Held } from './counterpart.types.ts';
import type { Device } from './device.ts';
import { factsHeld, factsOf, missing, NOTHING, tokenIn, united, type Facts } from './facts.ts';
import { Given, isStrange } from './given.ts';
import { Kept } from './kept.ts';
import { AT_THE_EXIT, IN_VAIN, triesInVain, waitsAtTheExit } from './in-vain.ts';
import { lackingResult, leastOf, lowered } from './lowered.ts';
import type { OpenPage } from './open-page.ts';
import { LOST, Spared } from './spared.ts';
import { withoutWithheld } from './withheld.ts';
import type { World } from './world.ts';

/** What a page that closes can send. */
const MOST_CHARACTERS = 65_536;

export class Oracle {
  readonly broken: string[] = [];
  readonly kept: Kept;
  readonly given = new Given();
  readonly #lms: Counterpart;
  readonly #world: World;
  readonly #spared: Spared;
  /** What the LMS had when it was last looked at. */
  #last: Held | undefined;
  /** What was called saved. */
  #safe: Facts = NOTHING;
  #attempts = 0;
  /** A page of an attempt that was put aside has written into a later one, and that one is over too. */
  #wasAside = false;
  /** Tokens of attempts that the LMS put aside for a new one. */
  readonly #over = new Set<string>();
  readonly #used = new Set<Device>();

  /** @param isOwn The package was made for this LMS. */
  constructor(
    lms: Counterpart,
    { course, isOwn }: { course: CourseStructure; isOwn: boolean },
    devices: readonly Device[],
    world: World,
  ) {
    this.kept = new Kept(devices, course.id, (token) => this.#over.has(token));
    this.#lms = lms;
    this.#world = world;
    this.#spared = new Spared(lms, isOwn);
  }

  /** A launch begins. */
  opens(page: OpenPage, pages: readonly OpenPage[]): void {
    this.#used.add(page.device);
    this.kept.opens(page, pages);
    if (this.#attempts !== this.#lms.attempts) this.#newAttempt(pages);
    this.#spared.opens(
      page,
      pages.filter((other) => !other.dead && !other.store.ended),
    );
  }

  /** What is in the LMS, for a device that has just lost its own. */
  heldFor(device: Device): Held {
    const held = this.#lms.held(device.store);
    return this.#spared.by('wiped, and gone', held, undefined, device) ? { ...held, saved: [] } : held;
  }

  storageFails(device: Device): void {
    this.#spared.storageFails(device);
  }

  /**
   * @param allRight Each question was answered right, here and now.
   * @param begun The number of the try in which the first was.
   */
  submitted(page: OpenPage, allRight: boolean, begun: number): void {
    this.#spared.submitted(page);
    const { latest, current } = page.store.state;
    const gaveWay =
      (current?.number ?? 0) > begun && this.#spared.by('later try', this.#lms.held(page.device.store), page);
    if (allRight && !gaveWay && !page.dead && page.store.counts && latest?.score !== 100)
      this.#breaks(`all was answered right, and the score is ${latest?.score}`);
    const form = (current?.form ?? []).map(({ item }) => item);
    this.given.submitted(form.filter((item) => !this.#spared.takesNotAll || item % 10 !== 5));
  }

  /** The learner has left, and nothing had gone wrong in the page. */
  left(page: OpenPage): void {
    const { troubled, apart, dead, launched, store, isBack } = page;
    if (troubled || apart || dead || this.#spared.storageFailed || launched.isDown() || !store.whole) return;
    if (this.#spared.by('other tab waits', this.#lms.held(), page)) return;
    if (this.#spared.by('not found yet', this.#lms.held(), page)) return;
    const { kind, problem } = store.status;
    // A cmi5 LMS ends the older session when the course is opened again; a page that Back brought again says that it is over
    const mayBeOver = this.#lms.standard === 'cmi5' || isBack;
    if (mayBeOver && problem?.code === 'session-over') return;
    if (!store.ended || kind === 'not-saved' || problem?.code === 'lms-threw')
      this.#breaks(`nothing was wrong, and at the exit "${kind}" is said (${problem?.detail})`);
  }

  /**
   * Whether another spelling of the name changes nothing: all that the devices have is the attempt that the LMS gives back,
   * and no page that Back brought again can begin another one under the old name.
   */
  respells(pages: readonly OpenPage[]): boolean {
    if (pages.some(({ isBack, usable }) => isBack && usable)) return false;
    // What it said that it stored may be the mark that the learner comes back: then it gives back another attempt
    if (this.#lms.standard === 'scorm2004' && pages.some(({ deceived }) => deceived)) return false;
    const [token] = this.#lms.held().saved.map(tokenIn);
    const forgets = this.#spared.has('forgets-state') || this.#spared.has('wipes-state-when-final');
    return token !== undefined && !forgets && this.kept.tokens.every((kept) => kept === token);
  }

  #breaks(what: string): void {
    if (!this.broken.includes(what)) this.broken.push(what);
  }

  // ---- at any time ---------------------------------------------------------------------------------------------

  /** A page says who has what. */
  said(page: OpenPage): void {
    const { store } = page;
    if (!store.whole || page.launched.mode !== 'normal') return;
    this.kept.said(page);
    if (store.status.kind === 'saved') this.#saidSaved(page);
  }

  #saidSaved(page: OpenPage): void {
    const { store } = page;
    const held = this.#lms.held(page.device.store);
    const spared = this.#spared;
    if (spared.by('over for review', held, page) || spared.by('locked', held)) return;
    const known = factsOf(store.state);
    if (spared.by('always yes', held, page) || spared.by('lost at once', held, page)) {
      page.blind = true;
      return;
    }
    const isGone = spared.byAny(['wiped state', 'state refused', 'apart', 'half beside'], held, page);
    if (!page.stateDeceived && !isGone) {
      // Where the device is the record, its database has it too: the next launch takes the better one
      const beside = page.device.texts.flatMap(([key, text]) => (key.startsWith('cm-web|') ? [text] : []));
      const lacks = missing(this.#sparing(known, held), factsHeld([...held.saved, ...beside]));
      if (lacks)
        this.#breaks(`"${store.status.kind}, ${store.status.held}" is said, and the state lacks ${lacks}`);
    }
    if (!spared.by('lying LMS', held, page) && !spared.by('apart', held, page)) {
      const lacks = this.#lackingResult(known, store.complete, held);
      if (lacks) this.#breaks(`"${store.status.kind}" is said, and the record lacks ${lacks}`);
    }
    // Nobody is asked about one section that was looked at, where the LMS forgets it
    const isLittle = known.done.size < 2 && known.tries === 0;
    // It is true of the attempt that it belongs to, not of the one that goes on; unless both have become one
    const isOver = held.saved.every((saved) => this.#over.has(tokenIn(saved) ?? ''));
    const isAside = isOver && spared.by('put aside', held, page);
    if (!page.stateDeceived && !isAside && !(isLittle && spared.has('forgets-state')))
      this.#safe = united(this.#safe, known);
  }

  /** Without what a forgetful LMS can lose: never the result, which it gives back. */
  #sparing(facts: Facts, held: Held): Facts {
    return this.#spared.by('forgetful LMS', held) ? { ...facts, done: NOTHING.done, tries: 0 } : facts;
  }

  #lackingResult(known: Facts, complete: boolean, held: Held): string {
    const { standard } = this.#lms;
    if (standard === 'web') return '';
    return lackingResult({ ...known, completed: complete }, held, {
      scores: this.#spared.isScorm,
      decides: !this.#spared.by('suspended status', held),
      passIsAll: standard === 'scorm12',
    });
  }

  look(pages: readonly OpenPage[]): void {
    for (const what of this.#world.escaped.splice(0)) this.#breaks(`escaped: ${what}`);
    const held = this.#lms.held();
    if ((held.size ?? 0) > MOST_CHARACTERS) this.#breaks(`the record has grown to ${held.size} characters`);
    for (const what of this.#lms.broken())
      if (!(what.endsWith('initialized comes first, once') && this.#spared.by('begun in word', held)))
        this.#breaks(`rule: ${what}`);
    for (const page of pages) if (page.store.deferredFailed) this.#breaks('the course did not start');
    for (const page of pages) if (triesInVain(page, this.#world)) this.#breaks(IN_VAIN);
    for (const page of pages) if (waitsAtTheExit(page)) this.#breaks(AT_THE_EXIT);
    this.#gifts(pages.filter(({ store }) => store.whole));
    const open = pages.filter((page) => !page.wasSeen);
    if (this.#last) {
      this.#review(this.#last, held, open);
      this.#lower(this.#last, held, open);
    }
    this.#last = held;
    for (const page of pages) page.wasSeen ||= page.dead || page.store.ended;
    this.#spared.isLostOnDevice = this.kept.isLost;
    this.kept.look();
    for (const page of pages) {
      const amiss = this.kept.amiss(page);
      if (amiss) this.#breaks(amiss);
    }
  }

  /** Nobody is given what nobody did, in whichever page. */
  #gifts(pages: readonly OpenPage[]): void {
    this.given.look(pages);
    const held = this.#lms.held();
    if (isStrange(held.score, pages)) this.#breaks("another learner's result was given");
    if (this.#spared.by('completing LMS', held) || this.#spared.by('completes what is silent', held)) return;
    for (const what of this.given.gifts(pages)) this.#breaks(what);
  }

  /** The launch of a page that has kept nothing yet made the LMS begin anew: all that there is belongs to attempts before. */
  #newAttempt(pages: readonly OpenPage[]): void {
    this.#attempts = this.#lms.attempts;
    this.#last = undefined;
    this.#safe = NOTHING;
    this.kept.forget();
    this.#wasAside ||= pages.some(({ aside }) => aside === 'writing');
    for (const page of pages) page.aside = 'silent';
    for (const token of this.kept.tokens) this.#over.add(token);
  }

  /** Where every open page is in review, nothing changes. */
  #review(before: Held, held: Held, open: readonly OpenPage[]): void {
    if (open.length === 0 || !open.every(({ launched }) => launched.mode !== 'normal')) return;
    if (open.some((page) => this.#spared.by('whole record', held, page))) return;
    // A commit of nothing may arrive with half of what the LMS had itself
    const isHalved = open.some((page) => this.#spared.by('lying LMS', held, page));
    const [one, other] = [before, held].map((record) =>
      // how long the visit took is told in review too
      this.#spared.record({ ...record, size: 0, ...(isHalved && { saved: [] }) }),
    );
    if (one !== other) this.#breaks('something was written in review');
  }

  #lower(last: Held, held: Held, open: readonly OpenPage[]): void {
    const isPutBack = open.some((page) => this.#spared.byAny(['whole record', 'unread record'], held, page));
    const older = open.filter((page) => this.#spared.by('older record', held, page));
    const high = older.reduce(leastOf, last);
    const isNew = this.#spared.byAny(['put aside', 'not suspended', 'taken in beside'], held);
    if (this.#lms.standard === 'web' || isPutBack || isNew) return;
    const completes = this.#spared.by('completing LMS', held) && this.#lms.standard === 'scorm12';
    // What an LMS decides by itself, another page knows nothing of
    const completion =
      this.#safe.completed ||
      this.kept.facts.completed ||
      open.some(({ store }) => store.whole && store.complete);
    const objectives = !open.some((page) => this.#spared.by('unseen forms', held, page));
    for (const what of lowered(high, held, { pass: !completes, completion, objectives })) this.#breaks(what);
  }

  // ---- in the end ----------------------------------------------------------------------------------------------

  judge(last: OpenPage | undefined, pages: readonly OpenPage[]): void {
    if (!last) return;
    if (!last.store.whole) return this.#breaks('all is well, and the course does not open');
    const held = this.#lms.held();
    const spared = this.#spared;
    const known = united(this.#safe, this.kept.facts);
    const safe = spared.by('another spelling', held) ? withoutWithheld(known, held, pages) : known;
    if (spared.by('locked', held) || spared.by('over for review', held, last)) return;
    const said = last.store.status;
    if (said.kind !== 'saved' && said.kind !== 'nothing-to-save')
      this.#breaks(
        `in the end "${said.kind}, ${said.held}" (${said.problem?.code} ${said.problem?.detail}) is said`,
      );
    const isGone = spared.byAny(LOST, held);
    if (this.#lms.standard !== 'web' && !isGone) {
      const lacks = missing(this.#sparing(safe, held), factsHeld(held.saved));
      if (lacks) this.#breaks(`lost: ${lacks}`);
    }
    const result = this.#lackingResult(safe, safe.completed, held);
    const isDeceived = !spared.isScorm && spared.by('lying LMS', held);
    const mayLack = spared.byAny(['shared device', 'two beginnings', 'no storage', 'taken in beside'], held);
    if (result && !isDeceived && !mayLack) this.#breaks(`lost in the record: ${result}`);
    this.#answersOf(held, pages);
    this.#form(last, held, pages);
    // Where the LMS refuses the state, nothing brings back what is damaged, or offered to nobody, on the device
    const isRefused = spared.by('state refused', held) && !this.#isLostOnDevice(held);
    const isOnDevice = spared.by('wiped state', held) || isRefused;
    for (const what of this.kept.inTheEnd(pages, isOnDevice)) this.#breaks(what);
  }

  /** A form that is still open has each answer as it was given last. */
  #form(last: OpenPage, held: Held, pages: readonly OpenPage[]): void {
    const spared = this.#spared;
    if (pages.some(({ apart }) => apart) || spared.storageFailed || this.#used.size > 1) return;
    if (this.#isLostOnDevice(held) || spared.has('forgets-state') || spared.by('put aside', held)) return;
    if (this.#wasAside) return;
    for (const what of this.given.changedIn(last)) this.#breaks(what);
  }

  #isLostOnDevice(held: Held): boolean {
    return this.kept.isLost || this.#spared.by('shared device', held);
  }

  #answersOf(held: Held, pages: readonly OpenPage[]): void {
    const { answers } = held;
    const spared = this.#spared;
    if (this.#lms.standard === 'web') return;
    if (!spared.isScorm && new Set(answers).size < answers.length) this.#breaks('an answer is there twice');
    if (
      spared.by('unseen rows', held) ||
      spared.by('form twice', held) ||
      spared.storageFailed ||
      this.#isLostOnDevice(held) ||
      this.#attempts > 0
    )
      return;
    if (pages.some((page) => page.blind || spared.by('lying LMS', held, page))) return;
    if (spared.isScorm && (spared.has('forgets-state') || spared.has('no-counts'))) return;
    for (const what of this.given.notHandedIn(answers, spared.mostRows)) this.#breaks(what);
  }
}
