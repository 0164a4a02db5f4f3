import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Choices } from '../../../packaging/pack/choices.ts';
import { THEME } from '../../../packaging/pack/accent.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { SHEETS } from '../../../packaging/sheets/lms/index.ts';
import type { Lms } from '../../course/compiled.ts';
import { choosable, CONDITION_NAMES, CONDITIONS, SETTINGS, type SettingName } from '../../course/settings.ts';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import './accent-preview.ts';
import { choicesStyles } from './choices-styles.ts';
import { draftFrom, type Draft, type Faults } from './draft.ts';
import { WORDS } from './words.ts';

/** Something else was chosen. */
export class DraftEvent extends Event {
  readonly draft: Draft;
  constructor(draft: Draft) {
    super('wb-draft');
    this.draft = draft;
  }
}

type Name = keyof Choices;

/** All that can be chosen, as `Choices` has it: each with its sentence, and a fault beside its field. */
@customElement('wb-choices-form')
export class ChoicesForm extends LitElement {
  static override styles = [baseStyles, pageStyles, fieldStyles, choicesStyles];

  /** What the fields hold at first, and what is left out of the choices. */
  @property({ attribute: false }) own!: Draft;
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) faults: Faults = {};
  @query('form') private form!: HTMLFormElement;

  override render(): TemplateResult {
    return html`<form
      aria-label="Choices"
      @submit=${(event: Event) => event.preventDefault()}
      @input=${this.changed}
      @change=${this.changed}
    >
      ${this.card('For which LMS', html`${this.group('pack')}${this.standard()}`)}
      ${this.card(
        'What it says',
        html`${this.group('words')}${this.logo()}${this.languages()}${this.group('look')}`,
      )}
      ${this.card('When it is done', html`${this.group('course')}${this.assessment()}${this.completion()}`)}
    </form>`;
  }

  private card(title: string, fields: TemplateResult): TemplateResult {
    return html`<section class="card">
      <h3>${title}</h3>
      <div class="fields">${fields}</div>
    </section>`;
  }

  private group(group: keyof typeof choosable): TemplateResult[] {
    return (Object.keys(choosable[group]) as SettingName[]).map((name) => this.setting(name));
  }

  private setting(name: SettingName): TemplateResult {
    if (name === 'lms') return this.lms();
    if (name === 'accent') return this.accent();
    const { options } = SETTINGS[name];
    return options ? this.select(name, options) : this.text(name);
  }

  private field(name: Name, control: TemplateResult): TemplateResult {
    return html`<div>
      <label for=${name}>${WORDS[name].label}</label>
      ${control}${this.below(name)}
    </div>`;
  }

  private below(name: Name): TemplateResult {
    const fault = this.faults[name];
    return html`<p class="hint" id="${name}-hint">${WORDS[name].says}</p>
      <p class="fault" id="${name}-fault" ?hidden=${!fault}>${fault ?? nothing}</p>`;
  }

  private select(name: SettingName, options: readonly (readonly [string, string])[]): TemplateResult {
    const now = this.own[name];
    return this.field(
      name,
      html`<select id=${name} name=${name} aria-describedby="${name}-hint">
        ${options.map(
          ([value, words]) => html`<option value=${value} ?selected=${value === now}>${words}</option>`,
        )}
      </select>`,
    );
  }

  private lms(): TemplateResult {
    const names = Object.entries(SHEETS).map(([id, { name }]) => [id, name] as const);
    return this.select('lms', names);
  }

  /** Those of the LMS's sheet come first, then the others. */
  private standard(): TemplateResult {
    const advised = SHEETS[this.draft.lms].packages.map(({ standard }) => standard);
    const others = STANDARDS.map(({ id }) => id).filter((id) => !advised.includes(id));
    const options = [...advised, ...others].map((id, index) => {
      const words = index === 0 ? `${nameOf(id)} (the one to take)` : nameOf(id);
      return html`<option value=${id} .selected=${id === this.draft.standard}>${words}</option>`;
    });
    return this.field(
      'standards',
      html`<select id="standards" name="standard" aria-describedby="standards-hint">
        ${options}
      </select>`,
    );
  }

  private text(name: SettingName): TemplateResult {
    return this.field(
      name,
      html`<input
        type="text"
        id=${name}
        name=${name}
        inputmode=${SETTINGS[name].isNumber ? 'numeric' : 'text'}
        .defaultValue=${this.own[name]}
        aria-invalid=${this.faults[name] ? 'true' : 'false'}
        aria-describedby="${name}-hint ${name}-fault"
      />`,
    );
  }

  private logo(): TemplateResult {
    return this.field(
      'logo',
      html`<input
        type="file"
        id="logo"
        name="logo"
        accept=".svg,.png,.jpg,.jpeg,.webp"
        aria-describedby="logo-hint logo-fault"
      />`,
    );
  }

  private accent(): TemplateResult {
    const { accent } = this.draft;
    const fault = this.faults.accent;
    return this.field(
      'accent',
      html`<span class="colour"
          ><input
            type="text"
            id="accent"
            name="accent"
            autocomplete="off"
            spellcheck="false"
            .defaultValue=${this.own.accent}
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby="accent-hint accent-fault" /><input
            type="color"
            aria-label="Pick the accent colour"
            .value=${asHex(accent)}
            @input=${this.pick}
        /></span>
        <wb-accent-preview .accent=${accent}></wb-accent-preview>`,
    );
  }

  /** What was picked stands in the field, which is what the form reads. */
  private readonly pick = ({ target }: Event): void => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#accent');
    if (field) field.value = (target as HTMLInputElement).value;
  };

  private ticks(name: 'languages' | 'completion', options: readonly (readonly [string, string])[]) {
    return html`<fieldset aria-describedby="${name}-hint ${name}-fault">
      <legend class="label">${WORDS[name].label}</legend>
      ${options.map(
        ([value, words]) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              name=${name}
              .value=${value}
              .defaultChecked=${this.own[name].includes(value)}
            />${words}</label
          >`,
      )}
      ${this.below(name)}
    </fieldset>`;
  }

  private languages(): TemplateResult | typeof nothing {
    const { languages } = this.own;
    if (languages.length < 2) return nothing;
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const options = languages.map((tag) => [tag, names.of(tag) ?? tag] as const);
    return html`${this.ticks('languages', options)}
      <div>
        <label for="first">Language at the start</label>
        <select id="first" name="first" aria-describedby="first-hint">
          ${options.map(([tag, name]) => html`<option value=${tag}>${name}</option>`)}
        </select>
        <p class="hint" id="first-hint">Learners can change to another that is ticked.</p>
      </div>`;
  }

  private assessment(): TemplateResult[] | typeof nothing {
    return this.hasAssessment() ? this.group('assessment') : nothing;
  }

  private completion(): TemplateResult {
    const names = CONDITION_NAMES.filter((name) => name !== 'assessment' || this.hasAssessment());
    const options = names.map((name) => [name, CONDITIONS[name].label] as const);
    return this.ticks('completion', options);
  }

  private hasAssessment(): boolean {
    return this.own.tries !== '';
  }

  private readonly changed = async (event: Event): Promise<void> => {
    const isLms = (event.target as HTMLElement).id === 'lms';
    const data = new FormData(this.form);
    const file = data.get('logo');
    const picture = file instanceof File && file.name !== '' ? file : undefined;
    const logo = picture && { name: picture.name, bytes: new Uint8Array(await picture.arrayBuffer()) };
    const draft = draftFrom(data, this.own, logo);
    const isOtherLms = isLms && draft.lms !== this.draft.lms;
    const standard = isOtherLms ? advisedFor(draft.lms) : draft.standard;
    this.dispatchEvent(new DraftEvent({ ...draft, standard }));
  };
}

/** What a field for colours takes. */
const asHex = (text: string): string => (HEX.test(text) ? `#${text.replace('#', '')}` : THEME.light.accent);

const HEX = /^#?[0-9a-f]{6}$/i;

const nameOf = (standard: string): string => STANDARDS.find(({ id }) => id === standard)?.name ?? standard;

const advisedFor = (lms: Lms): string => SHEETS[lms].packages[0].standard;

declare global {
  interface HTMLElementTagNameMap {
    'wb-choices-form': ChoicesForm;
  }
  interface HTMLElementEventMap {
    'wb-draft': DraftEvent;
  }
}
