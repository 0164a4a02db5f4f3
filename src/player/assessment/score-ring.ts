/** A score as a ring that fills, with the figure in it. */
import { css, html, svg, type TemplateResult } from 'lit';
import { t } from '../locale.ts';
import { percent } from '../number-format.ts';

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;

/** @param score 0 to 100. The figure is what is read; the ring is for the eye. */
export function scoreRing(score: number): TemplateResult {
  const figure = t('app.percent', { value: percent(score) });
  const rest = ROUND * (1 - score / 100);
  return html`<p class="ring">
    <svg viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <circle class="track" cx="64" cy="64" r=${RADIUS} />
      ${
        score > 0
          ? svg`<circle class="share" cx="64" cy="64" r=${RADIUS} stroke-dasharray=${ROUND} stroke-dashoffset=${rest} transform="rotate(-90 64 64)" />`
          : ''
      }
    </svg>
    <strong class=${figure.length > 3 ? 'long' : ''}>${figure}</strong>
  </p>`;
}

export const ringStyles = css`
  .ring {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: min(9.5rem, 48vw);
    height: min(9.5rem, 48vw);
    margin: 0;
  }
  .ring svg {
    position: absolute;
    inset: 0;
    forced-color-adjust: auto;
  }
  .ring circle {
    fill: none;
    stroke-width: 10;
  }
  .ring .track {
    stroke: var(--color-line);
  }
  .ring .share {
    stroke: var(--tone);
    stroke-linecap: round;
    animation: fill var(--motion-calm) ease-out;
  }
  .ring strong {
    font-family: var(--font-heading);
    font-size: min(var(--size-title), 9vw);
    line-height: 1;
    letter-spacing: -0.02em;
  }
  .ring .long {
    font-size: min(var(--size-heading), 9vw);
  }
  @keyframes fill {
    from {
      stroke-dashoffset: ${ROUND};
    }
  }
  @media (forced-colors: active) {
    .ring .track {
      stroke: GrayText;
    }
    .ring .share {
      stroke: Highlight;
    }
  }
`;
