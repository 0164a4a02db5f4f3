/** The shell's styles that a new learner's first screen does without. */
import { css } from 'lit';
import { buttonStyles } from '../design/buttons.ts';
import { extend } from '../design/extend-styles.ts';
import { courseStyles } from './course.styles.ts';
import { coverStyles } from './cover.styles.ts';
import { headerStyles } from './header.ts';
import { saveStatusStyles } from './save-status.ts';

const course = css`
  /* large letters on a small screen: a long word is parted where its language parts it, and no short one is */
  @media (max-width: 34rem) {
    :host {
      hyphens: var(--hyphens, manual);
      hyphenate-limit-chars: 9 4 3;
    }
  }
  @media (max-width: 17rem) {
    :host {
      --hyphens: auto;
    }
  }
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

/**
 * How far the course is, wherever the line has room for it: in two short lines. The exit's word and then that of the help
 * lines make way for it; on a phone the line belongs to the title, and the outline says it.
 */
const header = css`
  /* room for an accent on a capital, and none for a third line to look in from below */
  .name {
    margin-top: -0.2em;
    padding-top: 0.2em;
  }
  @container (max-width: 22.49rem) and (min-width: 16.5rem) {
    .name {
      font-size: var(--size-small);
      letter-spacing: -0.02em;
    }
  }
  .far {
    flex: none;
    width: min-content;
    margin: 0 var(--space-3);
    overflow-wrap: normal;
    color: var(--color-muted);
    font-size: var(--size-small);
    line-height: 1.3;
    text-align: end;
  }
  @container (min-width: 40rem) {
    .far {
      display: block;
    }
  }
  @container (max-width: 63.99rem) {
    .far ~ .exit {
      padding: 0;
    }
    .far ~ .exit span {
      display: none;
    }
  }
  @container (max-width: 55.99rem) {
    .far ~ .help {
      padding: 0;
    }
    .far ~ .help span {
      display: none;
    }
  }
  /* the outline beside the page says it: from this width on it is no drawer (course.ts) */
  @container (min-width: 52rem) {
    .menu[aria-expanded='true'] ~ .far {
      display: none;
    }
  }
  @media print {
    :host {
      position: static;
    }
    button[type],
    progress,
    .far,
    cm-save-status {
      display: none;
    }
  }
`;

/** "Saved" has the room of "Saving …", and the other way about: the title beside it would jump at each save. */
const saveStatus = css`
  .word {
    display: inline-block;
    text-align: start;
  }
  @container (max-width: 16.5rem) {
    .status {
      font-size: min(var(--size-small), 4vw);
    }
  }
  /* unseen, as wide as the longer of the two in whatever face the device has; below its sign neither moves the title */
  @media (min-width: 22.5rem) {
    .word::after {
      content: attr(data-room);
      display: block;
      overflow: hidden;
      height: 0;
      visibility: hidden;
    }
  }
`;

/** What the course is not, folded, among it: its words come with the others. */
const cover = css`
  button,
  summary {
    cursor: pointer;
  }
  li {
    text-wrap: pretty;
  }
  .start:hover {
    border-color: var(--color-accent-strong);
    background: var(--color-accent-strong);
  }
  @media (forced-colors: active) {
    .cover {
      border: 2px solid CanvasText;
    }
  }
  details {
    margin-top: var(--space-4);
  }
  summary {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
    padding-inline: var(--edge);
    border-radius: var(--radius-small);
    color: var(--color-accent);
    font-weight: 600;
    text-wrap: pretty;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--color-raised);
  }
  summary .icon {
    transition: transform var(--motion-quick);
  }
  [open] > summary .icon {
    transform: rotate(90deg);
  }
  details cm-prose {
    display: block;
    padding: var(--space-2) var(--edge);
  }
`;

/** No last word alone, and with large letters on a small screen no word in two. */
const button = css`
  .button {
    padding-inline: clamp(var(--space-3), 50vw - 8.5rem, var(--space-5));
    font-size: min(1em, 9vw);
    text-wrap: balance;
  }
`;

extend(buttonStyles, button);
extend(courseStyles, course);
extend(coverStyles, cover);
extend(headerStyles, header);
extend(saveStatusStyles, saveStatus);
