import { css } from 'lit';

/** A share of a whole, alike in every browser. The words beside it say it too. */
export const progressStyles = css`
  progress {
    display: block;
    width: 100%;
    height: 0.625rem;
    border: 0;
    border-radius: 999px;
    background: var(--color-line);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--color-line);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--bar, var(--color-accent));
  }
  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--bar, var(--color-accent));
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
  }
  @media print {
    progress {
      print-color-adjust: exact;
    }
  }
`;
