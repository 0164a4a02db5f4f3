import { css } from 'lit';

export const tableFormStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    max-width: none;
    margin-block: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .fields {
    align-items: start;
  }
  .spot {
    grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
  }
  button[disabled] {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
  }
`;
