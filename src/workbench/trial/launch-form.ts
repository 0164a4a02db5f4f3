import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { Going, LaunchRequest, LmsChoice, PackageInfo, Part, WorkbenchState } from '../shapes.ts';
import { choiceStyles, option, valueOf } from './choice-styles.ts';
import { ChosenEvent, LaunchEvent, type PickEvent } from './events.ts';
import './learner-field.ts';
import { lmssFor } from './lmss.ts';
import './package-field.ts';

const GOINGS: Readonly<Record<Going, string>> = {
  on: 'Go on',
  new: 'A new one',
  review: 'Review',
  browse: 'Browse',
};

/**
 * What is launched, for whom, in which LMS, on which device.
 * @slot - beside the package
 */
@customElement('wb-launch-form')
export class LaunchForm extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    choiceStyles,
    css`
      .fields {
        display: grid;
        gap: var(--space-4);
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      }
      .go {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        margin-top: var(--space-5);
      }
    `,
  ];

  /** All that can be chosen. */
  @property({ attribute: false }) known!: WorkbenchState;
  /** In this window, the last time. */
  @property({ attribute: false }) launched: LaunchRequest | undefined;

  @state() private packageId = '';
  @state() private partId = '';
  @state() private learner = '';
  @state() private lms: LmsChoice = 'scorm-again';
  @state() private device = 0;
  @state() private going: Going = 'on';

  /** The package that was just dropped in, the learner that was just added, or what another window had chosen. */
  choose(chosen: Partial<LaunchRequest>): void {
    this.packageId = chosen.package ?? this.packageId;
    this.partId = chosen.part ?? this.partId;
    this.learner = chosen.learner ?? this.learner;
    this.lms = chosen.lms ?? this.lms;
    this.device = chosen.device ?? this.device;
    if (chosen.going && Object.hasOwn(GOINGS, chosen.going)) this.going = chosen.going;
  }

  get request(): LaunchRequest {
    const { device, going } = this;
    return {
      package: this.info?.id ?? '',
      part: this.aim?.id ?? '',
      learner: this.who,
      lms: this.lmsId,
      device,
      going,
    };
  }

  private get info(): PackageInfo | undefined {
    const { packages } = this.known;
    const good = packages.find(({ trouble }) => !trouble);
    return packages.find(({ id }) => id === this.packageId) ?? good ?? packages[0];
  }

  private get aim(): Part | undefined {
    return this.info?.parts.find(({ id }) => id === this.partId) ?? this.info?.parts[0];
  }

  private get who(): string {
    const { learners } = this.known;
    return (learners.find(({ id }) => id === this.learner) ?? learners[0])?.id ?? '';
  }

  private get lmsId(): LmsChoice {
    const lmss = lmssFor(this.info?.kind ?? 'scorm12');
    return (lmss.find(({ id }) => id === this.lms) ?? lmss[0])!.id;
  }

  override updated(): void {
    const { package: packageId, learner } = this.request;
    this.dispatchEvent(new ChosenEvent(packageId, learner));
  }

  override render(): TemplateResult {
    const { info } = this;
    return html`<form @submit=${this.submitted} @wb-pick=${({ picked }: PickEvent) => this.choose(picked)}>
      <div class="fields">
        <wb-package-field .packages=${this.known.packages} .chosen=${info}><slot></slot></wb-package-field>
        ${info && info.parts.length > 1 ? this.renderParts(info) : nothing}
        <wb-learner-field .learners=${this.known.learners} .chosen=${this.who}></wb-learner-field>
        ${this.renderLms(info)} ${this.renderDevice()}
        <div>
          <label for="going">Attempt</label>
          <select id="going" @change=${(event: Event) => (this.going = valueOf(event) as Going)}>
            ${Object.entries(GOINGS).map(([id, name]) => option(id, name, this.going))}
          </select>
        </div>
      </div>
      <div class="go">
        <button class="button" ?disabled=${!info || info.trouble !== undefined}>Launch</button>
        <a class="small" href=${this.elsewhere} target="_blank" rel="noopener"
          >Open another window, to take the other device</a
        >
      </div>
    </form>`;
  }

  private renderParts(info: PackageInfo): TemplateResult {
    return html`<div>
      <label for="part">Part of the package</label>
      <select id="part" @change=${(event: Event) => (this.partId = valueOf(event))}>
        ${info.parts.map((part) => option(part.id, part.title, this.aim?.id ?? ''))}
      </select>
      <p class="hint">${info.parts.length} can be launched, each with a record of its own.</p>
    </div>`;
  }

  private renderLms(info: PackageInfo | undefined): TemplateResult {
    const lmss = lmssFor(info?.kind ?? 'scorm12');
    const lms = lmss.find(({ id }) => id === this.lmsId)!;
    return html`<div>
      <label for="lms">How the LMS behaves</label>
      <select id="lms" @change=${(event: Event) => (this.lms = valueOf(event) as LmsChoice)}>
        ${lmss.map(({ id, name }) => option(id, name, this.lmsId))}
      </select>
      <p class="hint">${lms.says}</p>
      ${
        lms.habits.length === 0
          ? nothing
          : html`<details>
              <summary>Its habits</summary>
              <ul>
                ${lms.habits.map((says) => html`<li>${says}</li>`)}
              </ul>
            </details>`
      }
    </div>`;
  }

  private renderDevice(): TemplateResult {
    return html`<div>
      <label for="device">Device</label>
      <select id="device" @change=${(event: Event) => (this.device = Number(valueOf(event)))}>
        ${this.known.devices.map(({ name }, at) => option(String(at), name, String(this.device)))}
      </select>
      <p class="hint">Two devices share nothing but what the LMS holds.</p>
    </div>`;
  }

  /** The same choice on another device, in a window of its own: an attempt that was begun here is gone on with there. */
  private get elsewhere(): string {
    const { device, ...same } = this.request;
    const { launched } = this;
    const isBegun =
      launched?.package === same.package && launched.part === same.part && launched.learner === same.learner;
    const going = same.going === 'new' && isBegun ? 'on' : same.going;
    const other = (device + 1) % this.known.devices.length;
    return `./?${new URLSearchParams({ ...same, going, device: String(other) })}`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new LaunchEvent(this.request));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-launch-form': LaunchForm;
  }
}
