/** How one objective went, as a line of steps: one for each day of practice and each try, with the height that is mastery. */
import { css, html, svg, type TemplateResult } from 'lit';
import { direction } from '../../course/direction.ts';
import type { Standing } from '../history.ts';
import { locale, t } from '../locale.ts';
import { percent } from '../number-format.ts';
import { dayWords } from './words.ts';

const [WIDTH, HEIGHT, EDGE] = [360, 96, 8];
const MASTERED = 2 / 3;
/** Steps that can be told apart at this width; the table has them all. */
const MOST = 24;

/** One day is no line. */
export const hasChart = (all: readonly Standing[]): boolean =>
  new Set(all.slice(-MOST).map(({ past }) => past.day)).size > 1;

/** @param all the oldest first; `hasChart` */
export function chart(all: readonly Standing[]): TemplateResult {
  const shown = all.slice(-MOST);
  const [first, last] = [shown[0]!, shown.at(-1)!];
  return html`<figure>
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${inWords(first, last)}>
      <path class="ground" d="M${EDGE} ${HEIGHT - EDGE}H${WIDTH - EDGE}" />
      <path class="mark" d="M${EDGE} ${y(MASTERED)}H${WIDTH - EDGE}" />
      <path class="line" d=${steps(shown)} />
      ${shown.map((one, at) => dot(one, x(at, shown.length)))}
    </svg>
    <figcaption aria-hidden="true">
      <span>${dayWords(first.past.day)}</span>
      <span>${dayWords(last.past.day)}</span>
    </figcaption>
  </figure>`;
}

/** What the signs mean: shapes, not colours. */
export function legend(): TemplateResult {
  return html`<ul class="legend" role="list">
    <li>${sign(circle(12, 8))}${t('mastery.practice')}</li>
    <li>${sign(square(12, 8))}${t('mastery.test')}</li>
    <li>${sign(svg`<path class="mark" d="M0 8H24" />`)}${t('mastery.line')}</li>
  </ul>`;
}

const sign = (content: TemplateResult): TemplateResult =>
  html`<svg class="sign" viewBox="0 0 24 16" aria-hidden="true">${content}</svg>`;

const share = ({ points, items }: Standing): number => points / items;

function inWords(first: Standing, last: Standing): string {
  const [from, to] = [percent(share(first) * 100), percent(share(last) * 100)];
  return t('mastery.chart', { from, first: dayWords(first.past.day), to, day: dayWords(last.past.day) });
}

/** In the direction in which the language is written. */
function x(at: number, count: number): number {
  const along = at / (count - 1);
  const side = direction(locale()) === 'rtl' ? 1 - along : along;
  return Math.round(2 * EDGE + side * (WIDTH - 4 * EDGE));
}

const y = (part: number): number => Math.round(EDGE + (1 - part) * (HEIGHT - 2 * EDGE));

function steps(shown: readonly Standing[]): string {
  return shown
    .map((one, at) =>
      at === 0 ? `M${x(at, shown.length)} ${y(share(one))}` : `H${x(at, shown.length)}V${y(share(one))}`,
    )
    .join('');
}

const dot = (one: Standing, at: number): TemplateResult =>
  one.past.tryNumber === 0 ? circle(at, y(share(one))) : square(at, y(share(one)));

const circle = (cx: number, cy: number): TemplateResult =>
  svg`<circle class="dot" cx=${cx} cy=${cy} r="4" />`;

const square = (cx: number, cy: number): TemplateResult =>
  svg`<rect class="dot test" x=${cx - 5} y=${cy - 5} width="10" height="10" />`;

export const chartStyles = css`
  figure {
    max-width: 32rem;
    margin: 0;
  }
  .chart {
    display: block;
    width: 100%;
    height: auto;
  }
  figcaption {
    display: flex;
    gap: var(--space-3);
    justify-content: space-between;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .ground,
  .mark,
  .line {
    fill: none;
  }
  .ground {
    stroke: var(--color-line-strong);
  }
  .mark {
    stroke: var(--color-muted);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }
  .line {
    stroke: var(--color-accent);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .dot {
    fill: var(--color-accent);
    stroke: var(--color-surface);
    stroke-width: 1.5;
  }
  .test {
    fill: var(--color-surface);
    stroke: var(--color-accent);
    stroke-width: 2.5;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
    font-size: var(--size-small);
  }
  .legend li {
    display: flex;
    gap: var(--space-2);
    align-items: center;
  }
  .sign {
    flex: none;
    width: 1.5rem;
    height: 1rem;
  }
  @media (forced-colors: active) {
    .ground,
    .mark {
      stroke: GrayText;
    }
    .line,
    .test {
      stroke: Highlight;
    }
    .dot {
      fill: Highlight;
      stroke: Canvas;
    }
    .test {
      fill: Canvas;
      stroke: Highlight;
    }
  }
`;
