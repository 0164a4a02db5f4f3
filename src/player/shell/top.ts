/** The page comes with the title in the header's place, so that it is there before anything else is. */
export function nameTop(title: string): void {
  const bar = document.querySelector('body > .bar');
  if (bar && bar.textContent !== title) bar.textContent = title;
}
