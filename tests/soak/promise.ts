/**
 * The promise, as what must be true after each step and in the end. Each exemption is one of `UNAVOIDABLE`, with its
 * reason: a standard or an LMS leaves no way, and docs/records.md says so.
 */
import { unseal } from '../../src/tracking/envelope.ts';
import type { Counterpart, Held } from './counterparts.ts';
import type { Device } from './device.ts';
import { factsIn, factsOf, missing, NOTHING, united, type Facts } from './facts.ts';
import type { OpenPage } from './open-page.ts';
import type { World } from './world.ts';

const UNAVOIDABLE = {
  'stale page':
    'SCORM: a page reads what its launch gave it. One that stands open while another device writes knows nothing of that, and what the LMS posts for it is written over what is there.',
  'two beginnings':
    'SCORM: two pages that were opened before either had saved have an attempt each, and do not hear of each other.',
  'lying LMS':
    'The LMS says yes in one call and stores nothing, or less. Nobody can know before the next launch reads.',
  'always yes': 'The LMS says yes to every commit, and its server failed in this launch.',
  'new attempt':
    'The LMS itself begins a new attempt after one that is over: what was there is in the old one.',
  'over for review': 'The LMS opens an attempt that is over for review, and takes nothing any more.',
  locked: 'The LMS stores nothing any more after an early completion, and says so to nobody.',
  'forgetful LMS':
    'The LMS gives no state back: another page or device knows only what statuses and scores say, and its own is written over it.',
  'completing LMS':
    'The LMS completes each session that set no status, in review too, and writes that over a pass.',
  'wiped state': 'The LMS wipes the state once a status is final: what is earned stays.',
  'suspended status': 'The LMS takes no final status while the learner may come back.',
} as const;

type Unavoidable = keyof typeof UNAVOIDABLE;

const SCORM = /^scorm/;

export class Oracle {
  readonly broken: string[] = [];
  readonly #lms: Counterpart;
  readonly #devices: readonly Device[];
  readonly #world: World;
  /** The highest that the LMS has had. */
  #high: Held | undefined;
  /** What was kept on a device or called saved. */
  #safe: Facts = NOTHING;
  /** Answers to open forms, by the form's seed and the question. */
  readonly #given = new Map<string, { text: string; device: Device }>();
  #attempts = 0;
  /** Two pages were open at once, and one could not hear of the other. */
  #apart = false;
  #twoBeginnings = false;
  /** Two pages were open at once. */
  #atOnce = false;
  #storageFailed = false;
  #answers = 0;
  #before = '';
  /** Tokens of attempts that the LMS threw away. */
  readonly #over = new Set<string>();
  #used = new Set<Device>();

  constructor(lms: Counterpart, devices: readonly Device[], world: World) {
    this.#lms = lms;
    this.#devices = devices;
    this.#world = world;
  }

  /** Before a launch. */
  opens(device: Device, pages: readonly OpenPage[]): void {
    this.#used.add(device);
    const open = pages.filter((page) => !page.dead && !page.store.ended);
    this.#atOnce ||= open.length > 0;
    this.#twoBeginnings ||= open.length > 0 && this.#lms.held(device.store).saved.length === 0;
    this.#apart ||= open.some((page) => page.device !== device || this.#storageFailed);
  }

  storageFails(_device: Device): void {
    this.#storageFailed = true;
  }

  submitted(page: OpenPage): void {
    this.#answers += page.store.state.current?.form.length ?? 0;
  }

  /** The learner has given this answer; an earlier one to the question counts no more. */
  answered({ store, device, dead }: OpenPage, item: number): void {
    const { current } = store.state;
    const response = current?.form.find((entry) => entry.item === item)?.response;
    const key = `${current?.seed} ${item}`;
    // Torn away while it was given: this one may be lost
    if (dead || !response) this.#given.delete(key);
    else this.#given.set(key, { text: JSON.stringify(response), device });
  }

  get #isScorm(): boolean {
    return SCORM.test(this.#lms.standard);
  }

