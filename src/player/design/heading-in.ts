/** The heading of the page that stands somewhere in this part, through shadow roots: what takes the focus after a move. */
export function headingIn(part: ParentNode): HTMLElement | undefined {
  const here = part.querySelector<HTMLElement>('[data-heading]');
  if (here) return here;
  for (const { shadowRoot } of part.querySelectorAll('*')) {
    const inside = shadowRoot && headingIn(shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}
