/**
 * What the activities share: the frame with its heading, buttons, and the words right, partly right and wrong.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { t } from '../locale.ts';
import { icon, type IconName } from './icons.ts';

/**
 * What kind of activity this is, its title where the author gave one, and whether it was done, here or in an earlier
 * session. The heading's id is `kind`: the activity's section is named by it.
 * @param said The title stands on the page already: it is here for the ear alone.
 */
export function activityHead(
  kind: string,
  picture: IconName,
  done: boolean,
  title = '',
  said = false,
): TemplateResult {
  return html`<header class="head">
    <h3 id="kind">
      <span class="kind">${icon(picture)}<span>${kind}</span></span>
      ${title ? html`<span class=${said ? 'for-ear' : 'title'}><span class="for-ear">: </span>${title}</span>` : nothing}
    </h3>
    ${done ? html`<span class="done">${icon('right')}${t('block.done')}</span>` : nothing}
  </header>`;
}

/** A line that says how it went and takes the focus, so that it is read out. */
export function verdictLine(tone: 'right' | 'partly' | 'wrong' | 'plain', words: string): TemplateResult {
  return html`<p class="verdict ${tone}" tabindex="-1">
    ${icon(tone === 'plain' ? 'note' : tone)}<span>${words}</span>
  </p>`;
}

/** Right or wrong in words and a sign, never by colour alone. */
export function mark(right: boolean, words: string): TemplateResult {
  return html`<p class="mark ${right ? 'right' : 'wrong'}">
    ${icon(right ? 'right' : 'wrong')}<span>${words}</span>
  </p>`;
}

/** Radio buttons and checkboxes, drawn alike in every browser; a disabled one still shows what was chosen. */
export const tickStyles = css`
  :is(input[type='radio'], input[type='checkbox']) {
    flex: none;
    display: grid;
    place-content: center;
    width: 1.375rem;
    height: 1.375rem;
    margin: 0.125rem 0 0;
    border: 2px solid var(--color-line-strong);
    border-radius: 50%;
    background: var(--color-surface);
    appearance: none;
    cursor: inherit;
  }
  input[type='checkbox'] {
    border-radius: 0.3rem;
  }
  :is(input[type='radio'], input[type='checkbox'])::before {
    content: '';
    width: 0.75rem;
    height: 0.75rem;
    border-radius: 50%;
  }
  :is(input[type='radio'], input[type='checkbox']):checked {
    border-color: var(--color-accent);
  }
  input[type='radio']:checked::before {
    background: var(--color-accent);
  }
  input[type='checkbox']:checked {
    background: var(--color-accent);
  }
  input[type='checkbox']:checked::before {
    width: 0.9rem;
    height: 0.9rem;
    border-radius: 0;
    background: var(--color-on-accent);
    clip-path: polygon(12% 52%, 24% 40%, 42% 58%, 78% 18%, 90% 30%, 43% 84%);
  }
  @media (forced-colors: active) {
    :is(input[type='radio'], input[type='checkbox']) {
      appearance: auto;
    }
    :is(input[type='radio'], input[type='checkbox'])::before {
      content: none;
    }
  }
`;

export const verdictStyles = css`
  .mark {
    display: flex;
    gap: var(--space-2);
    margin: 0 0 var(--space-1);
    font-weight: 700;
  }
  .mark .icon {
    margin-top: 0.15em;
  }
  .mark.right,
  .verdict.right .icon {
    color: var(--color-good);
  }
  .mark.wrong,
  .verdict.wrong .icon {
    color: var(--color-bad);
  }
  .verdict.partly .icon {
    color: var(--color-caution);
  }
  .verdict {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    margin: var(--space-4) 0 0;
    padding: var(--space-3) var(--space-4);
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: var(--color-raised);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .verdict.right {
    background: var(--color-good-soft);
  }
  .verdict.partly {
    background: var(--color-caution-soft);
  }
  .verdict.wrong {
    background: var(--color-bad-soft);
  }
`;

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--target);
    padding: var(--space-2) var(--space-5);
    border: 2px solid var(--color-accent);
    border-radius: 999px;
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--color-accent-strong);
    background: var(--color-accent-strong);
  }
  .button.quiet {
    background: transparent;
    color: var(--color-accent);
  }
  .button.quiet:hover {
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
  }
  .button.plain {
    border-color: transparent;
    padding-inline: var(--space-3);
    background: transparent;
    color: var(--color-accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .button.plain:hover {
    background: var(--color-accent-soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
    margin-top: var(--space-5);
  }
  /* words without a frame stand in line with the text above, also where one comes under the other */
  .actions > .plain:first-child,
  .actions.words {
    margin-inline-start: calc(-1 * var(--space-3) - 2px);
  }
  .actions.words {
    gap: 0 var(--space-3);
  }
  .actions.words > .plain:first-child {
    margin-inline-start: 0;
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;

export const activityStyles = css`
  :host {
    container-type: inline-size;
  }
  .activity {
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-5);
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
    box-shadow: var(--shadow);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    align-items: flex-start;
    justify-content: space-between;
    margin-bottom: var(--space-4);
  }
  h3 {
    margin: 0;
    font-size: inherit;
  }
  .title {
    display: block;
    margin-top: var(--space-1);
    font-family: var(--font-heading);
    font-size: 1.375rem;
    line-height: 1.3;
  }
  .kind {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    color: var(--color-accent);
    font-size: var(--size-small);
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  .done {
    display: inline-flex;
    gap: var(--space-1);
    align-items: center;
    color: var(--color-good);
    font-size: var(--size-small);
    font-weight: 600;
  }
  .hint {
    margin: var(--space-3) 0 0;
    color: var(--color-caution);
    font-weight: 600;
  }
  @container (max-width: 26rem) {
    .activity {
      padding: var(--space-4);
    }
    .actions > .button:not(.plain) {
      flex: 1 1 100%;
    }
  }
  @media print {
    .activity {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
