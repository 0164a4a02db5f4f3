import { css } from 'lit';

/** What the dialogs about notes share. */
export const noteDialogStyles = css`
  .dialog-body {
    display: grid;
    gap: var(--space-4);
  }
  p {
    margin: 0;
  }
  .actions {
    margin: 0;
  }
  .small {
    color: var(--color-muted);
    font-size: var(--size-small);
  }
`;
