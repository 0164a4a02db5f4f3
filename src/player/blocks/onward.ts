/** What stands after a block on its page, so that its last button can lead there. */
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../locale.ts';

const WAYS_ON = 'cm-section-navigation';

/** The button that leads on from a block; nothing where it stands alone. */
export function onward(component: HTMLElement): TemplateResult | typeof nothing {
  const place = placeAfter(component);
  if (!place) return nothing;
  return html`<button class="button" type="button" @click=${() => readOnAt(place)}>
    ${t('block.check.onward')}
  </button>`;
}

/** The next block; after the last one the page's own ways on. */
function placeAfter(component: HTMLElement): HTMLElement | undefined {
  const root = component.getRootNode();
  if (!(root instanceof ShadowRoot)) return undefined;
  const page = root.host.getRootNode() as Document | ShadowRoot;
  const next = root.host.nextElementSibling ?? page.querySelector(WAYS_ON);
  return next instanceof HTMLElement ? next : undefined;
}

/** The focus goes there too, so that the keyboard and a screen reader read on from it. The ways on take it themselves. */
function readOnAt(place: HTMLElement): void {
  if (place.localName !== WAYS_ON) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}
