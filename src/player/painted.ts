/** After what was drawn can be seen. A page in the background isn't painted, so nothing waits for it for ever. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
