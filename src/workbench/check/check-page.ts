import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Finding, Severity } from '../../../packaging/check/findings.ts';
import type { Mended } from '../../../packaging/check/mend.ts';
import type { Rule } from '../../../packaging/check/rules/rule.ts';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { progressStyles } from '../../player/design/progress-bars.ts';
import { dropStyles } from '../shell/drop-styles.ts';
import { Drops } from '../shell/drops.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { checkStyles } from './check-styles.ts';
import { examine } from './checker.ts';
import type { Examined, CheckerMessage } from './messages.ts';

const WEIGHTS: Readonly<Record<Severity, readonly [one: string, many: string, says: string]>> = {
  error: ['Error', 'errors', 'It will fail somewhere, or for everybody: mend it before you upload.'],
  warning: ['Warning', 'warnings', 'It works, and may not everywhere.'],
  note: ['Note', 'notes', 'Worth knowing. Most good packages have some.'],
};

const MOST_PLACES = 5;

const UNREAD = 'This file could not be read to its end. See that it is still there, and try again.';

interface Done extends Examined {
  file: File;
  mended?: Mended;
}

interface Working {
  says: string;
  share: number;
  cancel: AbortController;
}

/**
 * Any vendor's package: will an LMS take it, and what will go wrong?
 * @slot launch where a launch can be had, which this page has not
 */
@customElement('wb-check')
export class CheckPage extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    progressStyles,
    dropStyles,
    checkStyles,
  ];

  /** Where a package is that is to be looked at; it ends with the file's name. */
  @property() src = '';

  @state() private working: Working | undefined;
  @state() private done: Done | undefined;
  @state() private said = '';

  readonly #drops = new Drops(this, ([file]) => file && this.take(file));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.working?.cancel.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src) void this.fetch(this.src);
  }

  override render(): TemplateResult {
    const { working } = this;
    return html`<h2>Will your LMS take it?</h2>
      <div class="zone ${this.#drops.over ? 'dropping' : ''}">
        <label for="package">A package of any vendor: drop the zip anywhere on this page, or choose it</label>
        <input id="package" type="file" accept=".zip,application/zip" @change=${this.chosen} />
        <p class="hint">
          SCORM 1.2, SCORM 2004, cmi5, xAPI. Nothing in it is run, and it doesn’t leave this page.
        </p>
        <slot name="launch"></slot>
      </div>
      <div role="status">
        ${
          working
            ? html`<div class="working">
                <p>${working.says} …</p>
                <progress aria-label="Looked at" max="1" .value=${working.share}></progress>
                <button class="small-button" @click=${() => working.cancel.abort()}>Cancel</button>
              </div>`
            : html`<p>${this.said}</p>`
        }
      </div>
      ${this.done ? renderDone(this.done, this.save) : nothing}`;
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.take(file);
    input.value = '';
  }

  /** By hand: the address no longer says what is shown. */
  private take(file: File): void {
    if (this.src) location.replace(location.hash.split('/')[0]!);
    void this.check(file);
  }

  private async fetch(src: string): Promise<void> {
    const name = decodeURIComponent(src.slice(src.lastIndexOf('/') + 1));
    let file: File | undefined;
    await this.work(`Fetching ${name}`, async ({ signal }) => {
      const answer = await fetch(src, { signal });
      if (!answer.ok) throw new Error(`It was answered by ${answer.status}`);
      file = new File([await answer.blob()], name);
    });
    if (file) await this.check(file);
  }

  private check(file: File): Promise<void> {
    return this.work(`Looking at ${file.name}`, (cancel) =>
      examine({ file, mends: true }, (message) => this.receive(file, message, cancel), cancel.signal),
    );
  }

  private async work(says: string, doing: (cancel: AbortController) => Promise<void>): Promise<void> {
    this.working?.cancel.abort();
    const cancel = new AbortController();
    this.working = { says, share: 0, cancel };
    this.done = undefined;
    this.said = '';
    try {
      await doing(cancel);
    } catch {
      this.said = cancel.signal.aborted ? 'Cancelled.' : UNREAD;
    }
    // another file may be under way by now
    if (this.working?.cancel === cancel) this.working = undefined;
  }

  private receive(file: File, message: CheckerMessage, cancel: AbortController): void {
    if (message.kind === 'share') {
      const says = message.doing === 'looking' ? `Looking at ${file.name}` : `Putting ${file.name} right`;
      this.working = { says, share: message.share, cancel };
    } else if (message.kind === 'examined') {
      this.done = { file, ...message };
      this.said = message.verdict;
    } else if (message.kind === 'mended' && this.done) this.done = { ...this.done, mended: message.mended };
  }

  private readonly save = ({ file, mended }: Done): void => {
    if (!mended) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([mended.bytes as Uint8Array<ArrayBuffer>]));
    link.download = file.name.replace(/(\.zip)?$/i, '-mended.zip');
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

function renderDone(done: Done, save: (done: Done) => void): TemplateResult {
  const { file, checked, mended, counts, rules } = done;
  const weights = (Object.keys(WEIGHTS) as Severity[]).filter((severity) => counts[severity] > 0);
  return html`<section class="result" aria-labelledby="result">
    <h2 id="result">${checked.title || file.name}</h2>
    <p>
      ${file.name}: ${checked.standards.join(' and ') || 'no package that is known here'},
      ${checked.files.toLocaleString('en')} files.
      ${
        weights.length === 0
          ? 'Nothing was found.'
          : html`<strong
                >${weights.map((severity) => inNumbers(severity, counts[severity])).join(', ')}</strong
              >.`
      }
    </p>
    ${
      mended
        ? html`<div class="card mended">
            <p>This can be put right here: ${mended.did.join('; ')}. Nothing else in it changes.</p>
            <button class="button" @click=${() => save(done)}>Save the mended zip</button>
          </div>`
        : nothing
    }
    ${weights.map(
      (severity) =>
        html`<h3>${inNumbers(severity, counts[severity])}</h3>
          <p class="hint">${WEIGHTS[severity][2]}</p>
          ${checked.findings
            .filter((finding) => finding.severity === severity)
            .map((finding) => renderFinding(finding, rules[finding.id]))}`,
    )}
  </section>`;
}

function inNumbers(severity: Severity, count: number): string {
  const [one, many] = WEIGHTS[severity];
  return count === 1 ? `1 ${one.toLowerCase()}` : `${count} ${many}`;
}

/** What, where, why, to whom, what to do. */
function renderFinding(finding: Finding, rule: Rule | undefined): TemplateResult {
  const places = [finding, ...(finding.more ?? [])].flatMap(({ file, line }) =>
    file === undefined ? [] : [line === undefined ? file : `${file}, line ${line}`],
  );
  return html`<article class="finding ${finding.severity}">
    <h4><span class="weight">${WEIGHTS[finding.severity][0]}</span> ${finding.message}</h4>
    <dl>
      ${
        places.length > 0
          ? html`<dt>Where</dt>
              <dd>
                ${places.slice(0, MOST_PLACES).map((place) => html`<code>${place}</code> `)}
                ${places.length > MOST_PLACES ? `and ${places.length - MOST_PLACES} more` : nothing}
              </dd>`
          : nothing
      }
      <dt>Why it matters</dt>
      <dd>${rule?.why}</dd>
      <dt>Whom it hits</dt>
      <dd>${rule?.whom}</dd>
      <dt>What to do</dt>
      <dd>${rule?.todo}</dd>
    </dl>
  </article>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-check': CheckPage;
  }
}
