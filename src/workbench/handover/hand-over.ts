import { css, html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { SHEET_STYLE } from '../../../packaging/sheets/style.ts';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import './choices-form.ts';
import type { DraftEvent } from './choices-form.ts';
import type { ShownSheet } from './asked.ts';
import { choicesOf, type Draft, type Faults } from './draft.ts';
import { Packer } from './packer.ts';
import type { Choices } from '../../../packaging/pack/choices.ts';

interface MadeZip {
  name: string;
  size: number;
  address: string;
}

/** Choices in, a zip and the sheet of settings out. Nothing leaves the page. */
@customElement('wb-hand-over')
export class HandOverPage extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    unsafeCSS(SHEET_STYLE),
    css`
      .page {
        display: grid;
        gap: var(--space-5);
        grid-template-columns: minmax(0, 1fr);
      }
      .sheet {
        max-width: none;
        margin: 0;
      }
      .paper {
        max-width: 66rem;
      }
      .made {
        padding: var(--space-4);
        border-radius: var(--radius-small);
        background: var(--color-good-soft);
        overflow-wrap: anywhere;
      }
      @media print {
        .page > :not(.paper) {
          display: none;
        }
        .paper {
          padding: 0;
          border: 0;
          box-shadow: none;
        }
      }
    `,
  ];

  /** Where the material is, beside the page. */
  @property() src = 'material.json';

  @state() private own: Draft | undefined;
  @state() private draft: Draft | undefined;
  @state() private faults: Faults = {};
  @state() private trouble = '';
  @state() private sheet: ShownSheet | undefined;
  @state() private making = false;
  @state() private made: MadeZip | undefined;

  #packer: Packer | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
    this.#packer?.end();
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <div>
        <h2>Hand over the course</h2>
        <p class="lead">
          Choose, make the package, and upload it to your LMS as the sheet below says. All of it happens in
          this page: nothing is sent anywhere.
        </p>
      </div>
      ${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
      ${this.own && this.draft ? this.choosing(this.own, this.draft) : this.waiting()}
      ${this.sheet ? this.paper(this.sheet) : nothing}
    </div>`;
  }

  private waiting(): TemplateResult | typeof nothing {
    return this.trouble ? nothing : html`<p role="status">Fetching the course …</p>`;
  }

  private choosing(own: Draft, draft: Draft): TemplateResult {
    return html`<wb-choices-form
        .own=${own}
        .draft=${draft}
        .faults=${this.faults}
        @wb-draft=${this.choose}
      ></wb-choices-form>
      <div class="buttons">
        <button class="button" type="button" aria-disabled=${this.making} @click=${this.make}>
          Make the package
        </button>
      </div>
      <div role="status">${this.result()}</div>`;
  }

  private result(): TemplateResult | typeof nothing {
    if (this.making) return html`<p>Making the package …</p>`;
    const { made } = this;
    if (!made) return nothing;
    return html`<p class="made">
      <a href=${made.address} download=${made.name}>Save ${made.name}</a> (${(made.size / 1024).toFixed(0)}
      KB)
    </p>`;
  }

  private paper({ name, body }: ShownSheet): TemplateResult {
    return html`<div class="buttons">
        <button class="button quiet" type="button" @click=${() => print()}>Print the sheet</button>
        <button class="button quiet" type="button" @click=${() => this.saveSheet()}>Save ${name}</button>
      </div>
      <article class="card paper" aria-label="Settings sheet">
        <div class="sheet">${unsafeHTML(body)}</div>
      </article>`;
  }

  private async start(): Promise<void> {
    await this.telling(async () => {
      this.#packer = new Packer();
      const own = await this.#packer.draft(new URL(this.src, document.baseURI).href);
      this.own = own;
      this.draft = own;
      await this.show();
    });
  }

  private readonly choose = async ({ draft }: DraftEvent): Promise<void> => {
    this.draft = draft;
    this.forget();
    await this.telling(() => this.show());
  };

  /** Those that can be had; the others are faults. */
  private choices(own: Draft, draft: Draft): Choices {
    const { choices, faults } = choicesOf(draft, own);
    this.faults = faults;
    return choices;
  }

  private async show(): Promise<void> {
    const { own, draft } = this;
    if (!own || !draft) return;
    const sheet = await this.#packer?.sheet(this.choices(own, draft));
    // of two that were asked for, the later counts
    if (sheet && draft === this.draft) this.sheet = sheet;
  }

  private readonly make = async (): Promise<void> => {
    const { own, draft } = this;
    if (!own || !draft || this.making) return;
    const choices = this.choices(own, draft);
    if (Object.keys(this.faults).length > 0) return this.showFault();
    this.forget();
    this.making = true;
    await this.telling(async () => {
      const zip = await this.#packer?.zip(choices);
      if (zip && draft === this.draft)
        this.made = { ...zip, size: zip.bytes.length, address: addressOf(zip.bytes, typeOf(zip.name)) };
    });
    this.making = false;
    // a field that was left by pressing the button may tell its change late: what stands in the form is what was asked for
    if (draft !== this.draft && !this.trouble) await this.make();
  };

  private showFault(): void {
    const form = this.renderRoot.querySelector('wb-choices-form');
    form?.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private saveSheet(): void {
    if (!this.sheet) return;
    const link = document.createElement('a');
    link.href = addressOf(new TextEncoder().encode(this.sheet.html), 'text/html');
    link.download = this.sheet.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  private async telling(work: () => Promise<void>): Promise<void> {
    try {
      this.trouble = '';
      await work();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  private forget(): void {
    if (this.made) URL.revokeObjectURL(this.made.address);
    this.made = undefined;
  }
}

const typeOf = (name: string): string => (name.endsWith('.html') ? 'text/html' : 'application/zip');

function addressOf(bytes: Uint8Array, type: string): string {
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-hand-over': HandOverPage;
  }
}
