/** The certificate as a document: on the screen as it comes out of the printer, a landscape page in Letter or A4. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { learningMinutes } from '../../course/minutes.ts';
import { icon } from '../design/icons.ts';
import { formats, t } from '../locale.ts';
import { isScoreKnown } from '../known-score.ts';
import { percent } from '../number-format.ts';
import { recordNumberOf } from '../record-number.ts';
import type { PlayerStore } from '../store.ts';

/** @param level Of its heading: 1 on paper, where it stands alone. */
export function certificate(store: PlayerStore, who: string, level: 1 | 2): TemplateResult {
  const { organisation } = store.course;
  const title = t('cert.of-completion');
  return html`<section class="sheet">
    <div class="by">
      ${organisation?.logo ? html`<img src=${organisation.logo} alt="" />` : icon('award')}
      ${organisation?.name ? html`<p>${organisation.name}</p>` : nothing}
    </div>
    ${level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
    <p class="who">${who}</p>
    <p>${t('cert.completed')}</p>
    <p class="course">${store.text.title}</p>
    <dl>${factsOf(store).map(([term, words]) => fact(term, words))}</dl>
    <div class="foot">
      <p class="not-official">${whose(store)}</p>
      <p class="sign">${t('cert.sign')}</p>
    </div>
  </section>`;
}

const fact = (term: string, words: string): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${words}</dd>
  </div>`;

const day = (at: Date): string => new Intl.DateTimeFormat(formats(), { dateStyle: 'long' }).format(at);

function factsOf(store: PlayerStore): [string, string][] {
  const { best } = store.state;
  const passed = best?.passed ? best : undefined;
  const number = recordNumberOf(store);
  return [
    passed ? [t('cert.passed'), day(new Date(passed.submittedAt))] : [t('cert.printed'), day(new Date())],
    ...(passed && isScoreKnown(passed, store.passMark)
      ? [[t('cert.score'), t('app.percent', { value: percent(passed.score) })] as const]
      : []),
    [t('cert.time'), duration(learningMinutes(store.course))],
    [t('cert.version'), store.course.version],
    ...(number === undefined ? [] : [[t('cert.number'), number] as const]),
  ].map(([term = '', words = '']) => [term, words]);
}

const unit = (value: number, name: 'hour' | 'minute'): string =>
  new Intl.NumberFormat(formats(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);

/** What the course counts, in hours and minutes. */
function duration(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60] as const;
  return [parts[0] ? unit(parts[0], 'hour') : '', parts[1] ? unit(parts[1], 'minute') : '']
    .filter(Boolean)
    .join(' ');
}

/** Who keeps the official record, if anybody. */
function whose({ saving: { onDevice, connected } }: PlayerStore): TemplateResult {
  const [first, more] =
    onDevice || !connected
      ? [t('cert.no-record'), t('cert.no-record-more')]
      : [t('cert.not-official'), t('cert.not-official-more')];
  return html`<strong>${first}</strong> ${more}`;
}

/** All in `em`: on paper one is 12 points, on the screen the sheet's share of that. */
export const certificateStyles = css`
  .sheet {
    display: grid;
    gap: 0.75em;
    align-content: space-between;
    justify-items: center;
    justify-self: stretch;
    box-sizing: border-box;
    padding: 2.5em 3em 2em;
    border: 1px solid var(--color-accent);
    outline: 3px double var(--color-accent);
    outline-offset: -0.9em;
    background: var(--color-surface);
    color: var(--color-ink);
    font-size: max(0.875rem, 1.5151cqi);
    line-height: 1.4;
    text-align: center;
  }
  .sheet :is(p, dl, dd, h1, h2) {
    margin: 0;
  }
  .sheet :is(h1, h2, .who, .course) {
    text-wrap: balance;
  }
  .by {
    display: flex;
    gap: 1em;
    align-items: center;
    justify-content: center;
    font-weight: 600;
  }
  .by img {
    max-width: 18em;
    height: 3.5em;
    object-fit: contain;
  }
  .by .icon {
    width: 3.5em;
    height: 3.5em;
    color: var(--color-accent);
  }
  .sheet :is(h1, h2) {
    color: var(--color-accent);
    font-family: var(--font-heading);
    font-size: 2em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0;
  }
  .who {
    min-width: min(100%, 14em);
    min-height: 1.3em;
    padding: 0 0.5em;
    border-bottom: 1px solid var(--color-line-strong);
    font-family: var(--font-heading);
    /* 32 points on paper */
    font-size: 2.6667em;
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .course {
    font-family: var(--font-heading);
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.25;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 2.5em;
    justify-content: center;
    width: 100%;
  }
  dt {
    color: var(--color-muted);
    font-size: 0.875em;
  }
  dd {
    font-weight: 600;
    font-variant-numeric: slashed-zero;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 1.5em 3em;
    align-items: end;
    justify-content: space-between;
    width: 100%;
    margin-top: 0.5em;
  }
  .not-official {
    flex: 1 1 18em;
    color: var(--color-muted);
    font-size: 0.875em;
    text-align: start;
  }
  .sign {
    flex: 0 1 20em;
    padding-top: 0.35em;
    border-top: 1px solid var(--color-ink);
    color: var(--color-muted);
    font-size: 0.875em;
    text-align: start;
  }
  @container (max-width: 30rem) {
    .who {
      font-size: 2em;
    }
  }
  /* three and two of them, and none alone */
  @container (min-width: 30rem) and (max-width: 56rem) {
    dl {
      display: grid;
      grid-template-columns: repeat(6, auto);
      /* a date in one line */
      column-gap: 1em;
    }
    /* a date is one thing */
    dl > :first-child dd {
      white-space: nowrap;
    }
    dl > * {
      grid-column: span 2;
    }
    dl > :nth-child(4):nth-last-child(2) {
      grid-column: 2 / span 2;
    }
    dl > :nth-child(4):last-child {
      grid-column: 3 / span 2;
    }
  }
  @container (min-width: 44rem) {
    .sheet {
      aspect-ratio: 11 / 8.5;
    }
  }
  @media print {
    /* the padding keeps to what printers can reach, and browsers leave their own lines away */
    @page {
      size: landscape;
      margin: 0;
    }
    .sheet {
      width: 100vw;
      height: 100vh;
      aspect-ratio: auto;
      padding: 16mm 20mm 14mm;
      border: 0;
      outline-offset: -8mm;
      font-size: 12pt;
      overflow: hidden;
      break-inside: avoid;
      print-color-adjust: exact;
    }
  }
`;
