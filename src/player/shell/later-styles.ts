/** The shell's styles that a new learner's first screen does without. */
import { css } from 'lit';
import { extend } from '../design/extend-styles.ts';
import { courseStyles } from './course.styles.ts';

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

extend(courseStyles, course);
