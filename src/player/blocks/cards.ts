import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CardsBlock } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon } from '../design/icons.ts';
import { inline, prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/**
 * Cards to turn over. The front is a button; the back keeps the front's words above its own, so that nothing has to
 * be remembered. Raises BlockDoneEvent when each card has been turned once.
 */
@customElement('cm-cards')
export class Cards extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    activityStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
        gap: var(--space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      /* the side that is turned away takes no room: all cards are alike, and one is larger only when it is turned */
      li {
        position: relative;
        display: grid;
        min-height: 9rem;
        perspective: 60rem;
      }
      li:not(.turned) .back,
      .turned .front {
        position: absolute;
        inset: 0;
        overflow: hidden;
      }
      .face {
        min-width: 0;
        padding: var(--space-4);
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius);
        backface-visibility: hidden;
        /* what turns in is there at once, so that it can take the focus; what turns away stays until it is round */
        transition:
          transform var(--motion-calm),
          visibility 0s var(--motion-calm);
      }
      .front {
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
        background: var(--color-accent-soft);
        color: var(--color-ink);
        font-family: var(--font-heading);
        font-size: min(var(--size-large), 11cqi);
        font-weight: 700;
        line-height: 1.3;
        text-align: center;
        cursor: pointer;
      }
      .front:hover {
        border-color: var(--color-accent);
      }
      .front > :first-child {
        display: grid;
        flex: 1;
        align-content: center;
        width: 100%;
        text-wrap: balance;
      }
      .back {
        display: flex;
        flex-direction: column;
        background: var(--color-surface);
        transform: rotateY(180deg);
        visibility: hidden;
      }
      .turned .front {
        transform: rotateY(180deg);
        visibility: hidden;
      }
      .turned .back,
      li:not(.turned) .front {
        transition-delay: 0s;
      }
      .turned .back {
        border-color: var(--color-accent);
        transform: none;
        visibility: visible;
      }
      .back:focus {
        box-shadow: 0 0 0 2px var(--color-accent);
      }
      .again {
        margin: 0 0 var(--space-1);
        font-family: var(--font-heading);
        font-weight: 700;
      }
      .says {
        flex: 1;
      }
      .turn {
        align-self: flex-end;
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        margin-block: var(--space-2) calc(-1 * var(--space-2));
        margin-inline: 0 calc(-1 * var(--space-2));
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: var(--color-accent);
        font: 600 var(--size-small) / 1.4 var(--font-text);
        cursor: pointer;
      }
      .turn:hover {
        background: var(--color-accent-soft);
      }
      .count {
        margin: var(--space-4) 0 0;
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      /* one below the other each front is a line */
      @container (max-width: 32rem) {
        li {
          min-height: 0;
        }
        .front {
          flex-flow: row wrap;
          align-items: center;
          text-align: start;
        }
        .front .turn {
          align-self: center;
          margin-block: 0;
        }
        /* where there is no room beside its words, what can be done comes under them */
        .front > :first-child {
          flex-basis: 9rem;
        }
      }
      @container (min-width: 18rem) and (max-width: 32rem) {
        .front > :first-child {
          min-width: min-content;
          overflow-wrap: break-word;
        }
      }
      @media print {
        .front,
        .turn {
          display: none;
        }
        li .back.face {
          position: static;
          transform: none;
          visibility: visible;
        }
      }
    `,
  ];

  @property({ attribute: false }) block!: CardsBlock;

  /** All were turned, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Places of the cards that show their back. */
  @state() private turned: ReadonlySet<number> = new Set();

  @state() private seen: ReadonlySet<number> = new Set();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as CardsBlock | undefined;
    if (before && before.id !== this.block.id) {
      this.turned = new Set();
      this.seen = new Set();
    }
  }

  protected override render(): TemplateResult {
    const { cards } = this.block;
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.cards'), 'cards', this.done && t('block.done'))}
      <ul role="list">
        ${cards.map(({ front, back }, place) => {
          const turned = this.turned.has(place);
          return html`<li class=${turned ? 'turned' : ''}>
            <button
              class="face front"
              type="button"
              aria-expanded=${turned}
              aria-controls="back-${place}"
              @click=${() => this.turn(place)}
            >
              <span><span>${inline(front)}</span></span>
              <span class="turn">${icon('turn')}${t('block.cards.turn')}</span>
            </button>
            <div
              class="face back"
              id="back-${place}"
              tabindex="-1"
              role="group"
              aria-labelledby="front-${place}"
              aria-describedby="says-${place}"
            >
              <p class="again" id="front-${place}">${inline(front)}</p>
              <div class="says" id="says-${place}">${prose(back)}</div>
              <button
                class="turn"
                type="button"
                id="turn-${place}"
                aria-labelledby="turn-${place} front-${place}"
                @click=${() => this.turnBack(place)}
              >
                ${icon('turn')}${t('block.cards.back')}
              </button>
            </div>
          </li>`;
        })}
      </ul>
      <p
        class="count"
        role="status"
        .textContent=${t('block.cards.count', { seen: this.seen.size, all: cards.length })}
      ></p>
    </section>`;
  }

  private turn(place: number): void {
    this.turned = new Set([...this.turned, place]);
    this.seen = new Set([...this.seen, place]);
    void this.focusOn(`#back-${place}`);
    if (this.seen.size === this.block.cards.length) this.dispatchEvent(new BlockDoneEvent(this.block.id));
  }

  private turnBack(place: number): void {
    this.turned = new Set([...this.turned].filter((other) => other !== place));
    void this.focusOn(`[aria-controls="back-${place}"]`);
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-cards': Cards;
  }
}
