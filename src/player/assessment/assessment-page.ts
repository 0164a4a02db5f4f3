import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bank } from '../../course/compiled.ts';
import { buttonStyles } from '../design/activity.ts';
import { base } from '../design/base-styles.ts';
import type { AssessmentDesk } from '../desk.ts';
import { t } from '../locale.ts';
import { Loading, PageElement } from '../design/page-element.ts';
import { notLoaded } from '../shell/not-loaded.ts';
import { pageStyles } from '../design/page-styles.ts';
import './form-page.ts';
import './results-page.ts';
import './start-page.ts';

/** The assessment: its start, the form that is being filled in, or the results of the last one. */
@customElement('cm-assessment-page')
export class AssessmentPage extends PageElement {
  static override styles = [base, buttonStyles, pageStyles];

  /** `1`, `2` … for a question, `overview`, `results`; undefined for where the learner is. */
  @property() step: string | undefined;

  private readonly loaded = new Loading<{ bank: Bank; desk: AssessmentDesk }>(this, async () => {
    const [desk, bank] = await Promise.all([
      this.store.assessment(),
      this.store.content.bank(this.store.language),
    ]);
    return { desk, bank };
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
    const desk = this.loaded.value?.desk;
    void this.updateComplete.then(() => desk?.shown());
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
    const { desk, bank } = value;
    const number = Number(step);
    if (desk.open && (step === 'overview' || number > 0)) {
      return html`<cm-form-page
        .store=${store}
        .visit=${visit}
        .desk=${desk}
        .bank=${bank}
        .number=${step === 'overview' ? 0 : number}
      ></cm-form-page>`;
    }
    if (!desk.open && store.state.latest) {
      return html`<cm-results-page
        .store=${store}
        .visit=${visit}
        .desk=${desk}
        .bank=${bank}
      ></cm-results-page>`;
    }
    return html`<cm-start-page .store=${store} .visit=${visit} .desk=${desk} .bank=${bank}></cm-start-page>`;
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
