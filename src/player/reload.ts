/**
 * Loads this page again, or the outermost page around it: an LMS's page that holds an ended session gives the course no
 * other, however often the course alone is loaded.
 */
export function reloadPage(outermost: boolean): void {
  try {
    (outermost ? (window.top ?? window) : window).location.reload();
  } catch {
    // the page around is another site's
    location.reload();
  }
}
