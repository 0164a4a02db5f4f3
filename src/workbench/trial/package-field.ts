import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { Looked, PackageInfo } from '../shapes.ts';
import { choiceStyles, option, valueOf } from './choice-styles.ts';
import { PackageEvent, PickEvent } from './events.ts';
import './remove-button.ts';

/** Errors that are told here; the room Check has them all. */
const FEW = 3;

const GROUPS: readonly (readonly [name: string, has: (info: PackageInfo) => boolean])[] = [
  ['The course as it is', ({ made, older }) => made && !older],
  ['Dropped in', ({ made }) => !made],
  ['Made before the course was last changed', ({ older }) => older === true],
];

/**
 * Which package is tried, and what the check has against one that was dropped in.
 * @slot - how far one is that is being added
 */
@customElement('wb-package-field')
export class PackageField extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    fieldStyles,
    choiceStyles,
    css`
      .problem {
        margin-top: var(--space-2);
        font-size: var(--size-small);
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      .problem ul,
      .problem a {
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) packages: readonly PackageInfo[] = [];
  @property({ attribute: false }) chosen: PackageInfo | undefined;

  @query('#package') private readonly list!: HTMLSelectElement;

  override render(): TemplateResult {
    const { chosen } = this;
    return html`<label for="package">Package</label>
      <select
        id="package"
        @change=${(event: Event) => this.dispatchEvent(new PickEvent({ package: valueOf(event) }))}
      >
        ${GROUPS.map(([name, has]) => this.renderGroup(name, this.packages.filter(has)))}
      </select>
      ${
        chosen?.trouble
          ? html`<p class="problem">${chosen.trouble}</p>`
          : html`<p class="hint">
              ${chosen ? `${chosen.file}, ${size(chosen.bytes)}` : 'There is none yet.'}
            </p>`
      }
      ${chosen && !chosen.made ? renderLooked(chosen) : nothing}
      ${
        chosen && !chosen.made
          ? html`<wb-remove
              .of=${chosen.id}
              .name=${chosen.file}
              @wb-remove=${() => this.list.focus()}
            ></wb-remove>`
          : nothing
      }
      <details class="add">
        <summary>Add any zip</summary>
        <div>
          <label for="zip">A package of any tool. It can be dropped anywhere on this page, too.</label>
          <input id="zip" type="file" accept=".zip,application/zip" @change=${this.filed} />
        </div>
      </details>
      <slot></slot>`;
  }

  private renderGroup(name: string, those: readonly PackageInfo[]): TemplateResult | typeof nothing {
    if (those.length === 0) return nothing;
    return html`<optgroup label=${name}>
      ${those.map((one) => option(one.id, `${one.standard}: ${one.title}${one.made && !one.older ? '' : ` (${one.file})`}`, this.chosen?.id ?? ''))}
    </optgroup>`;
  }

  private filed(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.dispatchEvent(new PackageEvent(file));
    input.value = '';
  }
}

/** The check's errors, and where the rest is. */
function renderLooked({ id, file, looked }: PackageInfo): TemplateResult {
  const link = (words: string): TemplateResult =>
    html`<a href="#check/${id}/${encodeURIComponent(file)}">${words}</a>`;
  if (!looked) return html`<p class="hint">${link('See what Check says of it')}</p>`;
  const { errors } = looked;
  if (errors.length === 0)
    return html`<p class="hint">Check found ${inWords(looked)}. ${link('All that it says')}</p>`;
  return html`<div class="problem">
    <p>Check found ${inWords(looked)}:</p>
    <ul>
      ${errors.slice(0, FEW).map((error) => html`<li>${error}</li>`)}
      ${errors.length > FEW ? html`<li>and ${errors.length - FEW} more</li>` : nothing}
    </ul>
    <p>${link('All that it says')}</p>
  </div>`;
}

function inWords({ errors, warnings }: Looked): string {
  const words = [
    ...(errors.length > 0 ? [`${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return words.join(' and ') || 'no error and no warning';
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

declare global {
  interface HTMLElementTagNameMap {
    'wb-package-field': PackageField;
  }
}
