/** What the activities share: the frame and its heading. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.ts';

/**
 * What kind of activity this is, its title where the author gave one, and whether it was done, here or in an earlier
 * session. The heading's id is `kind`: the activity's section is named by it.
 * @param said The title stands on the page already: it is here for the ear alone.
 */
export function activityHead(
  kind: string,
  picture: IconName,
  done: string | false,
  title = '',
  said = false,
): TemplateResult {
  return html`<header class="head ${done ? 'over' : ''}">
    <h3 id="kind">
      <span class="kind">${icon(picture)}<span>${kind}</span></span>
      ${title ? html`<span class=${said ? 'for-ear' : 'title'}>${title}</span>` : nothing}
    </h3>
    ${done ? html`<span class="done">${icon('right')}${done}</span>` : nothing}
  </header>`;
}

/** `--role` is the colour of what kind it is, where that is another than of something to do. */
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
    position: relative;
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
    font-size: var(--size-large);
    line-height: 1.3;
  }
  .kind {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    color: var(--role, var(--color-accent));
    font-size: var(--size-small);
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  .over .kind {
    padding-inline-end: 7em;
  }
  /* at the end of its kind's line; that it was done says nothing of how */
  .done {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: flex;
    gap: var(--space-1);
    align-items: center;
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 600;
    line-height: 1.4;
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
    .actions > .button:not(.plain),
    .actions > .button:not(.plain) ~ .plain {
      flex: 1 1 100%;
    }
  }
  @container (max-width: 14rem) {
    .over .kind {
      padding: 0;
    }
    .done {
      position: static;
    }
  }
  @media print {
    .activity {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
