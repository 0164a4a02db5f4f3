import { css } from 'lit';

export const courseStyles = css`
  :host {
    min-height: 100vh;
    background: var(--color-page);
  }
  .skip {
    position: fixed;
    z-index: 5;
    top: -6rem;
    inset-inline-start: var(--space-3);
    min-height: var(--target);
    padding: var(--space-2) var(--space-5);
    border: 0;
    border-radius: var(--radius-small);
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-weight: 600;
  }
  .skip:focus {
    top: var(--space-2);
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .beside {
    grid-template-columns: 19rem minmax(0, 1fr);
  }
  .panel {
    position: sticky;
    top: var(--header);
    box-sizing: border-box;
    height: calc(100vh - var(--header));
    height: calc(100dvh - var(--header));
    padding: var(--space-4) var(--space-3);
    border-inline-end: 1px solid var(--color-line);
    overflow-y: auto;
  }
  .column {
    display: flex;
    flex-direction: column;
    min-height: calc(100vh - var(--header));
  }
  main {
    flex: 1;
    outline: none;
    scroll-margin-top: 5rem;
    box-sizing: border-box;
    width: 100%;
    max-width: 52rem;
    margin-inline: auto;
    padding: var(--space-6) clamp(var(--space-4), 5vw, var(--space-7)) var(--space-7);
  }
  .connecting {
    display: grid;
    gap: var(--space-4);
    padding-block: 10vh;
    text-align: center;
  }
  .waiting {
    min-height: 60vh;
  }
  .connecting h1 {
    margin: 0;
    font-family: var(--font-heading);
    font-size: var(--size-title);
    line-height: 1.2;
  }
  .connecting p {
    margin: 0;
    color: var(--color-muted);
  }
  @media (max-width: 30rem) {
    main {
      padding-block: var(--space-5);
    }
  }
`;
