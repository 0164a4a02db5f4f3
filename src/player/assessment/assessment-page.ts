import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Bank } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { AssessmentController } from '../assessment-controller.ts';
import { t } from '../locale.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { notLoaded } from '../not-loaded.ts';
import { pageStyles } from '../design/page-styles.ts';
import './form-page.ts';
import './results-page.ts';
import './start-page.ts';

/** The assessment: its start, the form that is being filled in, or the results of the last one. */
@customElement('cm-assessment-page')
export class AssessmentPage extends PageElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles];

  /** `1`, `2` … for a question, `overview`, `results`; undefined for where the learner is. */
  @property() step: string | undefined;

  private readonly loaded = new Loading<{ bank: Bank; controller: AssessmentController }>(this, async () => {
    const [controller, bank] = await Promise.all([
      this.store.assessment(),
      this.store.files.bank(this.store.language),
    ]);
    return { controller, bank };
  });

  protected override get ready(): boolean {
    // the pages inside take the focus to their own headings; only a failure has its heading here
    return this.loaded.failed;
  }

  protected override willUpdate(): void {
    this.loaded.need('bank', this.store.language);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const controller = this.loaded.value?.controller;
    void this.updateComplete.then(() => controller?.shown());
  }

  protected override render(): TemplateResult {
    const { store, visit, step } = this;
    if (!store.canOpen('assessment')) return this.locked();
    const { value, failed } = this.loaded;
    if (failed) {
      return html`<div class="stack">
        <h1 tabindex="-1" data-heading>${t('test.title')}</h1>
        ${notLoaded(() => this.loaded.again())}
      </div>`;
    }
    if (!value) return html`<div aria-busy="true"></div>`;
    const { controller, bank } = value;
    const number = Number(step);
    if (controller.open && (step === 'overview' || number > 0)) {
      return html`<cm-form-page
        .store=${store}
        .visit=${visit}
        .controller=${controller}
        .bank=${bank}
        .number=${step === 'overview' ? 0 : number}
      ></cm-form-page>`;
    }
    if (!controller.open && store.state.latest) {
      return html`<cm-results-page
        .store=${store}
        .visit=${visit}
        .controller=${controller}
        .bank=${bank}
      ></cm-results-page>`;
    }
    return html`<cm-start-page
      .store=${store}
      .visit=${visit}
      .controller=${controller}
      .bank=${bank}
    ></cm-start-page>`;
  }

  private locked(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('test.title')}</h1>
      <p class="lead">${t('test.locked')}</p>
      <a class="button" href="#${this.store.resumeAt}">${t('section.to-open')}</a>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-assessment-page': AssessmentPage;
  }
}
