/** An event that a component raises for whoever is around it: it bubbles and crosses shadow roots. */
export abstract class BubblingEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}
