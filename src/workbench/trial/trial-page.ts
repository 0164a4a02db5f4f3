import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { type LaunchRequest, type ReportedAttempt, type WorkbenchState } from '../shapes.ts';
import { Refused } from '../shell/ask.ts';
import { Drops } from '../shell/drops.ts';
import { api } from './api.ts';
import './call-log.ts';
import { courseFrame } from './course-frame.ts';
import type {
  CallsEvent,
  ChosenEvent,
  FaultsEvent,
  LaunchEvent,
  LearnerEvent,
  PackageEvent,
} from './events.ts';
import type { LaunchForm } from './launch-form.ts';
import './launch-form.ts';
import { LaunchedCourse } from './launched-course.ts';
import './report-view.ts';
import { SIZES } from './sizes.ts';
import './switchboard.ts';
import { trialStyles } from './trial-styles.ts';

type View = 'calls' | 'report' | 'faults';

const VIEWS: Readonly<Record<View, string>> = { calls: 'Calls', report: 'Report', faults: 'Faults' };

/** Try a package: launch it, watch what it says, and see what an LMS would show of it. */
@customElement('wb-trial')
export class TrialPage extends LitElement {
  static override styles = [baseStyles, pageStyles, buttonStyles, fieldStyles, trialStyles];

  @state() private known: WorkbenchState | undefined;
  @state() private problem = '';
  /** Of the last launch, for a bug report. */
  @state() private about: readonly string[] = [];
  @state() private report: readonly ReportedAttempt[] = [];
  @state() private view: View = 'calls';
  @state() private size = 'full';
  @state() private fenced = true;
  @state() private chosen = { package: '', learner: '' };

  @query('iframe') private readonly frame!: HTMLIFrameElement | null;
  @query('wb-launch-form') private readonly form!: LaunchForm | null;

  readonly #drops = new Drops(this, ([file]) => file && void this.addPackage(file));
  readonly #course = new LaunchedCourse(
    this,
    () => this.frame,
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
        @wb-package=${(event: PackageEvent) => this.addPackage(event.file)}
        @wb-learner=${this.addLearner}
      >
        <wb-launch-form .known=${this.known} .launched=${this.#course.request}></wb-launch-form>
      </div>
      <div class="beside ${this.size === 'full' ? '' : 'narrow'}">
        <section class="stage" aria-label="The course">${this.renderStage()}</section>
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

  private renderStage(): TemplateResult {
    const { running, over } = this.#course;
    if (!running || over)
      return html`<p class="muted">${over || 'The course opens here when you launch it.'}</p>`;
    return html`<div class="bar">
        <div>
          <label for="size">Size of the frame</label>
          <select
            id="size"
            @change=${(event: Event) => (this.size = (event.target as HTMLSelectElement).value)}
          >
            ${SIZES.map(([id, name]) => html`<option value=${id} .selected=${id === this.size}>${name}</option>`)}
          </select>
        </div>
        <button class="small-button" @click=${() => running.leave()}>Leave the course</button>
        <label class="tick" title="Old courses of several frames may need it. The course starts anew."
          ><input type="checkbox" .checked=${!this.fenced} @change=${() => (this.fenced = !this.fenced)} />Its
          frames lead each other</label
        >
      </div>
      ${courseFrame(running.launched.url, this.size, this.fenced)}`;
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
      await this.updateComplete;
      this.about = this.whatIsTried(request);
      this.fenced = true;
      this.#course.begin(request, launched, device, kind);
    });
    await this.updateComplete;
    this.frame?.scrollIntoView({ block: 'nearest' });
    await this.look();
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

  private async look(): Promise<void> {
    const { learner, package: packageId } = this.chosen;
    if (learner === '' || packageId === '') return;
    await this.attempt(async () => {
      this.report = await api.report(learner, packageId);
    });
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

  private async addPackage(file: File): Promise<void> {
    await this.attempt(async () => {
      const added = await api.addPackage(file);
      this.known = await api.state();
      this.form?.choose({ package: added.id });
    });
  }

  private async addLearner({ name, language }: LearnerEvent): Promise<void> {
    await this.attempt(async () => {
      const added = await api.addLearner(name, language);
      this.known = await api.state();
      this.form?.choose({ learner: added.id });
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.problem = '';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.message;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-trial': TrialPage;
  }
}
