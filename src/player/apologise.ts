/** Without the course's words there are no others: the page's classic script finds out why, and the page has the sentences. */
export function apologise(error: unknown): void {
  console.error(error);
  document.querySelector('cm-course')?.remove();
  delete document.documentElement.dataset['started'];
  document.dispatchEvent(new Event('cm-not-started'));
}
