import { html, svg, type TemplateResult } from 'lit';
import { t } from '../locale.ts';

const RADIUS = 26;
const LENGTH = 2 * Math.PI * RADIUS;

/** A share of the whole as a ring with its number; for the ear it is the number. Its look is in `lesson-end.styles.ts`. */
export function progressRing(share: number): TemplateResult {
  const percent = Math.floor(share * 100);
  const [done, rest] = [share * LENGTH, (1 - share) * LENGTH];
  return html`<div class="ring" role="img" aria-label=${t('outline.percent', { percent })}>
    <svg viewBox="0 0 60 60" aria-hidden="true" focusable="false">
      ${svg`<circle class="whole" cx="30" cy="30" r=${RADIUS}></circle>
        <circle class="share" cx="30" cy="30" r=${RADIUS} stroke-dasharray="${done} ${rest}" stroke-dashoffset=${LENGTH / 4}></circle>`}
    </svg>
    <strong aria-hidden="true">${t('app.percent', { value: percent })}</strong>
  </div>`;
}
