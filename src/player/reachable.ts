/** Whether the server answers, by the page itself, which names all scripts: it may have newer ones. */
export const isReachable = (): Promise<boolean> =>
  fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
