/** In the place of the player's own `retriable-import.ts`: all code is in the page, whatever the device thinks of its network. */
export const retriableImport: typeof import('../retriable-import.ts').retriableImport = (_name, load) =>
  load();

export const attempts: typeof import('../retriable-import.ts').attempts = {
  pressed: false,
  failedAgain: () => {},
};
