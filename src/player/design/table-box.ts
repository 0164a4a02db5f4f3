/**
 * The box around a table of compiled text, `cm-table`: the Tab key stops there only while something can be scrolled, since a table
 * that is seen whole has nothing to do there.
 */
class TableBox extends HTMLElement {
  private readonly sizes = new ResizeObserver(() => {
    if (this.scrollWidth > this.clientWidth) this.tabIndex = 0;
    else this.removeAttribute('tabindex');
  });

  connectedCallback(): void {
    this.sizes.observe(this);
    if (this.firstElementChild) this.sizes.observe(this.firstElementChild);
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
  }
}

customElements.define('cm-table', TableBox);
