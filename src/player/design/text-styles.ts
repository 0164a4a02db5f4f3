import { css } from 'lit';

/** What a section shares with all other pages: headings, what leads in, what stands back. */
export const textStyles = css`
  h1,
  h2 {
    margin: 0;
    font-family: var(--font-heading);
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  /* at most so large that a word of twelve letters fits a narrow screen */
  h1,
  .title {
    font-size: min(var(--size-title), 12vw);
  }
  p {
    margin: 0;
  }
  a {
    color: var(--color-accent);
    text-underline-offset: 0.2em;
  }
  .stack {
    display: grid;
    gap: var(--space-5);
    justify-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .lead {
    max-width: var(--measure);
    color: var(--color-muted);
    font-size: var(--size-large);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .kicker {
    color: var(--color-accent);
    font-size: var(--size-small);
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  .muted {
    color: var(--color-muted);
  }
  .small {
    font-size: var(--size-small);
  }
  @media (max-width: 34rem) {
    .lead {
      font-size: var(--size-text);
    }
  }
`;