  has(habit: string): boolean {
    return (this.#lms.habits as ReadonlySet<string>).has(habit);
  }

  /** Whether a reason holds in this story, and for this page. */
  #spares(reason: Unavoidable, page?: OpenPage): boolean {
    switch (reason) {
      case 'stale page':
        return this.#isScorm && this.#apart;
      case 'two beginnings':
        return this.#isScorm && this.#twoBeginnings;
      case 'lying LMS':
        return page?.deceived === true;
      case 'always yes':
        return this.has('always-true') && page?.troubled === true;
      case 'new attempt':
        return this.#attempts > 0;
      case 'over for review':
        return page?.store.counts === false;
      case 'locked':
        return this.has('locks-early-completion');
      case 'forgetful LMS':
        return this.has('forgets-state') && (this.#used.size > 1 || this.#atOnce || this.#little);
      case 'completing LMS':
        return this.has('completes-silent-session');
      case 'wiped state':
        return this.has('wipes-state-when-final');
      case 'suspended status':
        return this.has('ignores-final-when-suspended');
    }
  }

  /** One section that was looked at is nothing that a learner is asked about. */
  get #little(): boolean {
    return this.#safe.done.size === 1 && this.#safe.tries === 0;
  }

  /** Pages of one learner knew nothing of each other. */
  get #unheard(): boolean {
    return this.#spares('stale page') || this.#spares('two beginnings');
  }

  #breaks(what: string): void {
    if (!this.broken.includes(what)) this.broken.push(what);
  }

  // ---- at any time ---------------------------------------------------------------------------------------------

  /** A page says that everything is saved. */
  said(page: OpenPage): void {
    const { store } = page;
    if (!store.whole || page.launched.mode !== 'normal') return;
    const spared = ['over for review', 'lying LMS', 'always yes', 'locked'] as const;
    if (spared.some((reason) => this.#spares(reason, page))) return;
    const held = this.#lms.held(page.device.store);
    const known = factsOf(store.state);
    if (!this.#spares('wiped state')) {
      const lacks = missing(known, allOf(held));
      if (lacks)
        this.#breaks(`"${store.status.kind}, ${store.status.held}" is said, and the state lacks ${lacks}`);
    }
    const lacks = this.#lackingResult(known, store.complete, held);
    if (lacks) this.#breaks(`"${store.status.kind}" is said, and the record lacks ${lacks}`);
    this.#safe = united(this.#safe, known);
  }

  #lackingResult(known: Facts, complete: boolean, held: Held): string {
    if (this.#lms.standard === 'web') return '';
    const { standard } = this.#lms;
    const decides = !this.#spares('suspended status');
    const needsPass = standard === 'scorm12' ? complete && known.passed : known.passed;
    return [
      this.#isScorm &&
        known.best !== undefined &&
        !((held.score ?? -1) >= known.best - 0.011) &&
        `the score ${known.best}`,
      decides && needsPass && !held.passed && 'the pass',
      decides && complete && !held.completed && !held.passed && 'completion',
    ]
      .filter((one) => one !== false)
      .join(', ');
  }

  look(pages: readonly OpenPage[]): void {
    for (const what of this.#world.escaped.splice(0)) this.#breaks(`escaped: ${what}`);
    for (const what of this.#lms.broken()) this.#breaks(`rule: ${what}`);
    for (const page of pages) if (page.store.deferredFailed) this.#breaks('the course did not start');
    if (this.#attempts !== this.#lms.attempts) this.#newAttempt();
    const held = this.#lms.held();
    this.#review(pages, held);
    this.#lower(held);
    for (const { store } of this.#devices)
      for (const [key, text] of store.entries)
        if (key.startsWith('cm1|') && !this.#over.has(tokenOf(key)))
          this.#safe = united(this.#safe, journalled(text));
  }

  #newAttempt(): void {
    this.#attempts = this.#lms.attempts;
    this.#high = undefined;
    this.#safe = NOTHING;
    for (const { store } of this.#devices)
      for (const key of store.entries.keys()) this.#over.add(tokenOf(key));
  }

  /** Where every open page is in review, nothing changes. */
  #review(pages: readonly OpenPage[], held: Held): void {
    const now = JSON.stringify({ ...held, objectives: [...held.objectives] });
    const open = pages.filter((page) => !page.dead && !page.wasSeen);
    if (
      open.length > 0 &&
      !this.#spares('completing LMS') &&
      open.every(({ launched }) => launched.mode !== 'normal') &&
      this.#before !== now
    )
      this.#breaks('something was written in review');
    for (const page of pages) page.wasSeen ||= page.dead || page.store.ended;
    this.#before = now;
  }

  #lower(held: Held): void {
    const high = this.#high;
    const unheard = this.#unheard || this.#spares('forgetful LMS');
    const decides = !this.#spares('completing LMS') && !this.#spares('suspended status');
    if (high && !unheard && this.#lms.standard !== 'web') {
      if (high.passed && !held.passed && decides) this.#breaks('the pass was taken back');
      if (high.completed && !held.completed && !held.passed) this.#breaks('completion was taken back');
      if (high.score !== undefined && !((held.score ?? -1) >= high.score - 0.011))
        this.#breaks(`the score fell from ${high.score} to ${held.score}`);
      for (const [id, score] of high.objectives)
        if (!((held.objectives.get(id) ?? -1) >= score - 0.011))
          this.#breaks(`objective ${id} fell from ${score} to ${held.objectives.get(id)}`);
    }
    this.#high = held;
  }

  // ---- in the end ----------------------------------------------------------------------------------------------

  judge(last: OpenPage | undefined, pages: readonly OpenPage[]): void {
    if (!last) return;
    if (!last.store.whole) return this.#breaks('all is well, and the course does not open');
    // Over for review, or without credit: nothing is taken any more
    if (this.#spares('locked') || this.#spares('over for review', last)) return;
    const held = this.#lms.held();
    const said = last.store.status;
    if (said.kind !== 'saved' && said.kind !== 'nothing-to-save')
      this.#breaks(
        `in the end "${said.kind}, ${said.held}" (${said.problem?.code} ${said.problem?.detail}) is said`,
      );
    const gone = this.#spares('forgetful LMS') || this.#spares('wiped state');
    if (this.#lms.standard !== 'web' && !gone) {
      const lacks = missing(this.#safe, allOf(held));
      if (lacks) this.#breaks(`lost: ${lacks}`);
    }
    const result = this.#lackingResult(this.#safe, this.#safe.completed, held);
    if (result && !this.#apart && !this.#unheard) this.#breaks(`lost in the record: ${result}`);
    this.#answersOf(held, pages);
    this.#form(last);
  }

  /** A form that is still open has each answer as it was given last. */
  #form({ store }: OpenPage): void {
    const { current } = store.state;
    if (!current || current.submittedAt !== undefined) return;
    if (this.#apart || this.#unheard || this.#storageFailed || this.#used.size > 1) return;
    if (this.has('forgets-state')) return;
    for (const { item, response } of current.form) {
      const given = this.#given.get(`${current.seed} ${item}`);
      const has = JSON.stringify(response);
      if (given && given.text !== has)
        this.#breaks(`question ${item} was answered ${given.text}, and is ${has}`);
    }
  }

  #answersOf({ answers }: Held, pages: readonly OpenPage[]): void {
    if (this.#lms.standard === 'web') return;
    if (!this.#isScorm && new Set(answers).size < answers.length) this.#breaks('an answer is there twice');
    if (this.#apart || this.#unheard || this.#storageFailed || this.#spares('new attempt')) return;
    if (pages.some((page) => this.#spares('lying LMS', page) || this.#spares('always yes', page))) return;
    if (this.#isScorm && (this.#used.size > 1 || this.has('forgets-state') || this.has('no-counts'))) return;
    if (answers.length !== this.#answers)
      this.#breaks(`${answers.length} answers of ${this.#answers} are there`);
  }
}

const allOf = ({ saved }: Held): Facts => saved.map(factsIn).reduce(united, NOTHING);

const tokenOf = (key: string): string => key.split('|')[3] ?? '';

function journalled(text: string): Facts {
  try {
    const { body, untouched } = JSON.parse(text) as { body?: unknown; untouched?: unknown };
    // No more was done than to look at one section: nobody is asked about that
    return typeof body === 'string' && untouched !== true ? factsIn(unseal(body)?.body ?? body) : NOTHING;
  } catch {
    return NOTHING;
  }
}
