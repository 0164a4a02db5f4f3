/**
 * The look of figures. Drawings carry classes and no colours of their own (docs/authoring.md), so that one file
 * serves light, dark and forced colours.
 */
import { css } from 'lit';

export const figureStyles = css`
  figure {
    margin: 0;
    max-width: calc(var(--measure) + 4rem);
  }
  .drawing {
    padding: var(--space-3);
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-page);
  }
  /* on a phone every pixel counts for the words in the drawing */
  @media (max-width: 30rem) {
    .drawing {
      margin-inline: -0.5rem;
      padding: 0;
      border: 0;
      background: none;
    }
  }
  svg,
  img {
    display: block;
    width: 100%;
    height: auto;
  }
  /* drawn as wide as a phone: its words stay as large as the text beside them */
  svg {
    max-width: 26rem;
    margin-inline: auto;
  }
  /* a picture without a ground was drawn for paper: on the dark page its lines would be lost */
  img {
    max-width: max-content;
    border-radius: var(--radius);
    background: #fff;
  }
  .paper {
    --color-ink: #1c2329;
    --color-muted: #4a5560;
    --color-line-strong: #6b7781;
    --color-surface: #fff;
    padding: var(--space-3);
    border-radius: var(--radius);
    background: #fff;
  }
  figcaption {
    margin-top: var(--space-2);
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .caption {
    padding-block: var(--space-1);
  }
  summary {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    width: fit-content;
    min-height: var(--target);
    color: var(--color-accent);
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .icon {
    transition: transform var(--motion-quick);
  }
  [open] > summary .icon {
    transform: rotate(90deg);
  }
  details[open] {
    padding-bottom: var(--space-3);
    color: var(--color-ink);
  }

  svg text {
    fill: var(--color-ink);
    font-family: var(--font-text);
  }
  svg .fig-text-muted {
    fill: var(--color-muted);
  }
  svg .fig-text-strong {
    font-weight: 700;
  }
  svg .fig-text-on {
    fill: var(--color-on-accent);
    font-weight: 600;
  }
  /* :where, so that a fill class given with a line class wins over fill: none */
  svg :where([class*='fig-line']) {
    fill: none;
    stroke: var(--color-line-strong);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg .fig-line-strong {
    stroke: var(--color-ink);
    stroke-width: 2.5;
  }
  svg .fig-line-accent {
    stroke: var(--color-accent);
    stroke-width: 2;
  }
  svg .fig-line-warm {
    stroke: var(--color-warm);
    stroke-width: 2;
  }
  svg .fig-line-good {
    stroke: var(--color-good);
    stroke-width: 2;
  }
  svg .fig-line-caution {
    stroke: var(--color-caution);
    stroke-width: 2;
  }
  svg .fig-dash {
    stroke-dasharray: 5 5;
  }
  svg .fig-surface {
    fill: var(--color-surface);
  }
  svg .fig-accent {
    fill: var(--color-accent);
  }
  svg .fig-accent-soft {
    fill: var(--color-accent-soft);
  }
  svg .fig-warm {
    fill: var(--color-warm);
  }
  svg .fig-warm-soft {
    fill: var(--color-warm-soft);
  }
  svg .fig-good {
    fill: var(--color-good);
  }
  svg .fig-good-soft {
    fill: var(--color-good-soft);
  }
  svg .fig-caution {
    fill: var(--color-caution);
  }
  svg .fig-caution-soft {
    fill: var(--color-caution-soft);
  }
  svg .fig-ink-fill {
    fill: var(--color-ink);
  }

  /* forced colours leave the paint of drawings alone: two system colours keep every edge and word visible */
  @media (forced-colors: active) {
    svg text,
    svg .fig-text-muted {
      fill: CanvasText;
    }
    svg [class*='fig-line'] {
      stroke: CanvasText;
    }
    svg :is(.fig-accent, .fig-warm, .fig-good, .fig-caution, .fig-ink-fill) {
      fill: CanvasText;
    }
    svg :is(.fig-surface, [class*='-soft']) {
      fill: Canvas;
      stroke: CanvasText;
    }
    svg .fig-text-on {
      fill: Canvas;
    }
    /* what has colours of its own keeps them, and its ground */
    .paper,
    img {
      forced-color-adjust: none;
    }
    .paper svg text {
      fill: #1c2329;
    }
  }
`;
