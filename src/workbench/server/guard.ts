/**
 * Who may ask. A page of a stranger reaches loopback as well: by a name of its own that points there (the Host tells), or
 * straight (the Origin and what the browser says of the request tell).
 */
import type { MiddlewareHandler } from 'hono';

/** @param origins the one that this server has; its host is taken from it */
export function onlyFrom(origin: string): MiddlewareHandler {
  const { host } = new URL(origin);
  return async (context, next) => {
    const asked = context.req.header('host');
    const from = context.req.header('origin');
    if (asked !== host)
      return context.text(`This server answers to its own address only. Open ${origin} instead.`, 421);
    if (from !== undefined && from !== origin) return context.text('This page may not ask here.', 403);
    await next();
    return undefined;
  };
}

/** No page but the workbench's own reads or changes anything, not even one on another port of this machine. */
export const onlyOwnPage: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return context.text('This page may not ask here.', 403);
  await next();
  return undefined;
};
