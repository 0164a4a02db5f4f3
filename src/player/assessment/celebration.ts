/** A quiet celebration: some paper falls, once in a visit, for a pass or the completion, and not at all for those who want no motion. */
import { css, html, nothing, unsafeCSS, type TemplateResult } from 'lit';

/** Who is celebrated, and on which page it began. */
const celebrated = new WeakMap<object, object>();

const PIECES = Array.from({ length: 28 }, (_, no) => no);

const over = ({ animationName, currentTarget }: AnimationEvent): void => {
  if (animationName === 'last') (currentTarget as HTMLElement).hidden = true;
};

/**
 * @param who What is celebrated only once: the visit's store.
 * @param where The page: what has begun there goes on there, and begins on no other.
 */
export function celebration(who: object, where: object): TemplateResult | typeof nothing {
  const other = celebrated.has(who) && celebrated.get(who) !== where;
  if (other || matchMedia('(prefers-reduced-motion: reduce)').matches) return nothing;
  return html`<div
    class="celebration"
    aria-hidden="true"
    @animationstart=${() => celebrated.set(who, where)}
    @animationend=${over}
  >
    ${PIECES.map(() => html`<i></i>`)}
    <b></b>
  </div>`;
}

/** Where each begins, when, and how it lies: rules of the sheet, since a package lets no element have a style of its own. */
const each = unsafeCSS(
  PIECES.map(
    (no) =>
      `i:nth-child(${no + 1}){--at:${(no * 37) % 100}%;--late:${(no * 53) % 400}ms;--turn:${(no * 97) % 360}deg}`,
  ).join(''),
);

export const celebrationStyles = css`
  ${each}
  .celebration {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .celebration i {
    position: absolute;
    top: -1rem;
    inset-inline-start: var(--at);
    width: 0.5rem;
    height: 0.8rem;
    border-radius: 1px;
    background: var(--color-good);
    opacity: 0;
    animation: fall 2s var(--late) ease-in;
  }
  .celebration i:nth-child(odd) {
    background: var(--color-keep);
  }
  /* its end is the end of all */
  .celebration b {
    animation: last 2.5s;
  }
  @keyframes fall {
    from {
      opacity: 1;
      transform: rotate(var(--turn));
    }
    to {
      opacity: 0;
      transform: translateY(22rem) rotate(calc(var(--turn) + 540deg));
    }
  }
  @keyframes last {
    to {
      opacity: 1;
    }
  }
  @media print {
    .celebration {
      display: none;
    }
  }
`;
