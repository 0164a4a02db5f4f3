/** The shell's styles that a new learner's first screen does without. */
import { css } from 'lit';
import { extend } from '../design/extend-styles.ts';
import { courseStyles } from './course.styles.ts';
import { sectionStyles } from './section-page.styles.ts';

const section = css`
  .where {
    display: grid;
    gap: var(--space-2);
    justify-self: stretch;
  }
  h1.kicker {
    color: var(--color-accent);
    font-family: var(--font-text);
    font-size: var(--size-small);
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  .segments .seen {
    border-color: var(--color-accent);
    background: var(--color-accent);
  }
  @media print {
    .position {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .segments .seen {
      background: CanvasText;
    }
  }
`;

const course = css`
  @media print {
    .panel,
    cm-banners,
    cm-footer,
    .skip {
      display: none;
    }
    .frame,
    .column {
      display: block;
    }
    main {
      max-width: none;
      padding: 0;
    }
  }
`;

extend(sectionStyles, section);
extend(courseStyles, course);
