import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { progressStyles } from '../../player/design/progress-bars.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { type LaunchRequest, type ReportedAttempt, type WorkbenchState } from '../shapes.ts';
import { refusalIn } from '../shell/ask.ts';
import { Drops } from '../shell/drops.ts';
import { Adding } from './adding.ts';
import { api } from './api.ts';
import './call-log.ts';
import type {
  CallsEvent,
  ChosenEvent,
  FaultsEvent,
  LaunchEvent,
  LearnerEvent,
  PackageEvent,
  RemoveEvent,
} from './events.ts';
import type { LaunchForm } from './launch-form.ts';
import './launch-form.ts';
import { LaunchedCourse } from './launched-course.ts';
import './report-view.ts';
import type { Stage } from './stage.ts';
import './stage.ts';
import './switchboard.ts';
import { trialStyles } from './trial-styles.ts';

type View = 'calls' | 'report' | 'faults';

const VIEWS: Readonly<Record<View, string>> = { calls: 'Calls', report: 'Report', faults: 'Faults' };

/** Try a package: launch it, watch what it says, and see what an LMS would show of it. */
@customElement('wb-trial')
export class TrialPage extends LitElement {
  static override styles = [baseStyles, pageStyles, buttonStyles, fieldStyles, progressStyles, trialStyles];

  @state() private known: WorkbenchState | undefined;
  @state() private problem = '';
  /** Of the last launch, for a bug report. */
  @state() private about: readonly string[] = [];
  @state() private report: readonly ReportedAttempt[] = [];
  @state() private view: View = 'calls';
  @state() private chosen = { package: '', learner: '' };

  @query('wb-stage') private readonly stage!: Stage | null;
  @query('wb-launch-form') private readonly form!: LaunchForm | null;

