/** How sure one is of an answer: asked before it is checked, and set against right and wrong at the end. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { SURENESSES, type Sureness } from '../spaced.ts';

/** Three radio buttons; nobody must choose one. */
export function surenessRow(
  chosen: Sureness | undefined,
  choose: (sureness: Sureness) => void,
): TemplateResult {
  return html`<fieldset class="sureness">
    <legend>${t('block.sureness')}</legend>
    <div class="steps">
      ${SURENESSES.map(
        (one) =>
          html`<label class=${one === chosen ? 'chosen' : ''}>
            <input
              type="radio"
              name="sureness"
              .value=${one}
              .checked=${one === chosen}
              @change=${() => choose(one)}
            />
            <span class="ring"></span><span>${t(`block.sureness.${one}`)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** An answer that was rated and checked. */
export interface Rated {
  readonly sureness: Sureness;
  readonly right: boolean;
}

/** How often each rating was right, and the sentence that matters most. Nothing where nothing was rated. */
export function surenessTally(rated: readonly Rated[]): TemplateResult | typeof nothing {
  if (!rated.length) return nothing;
  const of = (sureness: Sureness): readonly Rated[] => rated.filter((one) => one.sureness === sureness);
  const misled = of('sure').filter(({ right }) => !right).length;
  const guessed = of('guessing').filter(({ right }) => right).length;
  return html`<h4>${t('block.sureness.title')}</h4>
    ${
      misled
        ? html`<p class="misled">
            ${icon('info')}<span>${t('block.sureness.misled', { count: misled })}</span>
          </p>`
        : of('sure').length
          ? html`<p>${t('block.sureness.true')}</p>`
          : nothing
    }
    ${guessed ? html`<p>${t('block.sureness.lucky', { count: guessed })}</p>` : nothing}
    <table class="rated">
      <caption class="for-ear">
        ${t('block.sureness.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('block.sureness.you-were')}</th>
          <th scope="col">${t('block.sureness.right')}</th>
          <th scope="col">${t('block.sureness.not-right')}</th>
        </tr>
      </thead>
      <tbody>
        ${SURENESSES.map((sureness) => {
          const right = of(sureness).filter((one) => one.right).length;
          return html`<tr>
            <th scope="row">${t(`block.sureness.${sureness}`)}</th>
            <td>${right}</td>
            <td>${of(sureness).length - right}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

export const surenessStyles = css`
  .sureness {
    min-width: 0;
    margin: var(--space-5) 0 0;
    padding: 0;
    border: 0;
  }
  .sureness legend {
    padding: 0;
    margin-bottom: var(--space-2);
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 600;
  }
  .sureness .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .sureness label {
    position: relative;
    display: grid;
    flex: 1 1 6rem;
    place-items: center;
    max-width: 12rem;
    min-height: var(--target);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    font-size: var(--size-small);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
  }
  .sureness label:hover {
    background: var(--color-accent-soft);
  }
  .sureness input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
    scroll-margin-block: 6rem;
  }
  .sureness label.chosen {
    border-color: var(--color-accent);
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .sureness .ring {
    position: absolute;
    inset: -2px;
    border-radius: var(--radius-small);
    pointer-events: none;
  }
  .sureness input:focus-visible + .ring {
    outline: 3px solid var(--color-focus);
    outline-offset: 2px;
  }
  .misled {
    display: flex;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-small);
    background: var(--color-caution-soft);
    font-weight: 600;
  }
  .misled .icon {
    margin-top: 0.15em;
    color: var(--color-caution);
  }
  .rated {
    width: 100%;
    max-width: 26rem;
    border-collapse: collapse;
    font-size: var(--size-note);
  }
  .rated :is(th, td) {
    padding-block: var(--space-2);
    padding-inline: 0 var(--space-3);
    border-bottom: 1px solid var(--color-line);
    text-align: start;
    font-variant-numeric: tabular-nums;
  }
  .rated tbody th {
    font-weight: 400;
  }
  .rated td {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .sureness label.chosen {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
