import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { Going, LaunchRequest, LmsChoice, PackageInfo, Part, WorkbenchState } from '../shapes.ts';
import { ChosenEvent, LaunchEvent, LearnerEvent, PackageEvent } from './events.ts';
import { lmssFor } from './lmss.ts';
import { ODD_NAMES } from './odd-names.ts';

const GOINGS: Readonly<Record<Going, string>> = {
  on: 'Go on',
  new: 'A new one',
  review: 'Review',
  browse: 'Browse',
};

/** What is launched, for whom, in which LMS, on which device. */
@customElement('wb-launch-form')
export class LaunchForm extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    css`
      .fields {
        display: grid;
        gap: var(--space-4);
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      }
      input[type='file'] {
        width: 100%;
        min-width: 0;
      }
      .add {
        margin-top: var(--space-2);
      }
      summary {
        min-height: var(--target);
        padding-block: var(--space-2);
        color: var(--color-accent);
        cursor: pointer;
        font-size: var(--size-small);
        font-weight: 600;
      }
      details > div {
        display: grid;
        gap: var(--space-3);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.25rem;
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      .go {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        margin-top: var(--space-5);
      }
      input[type='file'] {
        max-width: 100%;
        font: inherit;
        font-size: var(--size-small);
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
    this.going = chosen.going ?? this.going;
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
    return this.learner || (this.known.learners[0]?.id ?? '');
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
    return html`<form @submit=${this.submitted}>
      <div class="fields">
        ${this.renderPackage(info)} ${info && info.parts.length > 1 ? this.renderParts(info) : nothing}
        ${this.renderLearner()} ${this.renderLms(info)} ${this.renderDevice()}
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

  private renderPackage(info: PackageInfo | undefined): TemplateResult {
    return html`<div>
      <label for="package">Package</label>
      <select id="package" @change=${(event: Event) => (this.packageId = valueOf(event))}>
        ${this.known.packages.map((one) => option(one.id, `${one.standard}: ${one.title}${one.made ? '' : ` (${one.file})`}`, info?.id ?? ''))}
      </select>
      ${
        info?.trouble
          ? html`<p class="problem">${info.trouble}</p>`
          : html`<p class="hint">${info ? `${info.file}, ${size(info.bytes)}` : 'There is none yet.'}</p>`
      }
      <details class="add">
        <summary>Add any zip</summary>
        <div>
          <label for="zip">A package of any tool. It can be dropped anywhere on this page, too.</label>
          <input id="zip" type="file" accept=".zip,application/zip" @change=${this.filed} />
        </div>
      </details>
    </div>`;
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

  private renderLearner(): TemplateResult {
    return html`<div>
      <label for="learner">Learner</label>
      <select id="learner" @change=${(event: Event) => (this.learner = valueOf(event))}>
        ${this.known.learners.map(({ id, name }) => option(id, name, this.who))}
      </select>
      <details class="add">
        <summary>Add a learner</summary>
        <div>
          <div>
            <label for="name">Name, as the LMS hands it on</label>
            <input id="name" type="text" maxlength="250" list="odd" autocomplete="off" />
            <datalist id="odd">${ODD_NAMES.map(([name]) => html`<option value=${name}></option>`)}</datalist>
          </div>
          <div>
            <label for="language">Language, as the LMS says it</label>
            <input
              id="language"
              type="text"
              maxlength="35"
              autocomplete="off"
              placeholder="en-US, spa, or nothing"
            />
          </div>
          <div class="buttons">
            <button type="button" class="small-button" @click=${this.added}>Add</button>
            <button type="button" class="small-button" @click=${this.suggested}>Suggest an odd one</button>
          </div>
        </div>
      </details>
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

  private filed(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.dispatchEvent(new PackageEvent(file));
    input.value = '';
  }

  private input(id: string): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!;
  }

  private added(): void {
    const [name, language] = [this.input('name'), this.input('language')];
    if (name.value === '') return name.focus();
    this.dispatchEvent(new LearnerEvent(name.value, language.value));
    name.value = language.value = '';
    name.closest('details')!.open = false;
  }

  private suggested(): void {
    const at = ODD_NAMES.findIndex(([name]) => name === this.input('name').value);
    const [name, language] = ODD_NAMES[(at + 1) % ODD_NAMES.length]!;
    this.input('name').value = name;
    this.input('language').value = language;
  }
}

const option = (id: string, name: string, chosen: string): TemplateResult =>
  html`<option value=${id} .selected=${id === chosen}>${name}</option>`;

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

declare global {
  interface HTMLElementTagNameMap {
    'wb-launch-form': LaunchForm;
  }
}