  readonly #drops = new Drops(this, (files) => this.#adding.add(files));
  readonly #adding = new Adding(this, {
    added: (info) => this.attempt(() => this.lookAround({ package: info.id })),
    looked: () => this.attempt(() => this.lookAround({})),
    failed: (why) => (this.problem = why),
  });
  readonly #course = new LaunchedCourse(
    this,
    () => this.stage?.frame ?? null,
    () => void this.look(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  /** With what the address of a second window asks for. */
  private async begin(): Promise<void> {
    await this.attempt(async () => {
      this.known = await api.state();
    });
    await this.updateComplete;
    const asked = Object.fromEntries(new URLSearchParams(location.search));
    const { device, ...rest } = asked;
    this.form?.choose({ ...rest, ...(device !== undefined && { device: Number(device) }) });
  }

  override render(): TemplateResult {
    if (!this.known)
      return html`${this.renderProblem()}
        <p class="muted">One moment …</p>`;
    return html`${this.renderProblem()}
      <div
        class="card ${this.#drops.over ? 'dropping' : ''}"
        @wb-launch=${this.launch}
        @wb-chosen=${this.choose}
        @wb-package=${(event: PackageEvent) => this.#adding.add([event.file])}
        @wb-learner=${this.addLearner}
        @wb-remove=${this.takeAway}
      >
        <wb-launch-form .known=${this.known} .launched=${this.#course.request}>
          <div role="status">${this.renderAdding()}</div>
        </wb-launch-form>
      </div>
      <div class="beside">
        <section aria-label="The course">
          <wb-stage .running=${this.#course.running} .over=${this.#course.over}></wb-stage>
        </section>
        <section
          class="card"
          aria-label="What the LMS sees"
          @wb-faults=${this.switched}
          @wb-reset=${this.reset}
          @wb-calls=${this.lookBack}
        >
          <div class="views" role="group" aria-label="Show">
            ${Object.entries(VIEWS).map(
              ([id, name]) =>
                html`<button
                  class="small-button"
                  aria-pressed=${this.view === id}
                  @click=${() => (this.view = id as View)}
                >
                  ${name}
                </button>`,
            )}
          </div>
          ${this.renderView()}
        </section>
      </div>`;
  }

  private renderProblem(): TemplateResult {
    return html`<div role="alert">
      ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
    </div>`;
  }

  private renderAdding(): TemplateResult | typeof nothing {
    const { working } = this.#adding;
    if (!working) return nothing;
    return html`<div class="working">
      <p>${working.says} …</p>
      <progress aria-label="Done" max="1" .value=${working.share}></progress>
      <button type="button" class="small-button" @click=${() => working.cancel()}>Cancel</button>
    </div>`;
  }

  private renderView(): TemplateResult {
    const { past, lines } = this.#course;
    return html`${past && this.view === 'calls' ? this.renderPast() : nothing}<wb-call-log
        ?open=${this.view === 'calls'}
        .lines=${past ?? lines}
        .about=${this.about}
      ></wb-call-log>
      ${this.view === 'calls' ? nothing : this.renderOther()}`;
  }

  private renderOther(): TemplateResult {
    if (this.view === 'report')
      return html`<wb-report
        .attempts=${this.report}
        .learner=${this.nameOf(this.chosen.learner)}
      ></wb-report>`;
    return html`<wb-switchboard
      .faults=${this.#course.faults}
      .inForce=${this.#course.inForce}
      .requests=${this.#course.running?.speaksToLrs ?? false}
    ></wb-switchboard>`;
  }

  private renderPast(): TemplateResult {
    return html`<p class="buttons">
      These are the calls of an earlier launch.
      <button class="small-button" @click=${() => this.#course.lookHere()}>Back to this one</button>
    </p>`;
  }

  private nameOf(learner: string): string {
    return this.known?.learners.find(({ id }) => id === learner)?.name ?? '';
  }

  private async launch({ request }: LaunchEvent): Promise<void> {
    const { devices = [], packages = [] } = this.known ?? {};
    const device = devices[request.device];
    const kind = packages.find(({ id }) => id === request.package)?.kind;
    if (!device || !kind) return;
    await this.attempt(async () => {
      const launched = await api.launch(request);
      this.#course.end();
      // the frame of an earlier launch goes first
      await this.shown();
      this.about = this.whatIsTried(request);
      this.#course.begin(request, launched, device, kind);
    });
    await this.shown();
    this.stage?.scrollIntoView({ block: 'nearest' });
    await this.look();
  }

  private async shown(): Promise<void> {
    await this.updateComplete;
    await this.stage?.updateComplete;
  }

  private whatIsTried({ package: id, part, learner, lms, device, going }: LaunchRequest): string[] {
    const { packages = [], devices = [] } = this.known ?? {};
    const info = packages.find((one) => one.id === id);
    return [
      `Package: ${info?.title} (${info?.standard}), ${info?.file}, part ${part}`,
      `LMS: ${lms}; attempt: ${going}; device: ${devices[device]?.name ?? device}`,
      `Learner: ${this.nameOf(learner)}`,
    ];
  }

  private choose({ package: packageId, learner }: ChosenEvent): void {
    if (packageId === this.chosen.package && learner === this.chosen.learner) return;
    this.chosen = { package: packageId, learner };
    void this.look();
  }

  /** What is stored while an answer is on its way is looked at once more, however often that was. */
  private async look(): Promise<void> {
    this.#looksAgain = true;
    if (this.#looks) return;
    this.#looks = true;
    while (this.#looksAgain) {
      this.#looksAgain = false;
      await this.attempt(() => this.lookOnce());
    }
    this.#looks = false;
  }

  #looks = false;
  #looksAgain = false;

  private async lookOnce(): Promise<void> {
    const { chosen } = this;
    if (chosen.learner === '' || chosen.package === '') return;
    const report = await api.report(chosen.learner, chosen.package);
    if (chosen === this.chosen) this.report = report;
  }

  private async switched({ faults }: FaultsEvent): Promise<void> {
    await this.attempt(async () => {
      const { running } = this.#course;
      if (running) await running.switch(faults);
      else this.problem = 'Launch a course first: faults befall a course that is open.';
    });
  }

  private async reset(): Promise<void> {
    this.#course.end();
    await this.attempt(() => api.reset(this.chosen.learner, this.chosen.package));
    await this.look();
  }

  private async lookBack({ launch }: CallsEvent): Promise<void> {
    await this.attempt(async () => {
      await this.#course.lookBack(launch);
      this.view = 'calls';
    });
  }

  private async addLearner({ name, language }: LearnerEvent): Promise<void> {
    await this.attempt(async () => {
      const added = await api.addLearner(name, language);
      await this.lookAround({ learner: added.id });
    });
  }

  private async takeAway({ what }: RemoveEvent): Promise<void> {
    const { request } = this.#course;
    const isOpen = 'package' in what ? request?.package === what.package : request?.learner === what.learner;
    await this.attempt(async () => {
      if (isOpen) this.#course.end();
      await api.remove(what);
      await this.lookAround({});
    });
  }

  /** What there is now, and what of it is to be chosen. */
  private async lookAround(chosen: Partial<LaunchRequest>): Promise<void> {
    this.known = await api.state();
    this.form?.choose(chosen);
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    this.problem = await refusalIn(work);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-trial': TrialPage;
  }
}
