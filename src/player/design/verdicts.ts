/** The words right, partly right and wrong: as the line under an answer, and beside a part of it. */
import { css, html, type TemplateResult } from 'lit';
import { icon } from './icons.ts';

/** A line that says how it went and takes the focus, so that it is read out. */
export function verdictLine(tone: 'right' | 'partly' | 'wrong' | 'plain', words: string): TemplateResult {
  return html`<p class="verdict ${tone}" tabindex="-1">
    ${icon(tone === 'plain' ? 'note' : tone)}<span>${words}</span>
  </p>`;
}

/** Right or wrong in words and a sign, never by colour alone. */
export function answerMark(right: boolean, words: string): TemplateResult {
  return html`<p class="mark ${right ? 'right' : 'wrong'}">
    ${icon(right ? 'right' : 'wrong')}<span>${words}</span>
  </p>`;
}

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
