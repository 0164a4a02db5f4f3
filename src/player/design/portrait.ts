/** Faces of the course's people. */
import { css, html, type TemplateResult } from 'lit';

/** Fetched when it comes near the screen. @param alt Empty where the name stands beside it. */
export const portrait = (src: string, alt: string): TemplateResult =>
  html`<img class="portrait" src=${src} alt=${alt} width="96" height="96" loading="lazy" decoding="async" />`;

/** The drawing has a light ground of its own, so that its black lines are seen in every theme. */
export const portraitStyles = css`
  .portrait {
    flex: none;
    width: var(--portrait, 5.5rem);
    height: auto;
    aspect-ratio: 1;
    border-radius: 50%;
    forced-color-adjust: none;
  }
`;
