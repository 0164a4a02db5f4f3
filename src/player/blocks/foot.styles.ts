import { css } from 'lit';
import type { Question, Response } from '../../course/compiled.ts';
import { verdict } from '../questions/verdict.ts';

/**
 * The row of buttons under a question. On a phone it stays at the foot of the screen, once there is an answer to check or a
 * right one to go on from; on a screen too low for that it stands under the question.
 */
export const footStyles = css`
  @media (max-width: 44rem) and (min-height: 30rem) {
    .foot {
      position: sticky;
      /* by the chosen letters too, which a media query doesn't know */
      bottom: clamp(-100vh, (100vh - 30rem) * 999, 0px);
      z-index: 1;
      margin: var(--space-4) calc(-1 * var(--space-4)) calc(-1 * var(--space-4));
      padding: var(--space-3) var(--space-4);
      border-top: 1px solid var(--color-line);
      border-radius: 0 0 var(--radius) var(--radius);
      background: var(--color-surface);
    }
    .foot > .button:not(.plain) {
      flex: 1 1 max-content;
    }
  }
`;

/** The row's class. After an answer that isn't right it lies over no reason and leads past none: it stands below them. */
export const footClass = (question: Question, response: Response | undefined, checked: boolean): string =>
  response && (!checked || verdict(question, response) === 'right') ? 'foot' : '';
