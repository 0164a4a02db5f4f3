import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { navStyles } from './nav-styles.ts';
import { ROOMS, type Room } from './rooms.ts';

/** The page of the workbench: its name, the way to its rooms, and the room that is open. */
@customElement('wb-shell')
export class WorkbenchShell extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    navStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
        align-items: center;
        padding: var(--space-3) var(--space-5);
        border-bottom: 1px solid var(--color-line);
        background: var(--color-surface);
      }
      h1 {
        font-size: var(--size-large);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      main {
        max-width: 100rem;
        margin-inline: auto;
        padding: var(--space-5);
      }
    `,
  ];

  @state() private room: Room = roomOf(location.hash);

  /** Where in each room its visitor was last. A room that was opened stays as it is while another one is: a course goes on. */
  readonly #visited = new Map([[this.room, location.hash]]);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
  }

  override render(): TemplateResult {
    return html`<header class="no-print">
        <h1>Workbench</h1>
        <nav aria-label="Rooms">
          ${ROOMS.map(
            (room) =>
              html`<a href=${this.wayTo(room)} aria-current=${room === this.room ? 'page' : 'false'}
                >${room.name}</a
              >`,
          )}
        </nav>
      </header>
      <main>
        ${ROOMS.map((room) => {
          const at = this.#visited.get(room);
          return at === undefined
            ? nothing
            : html`<div class="room" ?hidden=${room !== this.room}>${room.draw(at)}</div>`;
        })}
      </main>`;
  }

  /** From within a room to its beginning, from outside to where its visitor was. */
  private wayTo(room: Room): string {
    const at = room === this.room ? '' : this.#visited.get(room);
    return at || `#${room.id}`;
  }

  private readonly moved = ({ oldURL }: HashChangeEvent): void => {
    // a room may have put its address right meanwhile, so that it names nobody
    const { hash } = new URL(oldURL);
    this.#visited.set(roomOf(hash), hash);
    this.room = roomOf(location.hash);
    this.#visited.set(this.room, location.hash);
  };
}

function roomOf(hash: string): Room {
  // what stands behind the room's name is the room's own: #records/people?team=North
  const [name] = hash.slice(1).split(/[/?]/);
  return ROOMS.find(({ id }) => id === name) ?? ROOMS[0]!;
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-shell': WorkbenchShell;
  }
}
